#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "output.h"
#include "run.h"

namespace {

using namespace corridor::cli;

int fail(int code, std::string const& message) {
  write_stderr("corridor: " + message + "\n");
  return code;
}

int defect(char const* what) {
  return fail(kDefect, std::string("internal error: ") + what +
                           "\nThis is a defect of corridor; please report it with the command.");
}

}  // namespace

int main(int argc, char** argv) {
  reserve_standard_descriptors();
  install_signal_handlers();
  try {
    std::vector<std::string> const arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return deliver(run(arguments, surroundings_of_process()));
  } catch (std::bad_alloc const&) {
    write_stderr("corridor: out of memory\n");  // no allocation here
    return kNoResources;
  } catch (std::system_error const& error) {
    bool const lacking = error.code() == std::errc::resource_unavailable_try_again ||
                         error.code() == std::errc::not_enough_memory;
    return lacking ? fail(kNoResources, error.what()) : defect(error.what());
  } catch (std::exception const& error) {
    return defect(error.what());
  }
}

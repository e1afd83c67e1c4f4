#include "row_output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "outcome.h"
#include "output.h"

namespace corridor::cli {

RowOutput::RowOutput(std::string path, std::uint64_t kept) : path_(std::move(path)) {
  constexpr mode_t kUsual = 0666;  // less the umask
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kUsual);
  if (descriptor_ < 0) fail(errno);
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) fail(errno);
  if (!S_ISREG(status.st_mode)) return;
  auto const end = static_cast<off_t>(kept);
  if (::ftruncate(descriptor_, end) != 0 || ::lseek(descriptor_, end, SEEK_SET) < 0) fail(errno);
}

RowOutput::~RowOutput() {
  if (!path_.empty() && descriptor_ >= 0) ::close(descriptor_);
}

void RowOutput::fail(int error) const {
  auto const where = path_.empty() ? std::string("standard output") : path_;
  throw Failure(kCannotWrite,
                "corridor: error: cannot write " + where + ": " + std::strerror(error) + "\n");
}

bool RowOutput::write(std::string_view lines) {
  auto const error = write_all(descriptor_, lines);
  if (error != 0 && error != EPIPE) fail(error);
  return error == 0;
}

void RowOutput::finish() {
  auto const descriptor = std::exchange(descriptor_, -1);
  bool const unflushed =
      !path_.empty() && ::fsync(descriptor) != 0 && errno != EINVAL && errno != ENOTSUP;
  if (unflushed) fail(errno);
  // Some file systems tell about a full disk only here.
  if (::close(descriptor) != 0) fail(errno);
}

}  // namespace corridor::cli

#include "readme_section.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace corridor::bench {

void replace_section(std::filesystem::path const& file, std::string const& name,
                     std::string const& text) {
  std::ostringstream read;
  read << std::ifstream(file).rdbuf();
  auto const whole = read.str();
  auto const begin = "<!-- begin " + name + " -->\n";
  auto const end = "<!-- end " + name + " -->\n";
  auto const first = whole.find(begin);
  auto const last = whole.find(end);
  if (first == std::string::npos || last == std::string::npos || last < first)
    throw std::runtime_error(file.string() + " has no section '" + name + "'");

  auto written = file;
  written += ".new";
  std::ofstream out(written);
  out << whole.substr(0, first) << begin << '\n' << text << '\n' << whole.substr(last);
  out.close();
  if (!out) throw std::runtime_error("cannot write " + written.string());
  std::filesystem::rename(written, file);
}

}  // namespace corridor::bench

#include "corridor/base/sources.h"

#include <algorithm>
#include <utility>

#include "corridor/base/sha256.h"

namespace corridor {

std::uint32_t Sources::add(std::string name, std::string text, std::string skipped) {
  files_.push_back({std::move(name), std::move(text), std::move(skipped)});
  return static_cast<std::uint32_t>(files_.size() - 1);
}

std::string_view Sources::name(std::uint32_t file) const {
  return file < files_.size() ? std::string_view(files_[file].name) : std::string_view();
}

std::string_view Sources::text(std::uint32_t file) const {
  return file < files_.size() ? std::string_view(files_[file].text) : std::string_view();
}

std::string_view Sources::text(Span span) const {
  auto const whole = span.known() ? text(span.file) : std::string_view();
  return span.offset < whole.size() ? whole.substr(span.offset, span.length) : std::string_view();
}

std::string_view Sources::line_of(Span span) const {
  auto const whole = span.known() ? text(span.file) : std::string_view();
  auto const at = std::min<std::size_t>(span.offset, whole.size());
  auto const before = at == 0 ? std::string_view::npos : whole.rfind('\n', at - 1);
  auto const start = before == std::string_view::npos ? 0 : before + 1;
  auto line = whole.substr(start, whole.find('\n', at) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string Sources::sha256(std::uint32_t file) const {
  return file < files_.size() ? sha256_of(files_[file].text, files_[file].skipped) : std::string();
}

std::string Sources::place(Span span) const {
  if (!span.known()) return "(in code)";
  auto place = std::string(name(span.file));
  place += ':';
  place += std::to_string(span.line);
  place += ':';
  place += std::to_string(span.column);
  return place;
}

}  // namespace corridor

#include "io/table_reader.h"

namespace corridor {

std::string column_with_unit(std::string_view column, std::string_view unit) {
  auto name = std::string(column) + "_";
  if (unit == "%") return name + "percent";
  for (std::size_t i = 0; i < unit.size(); ++i) {
    char const c = unit[i];
    if (c == '/') {
      name += "_per_";
    } else if (c == ' ') {
      name += '_';
    } else {
      name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return name;
}

std::optional<std::string_view> unit_in_header(std::string_view header, std::string_view column,
                                               Dimension dimension) {
  if (!header.starts_with(column)) return std::nullopt;
  for (auto const& unit : units()) {
    if (unit.dimension == dimension && header == column_with_unit(column, unit.name)) {
      return unit.name;
    }
  }
  return std::nullopt;
}

}  // namespace corridor

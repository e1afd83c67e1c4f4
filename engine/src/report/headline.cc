#include "report/headline.h"

#include "report/table.h"

namespace corridor::report {

std::string headline(std::string_view subject, std::string_view answer, Style const& style) {
  constexpr std::string_view kBetween = ", ";
  auto const width = display_width(subject) + display_width(kBetween) + display_width(answer);
  auto const between = width > style.width ? std::string_view(",\n  ") : kBetween;
  return bold(subject, style) + std::string(between) + accent(answer, style) + "\n";
}

}  // namespace corridor::report

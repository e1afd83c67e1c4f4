#pragma once

#include <string>
#include <string_view>

#include "corridor/report/render.h"

namespace corridor::report {

/// "Xi'an → Europe, at most 85,340 TEU/year": what is asked and, emphasised, the answer in short;
/// on two lines where one is too narrow. Ends with a newline.
std::string headline(std::string_view subject, std::string_view answer, Style const& style);

}  // namespace corridor::report

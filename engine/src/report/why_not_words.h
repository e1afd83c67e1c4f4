#pragma once

#include <string>
#include <vector>

#include "corridor/report/why_not_answer.h"

namespace corridor::report {

// What text, JSON, CSV and maps of `why-not` have in common.

/// The changes of one lever: those that are enough first, the least of them first; then those that
/// cannot be, in order of the route.
std::vector<ElementChange const*> ordered_changes(WhyNot const& why, Lever lever);
/// An amount of a lever in its unit: "3.2 h", "120 USD/TEU".
std::string with_unit(Lever lever, std::int64_t parts);
/// Exactly, in the unit that files use.
std::string exact_of(Lever lever, std::int64_t parts);
/// The unit: "h".
std::string_view unit_of(Lever lever);

}  // namespace corridor::report

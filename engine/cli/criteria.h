#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corridor/analysis/pareto.h"
#include "session.h"

namespace corridor::cli {

/// The criterion of that name; wrong usage for an unknown one.
Criterion const& criterion_named(std::string const& name, std::string_view option);

/// What --by names: two to five different criteria, time, cost and emissions where it is not typed.
std::vector<Criterion const*> asked_criteria(Session const& session);

}  // namespace corridor::cli

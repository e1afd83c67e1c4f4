#include "criteria.h"

#include <algorithm>

#include "corridor/base/nearest.h"

namespace corridor::cli {

Criterion const& criterion_named(std::string const& name, std::string_view option) {
  if (auto const* const found = find_criterion(name)) return *found;
  std::vector<std::string_view> names;
  for (auto const& each : criteria()) names.push_back(each.name);
  auto message = "--" + std::string(option) + ": unknown '" + name + "'";
  auto const hint = did_you_mean(name, names);
  if (!hint.empty()) throw UsageError(message + ", " + hint);
  message += ", it is one of";
  for (std::size_t i = 0; i < names.size(); ++i) {
    message += (i == 0 ? " " : ", ") + std::string(names[i]);
  }
  throw UsageError(message);
}

std::vector<Criterion const*> asked_criteria(Session const& session) {
  auto const typed = session.request().value("by").value_or("time,cost,emissions");
  std::vector<Criterion const*> by;
  for (auto const& name : split_list(typed, "by")) {
    auto const* const criterion = &criterion_named(name, "by");
    if (std::find(by.begin(), by.end(), criterion) != by.end()) {
      throw UsageError("--by: '" + name + "' is named twice");
    }
    by.push_back(criterion);
  }
  if (by.size() < kLeastCriteria || by.size() > kMostCriteria) {
    throw UsageError(
        "--by: a front weighs two to five things, separated by commas; '" + typed + "' names " +
        std::to_string(by.size()) +
        (by.size() < kLeastCriteria ? " (`corridor route` finds the best by one)" : ""));
  }
  return by;
}

}  // namespace corridor::cli

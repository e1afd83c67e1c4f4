#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corridor/base/int128.h"
#include "corridor/base/quantity.h"
#include "corridor/base/stop.h"
#include "corridor/export.h"

namespace corridor {

/// A set of projects: bit i stands for project i.
using ProjectSet = std::uint64_t;
inline constexpr std::size_t kMostProjects = 60;
/// Up to so many projects every set can be known: attribution and order are exact.
inline constexpr std::size_t kMostExactProjects = 16;

/// A cut between origin and destination as a bound on every set of projects: what crosses it with a
/// set is at most `base` and the gains of the set's projects.
struct ProjectCut {
  std::int64_t base = 0;                          ///< TEU/year without any project
  std::vector<std::optional<std::int64_t>> gain;  ///< by project; empty: no limit is known
  bool operator==(ProjectCut const&) const = default;
};

/// What is known about projects before anything is solved.
struct ProjectPlan {
  std::vector<Capital> cost;
  std::vector<ProjectSet> excludes;            ///< by project: what must not be built with it
  std::vector<std::vector<ProjectSet>> needs;  ///< by project: of each of these sets one at least
  /// No project lowers a capacity or shuts anything, whatever else is built: then every bound by
  /// a larger set holds. Where this is not known and no cuts are, at most kMostExactProjects can
  /// be asked about.
  bool only_raise = false;
  /// Throughput with exactly this set built; asked once for each set that is needed, and only for
  /// sets that may be built together.
  std::function<Limit(ProjectSet)> throughput;
  /// A minimum cut with exactly this set, of which `throughput` was asked before. May be left out:
  /// then only larger sets bound what a set can give.
  std::function<ProjectCut(ProjectSet)> cut;

  std::size_t size() const { return cost.size(); }
  /// So many can be asked about.
  std::size_t most() const { return only_raise || cut ? kMostProjects : kMostExactProjects; }
  CORRIDOR_EXPORT Capital cost_of(ProjectSet set) const;
  /// Nothing in the set excludes another, and all needs are met.
  CORRIDOR_EXPORT bool compatible(ProjectSet set) const;
  /// The set without projects whose needs are not met in it.
  CORRIDOR_EXPORT ProjectSet without_unmet(ProjectSet set) const;
};

struct ProjectQuestion {
  std::optional<Capital> budget;           ///< empty: unlimited
  std::optional<Capital> budget_per_year;  ///< above 0
  Stop stop;
};

/// An exact number: numerator / denominator, reduced, denominator > 0.
struct Rational {
  Int128 numerator = 0;
  Int128 denominator = 1;
  bool operator==(Rational const&) const = default;
};

/// What projects are worth. The value of a set is the largest throughput that any compatible part
/// of it gives: who may build is not forced to.
struct ProjectAnswer {
  bool bounded = true;   ///< false: with all projects some way has no limit; nothing else holds
  bool complete = true;  ///< false: stopped; what was not computed is empty
  Capacity without;      ///< the value of no project
  Capacity with_all;     ///< the value of all

  ProjectSet best = 0;  ///< the largest throughput under the budget; then the cheapest, the fewest
                        ///< projects, and the first in the order given
  Capital cost;
  Capacity throughput;
  /// No set under the budget gives more; `throughput` itself when the search was not stopped.
  /// Empty: stopped before anything was known.
  std::optional<Capacity> bound;

  struct Gain {
    Capacity alone;  ///< as the only project
    Capacity last;   ///< added to all others
  };
  std::vector<Gain> gains;  ///< by project
  /// together[i][j]: gain of both minus the sum of their gains alone. Above 0 they complement each
  /// other, below 0 one can stand in for the other.
  std::vector<std::vector<std::int64_t>> together;
  /// Shapley value (1953) by project: its mean gain over all orders in which all could be built.
  /// They add up to with_all - without. Empty beyond kMostExactProjects.
  std::vector<Rational> fair;

  struct Step {
    std::size_t project = 0;
    Capital spent;          ///< up to and with this project
    std::int64_t year = 0;  ///< at the end of which it can be paid; 0 without a yearly budget
    Capacity throughput;    ///< once it is built
  };
  std::vector<Step> order;  ///< of the best set
  /// The order has the largest sum, over the years (without a yearly budget: over the USD spent),
  /// of the throughput meanwhile. False: by gain per USD, step by step, as the set is too large.
  bool order_exact = true;
  Int128 order_total = 0;  ///< that sum

  std::uint64_t evaluations = 0;  ///< sets whose throughput was computed
};

/// Branch and bound (Land and Doig 1960) for the best set, from a greedy start. What can still be
/// added is bounded by the set of all undecided projects and by the cuts that were found so far,
/// filled with what the rest of the budget buys across them (Dantzig 1957). Values of all sets by
/// splitting the lattice of sets where its ends differ. Order by dynamic programming over sets
/// (Held and Karp 1962). At most 2^n throughputs, usually a few dozen. Throws std::invalid_argument
/// for more than kMostProjects projects, or more than kMostExactProjects unless plan.only_raise or
/// plan.cut.
CORRIDOR_EXPORT ProjectAnswer rank_projects(ProjectPlan const& plan,
                                            ProjectQuestion const& question);

/// Independent check of what is printed: the best set is compatible, within the budget and has the
/// value asked again; gains follow from values asked again; fair shares add up; the order holds all
/// of the best set, each project after what it needs. Empty when all holds.
CORRIDOR_EXPORT std::string violation(ProjectPlan const& plan, ProjectQuestion const& question,
                                      ProjectAnswer const& answer);

}  // namespace corridor

// Asks again for what is printed; nothing here is shared with the search.

#include <string>
#include <utility>

#include "corridor/analysis/projects.h"

namespace corridor {
namespace {

ProjectSet bit(std::size_t project) { return ProjectSet{1} << project; }

class Check {
 public:
  Check(ProjectPlan const& plan, ProjectQuestion const& question, ProjectAnswer const& answer)
      : plan_(plan), question_(question), answer_(answer) {}

  std::string violation() const {
    for (auto const check : {&Check::best, &Check::gains, &Check::fair, &Check::order}) {
      if (auto found = (this->*check)(); !found.empty()) return found;
    }
    return {};
  }

 private:
  bool gives(ProjectSet set, Capacity expected) const {
    return plan_.throughput(set) == Limit(expected);
  }

  std::string best() const {
    if (!plan_.compatible(answer_.best)) return "the best projects cannot be built together";
    if (answer_.cost != plan_.cost_of(answer_.best)) return "the best projects cost something else";
    if (question_.budget && answer_.cost > *question_.budget) {
      return "the best projects cost more than the budget";
    }
    if (!gives(answer_.best, answer_.throughput)) return "the best projects give something else";
    if (!gives(0, answer_.without)) return "without projects something else flows";
    if (answer_.bound && *answer_.bound < answer_.throughput) return "the bound is too low";
    if (answer_.complete && answer_.bound != answer_.throughput) return "the search left a gap";
    return {};
  }

  /// Where a set is compatible and projects only raise, its value is its throughput.
  std::string gains() const {
    if (!plan_.only_raise || answer_.gains.empty()) return {};
    auto const all = bit(plan_.size()) - 1;
    for (std::size_t i = 0; i < plan_.size(); ++i) {
      auto const& gain = answer_.gains[i];
      bool const alone = plan_.compatible(bit(i));
      if (alone && !gives(bit(i), answer_.without + gain.alone)) return "a gain alone is wrong";
      bool const last = plan_.compatible(all & ~bit(i));
      if (last && !gives(all & ~bit(i), answer_.with_all - gain.last)) {
        return "a gain at last is wrong";
      }
      if (auto found = pairs(i); !found.empty()) return found;
    }
    return {};
  }

  std::string pairs(std::size_t i) const {
    for (std::size_t j = 0; j < i; ++j) {
      auto const expected = answer_.without + answer_.gains[i].alone + answer_.gains[j].alone +
                            Capacity::of_parts(answer_.together[i][j]);
      if (answer_.together[i][j] != answer_.together[j][i]) return "the matrix is not symmetric";
      bool const both = plan_.compatible(bit(i) | bit(j));
      if (both && !gives(bit(i) | bit(j), expected)) return "a gain of two projects is wrong";
    }
    return {};
  }

  std::string fair() const {
    if (answer_.fair.empty()) return {};
    Int128 common = 1;
    for (std::size_t i = 2; i <= plan_.size(); ++i) common *= static_cast<Int128>(i);
    Int128 sum = 0;
    for (auto const& share : answer_.fair) sum += share.numerator * (common / share.denominator);
    auto const gain = (answer_.with_all - answer_.without).parts();
    return sum == common * gain ? "" : "the fair shares do not add up to the gain of all";
  }

  std::int64_t end_of(Capital cost) const {
    if (!question_.budget_per_year) return cost.parts();
    auto const yearly = question_.budget_per_year->parts();
    return (cost.parts() + yearly - 1) / yearly;
  }

  /// Of what is built, the part whose needs are met.
  ProjectSet running(ProjectSet built) const {
    for (std::size_t round = 0; round < plan_.size(); ++round) {
      for (std::size_t i = 0; i < plan_.size(); ++i) {
        for (auto const one_of : plan_.needs[i]) {
          if ((built & one_of) == 0) built &= ~bit(i);
        }
      }
    }
    return built;
  }

  std::string order() const {
    if (answer_.order.empty()) return answer_.complete && answer_.best != 0 ? "no order" : "";
    ProjectSet built = 0;
    Int128 total = 0;
    auto throughput = answer_.without;
    Capital spent;
    for (auto const& step : answer_.order) {
      auto const before = end_of(spent);
      spent += plan_.cost[step.project];
      built |= bit(step.project);
      total += Int128{throughput.parts()} * (end_of(spent) - before);
      throughput = step.throughput;
      if (step.spent != spent) return "a step of the order costs something else";
      if (question_.budget_per_year && step.year != end_of(spent)) return "a step's year is wrong";
      if (!gives(running(built), step.throughput))
        return "a step of the order gives something else";
    }
    if (built != answer_.best) return "the order is not of the best projects";
    return total == answer_.order_total ? "" : "the sum over the order is wrong";
  }

  ProjectPlan const& plan_;
  ProjectQuestion const& question_;
  ProjectAnswer const& answer_;
};

}  // namespace

std::string violation(ProjectPlan const& plan, ProjectQuestion const& question,
                      ProjectAnswer const& answer) {
  return answer.bounded ? Check(plan, question, answer).violation() : "";
}

}  // namespace corridor

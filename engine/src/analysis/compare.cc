#include "corridor/analysis/compare.h"

#include <utility>

#include "corridor/analysis/certificate.h"

namespace corridor {
namespace {

/// Passes an answer on when its certificate holds.
void require(std::string const& violation, Variant const& variant, std::string_view answer) {
  if (violation.empty()) return;
  throw Defect("the " + std::string(answer) + " of '" + variant.id + "' is wrong: " + violation);
}

class Comparer {
 public:
  Comparer(ComparisonPlan const& plan, Stages const& stages) : plan_(plan), stages_(stages) {}

  Comparison::Row row(Variant const& variant) const {
    Comparison::Row row;
    row.cells.reserve(plan_.corridors.size() + 1);
    row.cells.push_back(cell(variant, std::nullopt));
    for (CorridorId const corridor : plan_.corridors) row.cells.push_back(cell(variant, corridor));
    return row;
  }

 private:
  ComparisonCell cell(Variant const& variant, std::optional<CorridorId> corridor) const {
    auto const question = question_about(corridor);
    auto graph = stages_.run("compile", [&] { return compile(variant.network, question); });
    auto flow = stages_.run("flow", [&] { return max_flow(graph); });
    auto room = stages_.run("headroom", [&] { return headroom(graph, flow); });
    stages_.run("flow certificate", [&] {
      require(violation(graph, flow), variant, "throughput");
      require(violation(graph, flow, room), variant, "headroom");
    });
    auto best = routes(variant, graph, question);
    for (auto const& route : best) {
      // Every capacity is at least one, so a way there is and a flow there is are the same thing.
      bool const flows = !flow.bounded || flow.throughput > Capacity();
      if (route.has_value() != flows) throw Defect("a route and a flow contradict each other");
    }
    return {corridor, std::move(graph), std::move(flow), std::move(room), std::move(best)};
  }

  std::vector<std::optional<Route>> routes(Variant const& variant, Graph const& graph,
                                           Question const& question) const {
    std::vector<std::optional<Route>> best;
    best.reserve(plan_.objectives.size());
    for (Objective const* const objective : plan_.objectives) {
      auto proven = stages_.run("route", [&] {
        return proven_shortest_path(variant.network, graph, question, *objective, plan_.value);
      });
      best.emplace_back();
      if (!proven) continue;
      stages_.run("route certificate", [&] {
        require(violation(variant.network, graph, question, *objective, plan_.value, proven->route,
                          proven->potentials),
                variant, "best route");
      });
      best.back() = std::move(proven->route);
    }
    return best;
  }

  Question question_about(std::optional<CorridorId> corridor) const {
    Question question;
    question.from = plan_.from;
    question.to = plan_.to;
    question.year = plan_.year;
    question.corridor = corridor;
    return question;
  }

  ComparisonPlan const& plan_;
  Stages const& stages_;
};

}  // namespace

Comparison compare(std::span<Variant const> variants, ComparisonPlan const& plan,
                   Stages const& stages) {
  Comparer const comparer(plan, stages);
  Comparison comparison;
  comparison.variants.reserve(variants.size());
  for (Variant const& variant : variants) comparison.variants.push_back(comparer.row(variant));
  return comparison;
}

}  // namespace corridor

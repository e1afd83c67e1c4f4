// Losses on random networks against deletion and a solve from nothing, on the model written down
// a second time.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/criticality.h"
#include "corridor/graph/compile.h"
#include "flow/failures.h"
#include "flow/solver.h"
#include "support/flow_families.h"
#include "support/generate.h"
#include "support/network_spec.h"
#include "support/oracle.h"
#include "support/random.h"
#include "support/sparse_flow.h"

namespace corridor {
namespace {

using test::Random;
using test::World;

/// The world without what fails.
class Deletion {
 public:
  Deletion(Network const& network, World world) : network_(network), world_(std::move(world)) {}

  World without(std::vector<Failure> const& failures) const {
    World left = world_;
    std::erase_if(left.arcs, [&](World::Arc const& arc) {
      return std::any_of(failures.begin(), failures.end(),
                         [&](Failure const& failure) { return uses(arc, failure); });
    });
    return left;
  }

 private:
  std::optional<NodeId> node_of(std::size_t place) const {
    if (place < 2) return std::nullopt;
    return NodeId((place - 2) / 2 / network_.modes.size());
  }
  ModeId mode_of(std::size_t place) const {
    return ModeId((place - 2) / 2 % network_.modes.size());
  }
  bool in_country(std::size_t place, std::string const& country) const {
    auto const node = node_of(place);
    return node && network_.nodes[*node].country == country;
  }

  bool uses(World::Arc const& arc, Failure const& failure) const {
    if (failure.kind == FailureKind::link) return arc.link == LinkId(failure.index);
    if (failure.kind == FailureKind::country) {
      auto const& country = network_.nodes[NodeId(failure.index)].country;
      return in_country(arc.from, country) || in_country(arc.to, country);
    }
    auto const node = node_of(arc.from);
    if (failure.kind == FailureKind::node) {
      return node == NodeId(failure.index) || node_of(arc.to) == NodeId(failure.index);
    }
    if (!node || node != node_of(arc.to)) return false;
    auto const from = mode_of(arc.from), to = mode_of(arc.to);
    if (failure.kind == FailureKind::passage) {
      auto const& passage = network_.passages[PassageId(failure.index)];
      return node == passage.node && from == failure.mode && to == failure.mode;
    }
    auto const& transfer = network_.transfers[TransferId(failure.index)];
    if (node != transfer.node) return false;
    return (from == transfer.from && to == transfer.to) ||
           (transfer.both_ways && from == transfer.to && to == transfer.from);
  }

  Network const& network_;
  World world_;
};

struct Case {
  Network network;
  Question question;
  Graph graph;
  Flow flow;
};

Case make_case(std::uint64_t seed, test::SampleSize size = {}) {
  auto const drawn = test::sample(seed, size);
  auto network = test::build(drawn.spec);
  auto question = test::ask(network, drawn.from, drawn.to);
  auto graph = compile(network, question);
  auto flow = max_flow(graph);
  return {std::move(network), std::move(question), std::move(graph), std::move(flow)};
}

template <class Property>
void for_each_case(std::uint64_t first, std::uint64_t count, Property const& property) {
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    property(make_case(seed));
    if (::testing::Test::HasFailure()) return;
  }
}

std::string certified(Case const& made, Criticality const& found,
                      std::vector<PairLoss> const& pairs = {}) {
  auto const proof = proof_of(made.graph, made.flow, found, pairs);
  return violation(made.network, made.graph, made.flow, found, pairs, proof);
}

TEST(Criticality, IsWhatDeletionAndAnotherSolveSay) {
  std::size_t losing = 0;
  for_each_case(0, 1500, [&](Case const& made) {
    auto const found = criticality(made.network, made.graph, made.flow);
    if (!made.flow.bounded) {
      EXPECT_TRUE(found.elements.empty());
      return;
    }
    Deletion const deletion(made.network, test::world_of(made.network, made.question));
    for (auto const* const list : {&found.elements, &found.countries}) {
      for (auto const& each : *list) {
        auto const left = test::sparse_throughput(deletion.without({each.failure}));
        ASSERT_TRUE(left);
        EXPECT_EQ(each.throughput.parts(), *left)
            << name_of(each.failure.kind) << ' ' << id_of(made.network, made.graph, each.failure);
        if (each.loss > Capacity() && !each.isolating) ++losing;
      }
    }
    EXPECT_EQ(certified(made, found), "");
  });
  EXPECT_GT(losing, 500U);
}

TEST(Criticality, ListsWhatTheWorldHas) {
  for_each_case(0, 300, [&](Case const& made) {
    if (!made.flow.bounded) return;
    auto const world = test::world_of(made.network, made.question);
    std::vector<bool> there(made.network.links.size(), false);
    for (auto const& arc : world.arcs) {
      if (arc.link) there[arc.link->index()] = true;
    }
    auto const found = criticality(made.network, made.graph, made.flow);
    for (auto const& element : found.elements) {
      if (element.failure.kind != FailureKind::link) continue;
      EXPECT_TRUE(there[element.failure.index]);
      there[element.failure.index] = false;
    }
    EXPECT_EQ(std::count(there.begin(), there.end(), true), 0);
  });
}

TEST(Criticality, OfPairsIsWhatDeletionOfBothSays) {
  std::size_t dependent = 0, backing_up = 0;
  for_each_case(5000, 600, [&](Case const& made) {
    if (!made.flow.bounded) return;
    auto const found = criticality(made.network, made.graph, made.flow);
    auto const all = pair_criticality(made.graph, made.flow, found, 100'000);
    Deletion const deletion(made.network, test::world_of(made.network, made.question));
    // Every pair of elements: the loss of both beyond the worse, one row for each pair of groups.
    std::vector<std::pair<std::int64_t, std::pair<std::size_t, std::size_t>>> expected;
    auto const is_first_of_series = [&](std::size_t i) {
      auto const group = found.elements[i].group;
      return !group || found.groups[*group].kind != GroupKind::series ||
             found.groups[*group].elements.front() == i;
    };
    for (std::size_t i = 0; i < found.elements.size(); ++i) {
      for (std::size_t j = i + 1; j < found.elements.size(); ++j) {
        auto const& first = found.elements[i];
        auto const& second = found.elements[j];
        if (first.isolating || second.isolating) continue;
        auto const left =
            *test::sparse_throughput(deletion.without({first.failure, second.failure}));
        auto const loss = made.flow.throughput.parts() - left;
        if (loss <= std::max(first.loss, second.loss).parts()) continue;
        if (!is_first_of_series(i) || !is_first_of_series(j)) continue;
        expected.push_back({-loss, {i, j}});
      }
    }
    std::sort(expected.begin(), expected.end());
    ASSERT_EQ(all.worst.size(), expected.size());
    EXPECT_EQ(all.dependent, expected.size());
    EXPECT_TRUE(all.dependent_known);
    EXPECT_LE(all.searched, all.pairs);
    for (std::size_t k = 0; k < expected.size(); ++k) {
      EXPECT_EQ(all.worst[k].loss.parts(), -expected[k].first);
      EXPECT_EQ(std::make_pair(all.worst[k].first, all.worst[k].second), expected[k].second);
      if (all.worst[k].beyond_sum > Capacity()) ++backing_up;
    }
    dependent += expected.size();
    EXPECT_EQ(certified(made, found, all.worst), "");

    auto const few = pair_criticality(made.graph, made.flow, found, 3);
    ASSERT_EQ(few.worst.size(), std::min<std::size_t>(3, expected.size()));
    for (std::size_t k = 0; k < few.worst.size(); ++k) {
      EXPECT_EQ(few.worst[k].first, all.worst[k].first);
      EXPECT_EQ(few.worst[k].second, all.worst[k].second);
      EXPECT_EQ(few.worst[k].loss, all.worst[k].loss);
    }
    EXPECT_LE(few.searched, all.searched);
  });
  EXPECT_GT(dependent, 500U);
  EXPECT_GT(backing_up, 50U);
}

/// Least amount from place 0 to place 1, by relaxing everything until nothing changes.
std::optional<Int128> least_amount(World const& world, Objective const& objective) {
  std::vector<std::optional<Int128>> least(world.places);
  least[0] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (auto const& arc : world.arcs) {
      if (!least[arc.from]) continue;
      auto const through = *least[arc.from] + objective.amount(arc.totals, kDefaultValueOfTime);
      if (least[arc.to] && *least[arc.to] <= through) continue;
      least[arc.to] = through;
      changed = true;
    }
  }
  return least[1];
}

TEST(RouteCriticality, IsWhatDeletionAndAnotherSearchSay) {
  std::size_t longer = 0;
  for_each_case(20'000, 1000, [&](Case const& made) {
    if (!made.flow.bounded || made.flow.throughput == Capacity()) return;
    auto const found = criticality(made.network, made.graph, made.flow);
    Deletion const deletion(made.network, test::world_of(made.network, made.question));
    for (auto const& objective : objectives()) {
      auto const routes = route_criticality(made.graph, objective, found);
      EXPECT_EQ(violation(made.graph, objective, found, routes), "");
      ASSERT_EQ(routes.without.size(), found.elements.size());
      for (std::size_t i = 0; i < routes.without.size(); ++i) {
        auto const expected =
            least_amount(deletion.without({found.elements[i].failure}), objective);
        EXPECT_EQ(routes.without[i] == expected, true)
            << id_of(made.network, made.graph, found.elements[i].failure);
        EXPECT_EQ(routes.without[i].has_value(), !found.elements[i].isolating);
        if (routes.without[i] && *routes.without[i] > routes.best) ++longer;
      }
    }
  });
  EXPECT_GT(longer, 500U);
}

TEST(Criticality, GrowsWithTheCapacities) {
  for_each_case(40'000, 300, [&](Case const& made) {
    if (!made.flow.bounded) return;
    Random random(made.graph.arc_count());
    auto const factor = random.between(2, 9);
    auto wider = made.network;
    auto const scale = [&](Element& element) {
      if (element.figures.capacity.unlimited()) return;
      element.figures.capacity =
          Capacity::of_parts(factor * element.figures.capacity.capacity().parts());
    };
    for (auto& link : wider.links) scale(link.element);
    for (auto& transfer : wider.transfers) scale(transfer.element);
    for (auto& passage : wider.passages) scale(passage.element);
    auto const graph = compile(wider, made.question);
    auto const before = criticality(made.network, made.graph, made.flow);
    auto const after = criticality(wider, graph, max_flow(graph));
    ASSERT_EQ(before.elements.size(), after.elements.size());
    for (std::size_t i = 0; i < before.elements.size(); ++i) {
      EXPECT_EQ(after.elements[i].loss.parts(), factor * before.elements[i].loss.parts());
      EXPECT_EQ(after.elements[i].failure.index, before.elements[i].failure.index);
      EXPECT_EQ(after.elements[i].group, before.elements[i].group);
    }
  });
}

TEST(Criticality, LosesAtMostWhatAnElementCanCarry) {
  for_each_case(50'000, 300, [&](Case const& made) {
    if (!made.flow.bounded) return;
    for (auto const& element : criticality(made.network, made.graph, made.flow).elements) {
      Capacity carried;
      for (ArcId const a : element.failure.arcs) carried += made.flow.on[a];
      EXPECT_LE(element.loss, carried);
    }
  });
}

/// On the families that exercise long ways, large regions and many equal cuts.
TEST(Failures, AreWhatASolveWithoutTheEdgesSays) {
  flow::Workspace work;
  std::size_t searched = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    auto const instance = seed % 3 == 0   ? families::grid(5, seed)
                          : seed % 3 == 1 ? families::rail(9, seed)
                                          : families::genrmf(3, 4, seed);
    // Both directions of a two-way edge, as a compiled graph has them.
    std::vector<flow::Edge> edges;
    for (auto const& edge : instance.edges) {
      edges.push_back({edge.tail, edge.head, edge.capacity, 0});
      if (edge.reverse_capacity > 0)
        edges.push_back({edge.head, edge.tail, edge.reverse_capacity, 0});
    }
    flow::Problem const problem{instance.vertices, instance.source, instance.sink, edges};
    auto const solution = flow::Solver(problem).solve(work);
    auto const value = solution.cut.value;
    flow::Failures failures(problem, solution.flows, value);
    Random random(seed);
    for (int round = 0; round < 40; ++round) {
      std::vector<flow::EdgeIndex> failed;
      for (auto left = random.between(1, 3); left > 0; --left) {
        auto const edge = static_cast<flow::EdgeIndex>(random.below(edges.size()));
        if (std::find(failed.begin(), failed.end(), edge) == failed.end()) failed.push_back(edge);
      }
      auto without = edges;
      for (auto const edge : failed) without[edge].capacity = 0;
      auto const cut =
          flow::Solver({problem.vertices, problem.source, problem.sink, without}).cut(work);
      EXPECT_EQ(failures.loss(failed), value - cut.value);
      auto const rest = failures.remainder(failed);
      EXPECT_EQ(rest.value, cut.value);
      EXPECT_EQ(rest.source_side, cut.source_side);
    }
    searched += failures.searches();
  }
  EXPECT_GT(searched, 100U);
}

}  // namespace
}  // namespace corridor

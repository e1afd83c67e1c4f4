// Skims by both methods against shortest_path for each pair, on random networks.

#include <gtest/gtest.h>

#include <vector>

#include "corridor/analysis/skim.h"
#include "support/generate.h"

namespace corridor {
namespace {

using test::Random;

struct Asked {
  Network network;
  SkimPlan plan;
};

/// Two objectives and transfers, rows and columns drawn from the seed, some nodes in both.
Asked asked(std::uint64_t seed) {
  Random random(seed + 9'000'000);
  Asked asked{test::build(test::sample(seed).spec), {}};
  Network& network = asked.network;
  SkimPlan& plan = asked.plan;
  auto const any_node = [&] { return NodeId(random.below(network.nodes.size())); };
  for (NodeId const node : network.nodes.ids()) {
    if (random.percent(70)) plan.from.push_back(node);
    if (random.percent(70)) plan.to.push_back(node);
  }
  plan.from.push_back(any_node());
  plan.to.push_back(any_node());
  auto const all = objectives();
  plan.by = {&all[seed % all.size()], &all[(seed + 1) % all.size()]};
  plan.transfers = random.percent(70);
  if (random.percent(30)) plan.conditions.year = static_cast<int>(random.between(2023, 2028));
  if (random.percent(20)) plan.conditions.avoid_nodes = {any_node()};
  if (random.percent(10)) network.nodes[any_node()].closed = true;
  return asked;
}

/// What the cell should hold; of transfers without an objective.
std::int64_t expected(Asked const& asked, Objective const* objective, NodeId from, NodeId to) {
  if (from == to) return 0;
  Question question = asked.plan.conditions;
  question.from = {from};
  question.to = {to};
  Objective const& by = objective == nullptr ? *asked.plan.by.front() : *objective;
  auto const route = shortest_path(asked.network, compile(asked.network, question), question, by);
  if (!route) return kNoWay;
  if (objective == nullptr) return route->gauge_changes + route->transshipments;
  if (objective->name == "generalised") {
    return generalised_rounded(route->totals, kDefaultValueOfTime).parts();
  }
  return static_cast<std::int64_t>(objective->amount(route->totals, kDefaultValueOfTime));
}

TEST(SkimProperty, HoldsTheBestRouteOfEachPairByEitherMethod) {
  int unreached = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    auto const world = asked(seed);
    auto const& plan = world.plan;
    auto const found = skim(world.network, plan, 1, nullptr, SkimMethod::searches);
    for (std::size_t m = 0; m < found.matrices.size(); ++m) {
      for (std::size_t i = 0; i < plan.from.size(); ++i) {
        for (std::size_t k = 0; k < plan.to.size(); ++k) {
          auto const cell = found.at(m, i, k);
          if (cell == kNoWay) ++unreached;
          ASSERT_EQ(cell, expected(world, found.matrices[m].objective, plan.from[i], plan.to[k]))
              << "seed " << seed << " matrix " << m;
        }
      }
    }
    auto const other = skim(world.network, plan, 2, nullptr, SkimMethod::hierarchy);
    ASSERT_EQ(other.matrices.size(), found.matrices.size());
    for (std::size_t m = 0; m < found.matrices.size(); ++m) {
      ASSERT_EQ(other.matrices[m].cells, found.matrices[m].cells) << "seed " << seed;
    }
    ASSERT_EQ(violation(world.network, plan, found, skim_proofs(world.network, plan)), "")
        << "seed " << seed;
  }
  EXPECT_GT(unreached, 1'000);
}

void enlarge(Element& element) {
  constexpr std::int64_t kTimes = 10'000'000;
  element.figures.time = Duration::of_parts(element.figures.time.parts() * kTimes);
  element.figures.cost = Cost::of_parts(element.figures.cost.parts() * kTimes);
}

TEST(SkimProperty, IsTheSameWhereSumsNeedMoreThan64Bits) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    auto world = asked(seed);
    world.plan.by = {find_objective("generalised")};
    auto const small = skim(world.network, world.plan);
    for (Link& link : world.network.links) enlarge(link.element);
    for (Transfer& transfer : world.network.transfers) enlarge(transfer.element);
    for (Passage& passage : world.network.passages) enlarge(passage.element);
    for (SkimMethod const method : {SkimMethod::searches, SkimMethod::hierarchy}) {
      auto const large = skim(world.network, world.plan, 1, nullptr, method);
      ASSERT_EQ(violation(world.network, world.plan, large, skim_proofs(world.network, world.plan)),
                "");
      // Ties fall as before.
      if (world.plan.transfers) {
        ASSERT_EQ(large.matrices.back().cells, small.matrices.back().cells) << "seed " << seed;
      }
    }
  }
}

TEST(SkimProperty, AChangedCellOfACheckedColumnIsFound) {
  auto const world = asked(11);
  auto const proofs = skim_proofs(world.network, world.plan);
  ASSERT_FALSE(proofs.empty());
  auto const found = skim(world.network, world.plan);
  for (SkimProof const& proof : proofs) {
    for (std::size_t row = 0; row < found.rows; ++row) {
      auto changed = found;
      ++changed.matrices[proof.matrix].cells[row * found.columns + proof.column];
      EXPECT_NE(violation(world.network, world.plan, changed, proofs), "");
    }
  }
  auto shorter = found;
  shorter.matrices.pop_back();
  EXPECT_NE(violation(world.network, world.plan, shorter, proofs), "");
  auto swapped = found;
  std::swap(swapped.matrices[0].objective, swapped.matrices[1].objective);
  EXPECT_NE(violation(world.network, world.plan, swapped, proofs), "");
}

}  // namespace
}  // namespace corridor

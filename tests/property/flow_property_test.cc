// Maximum flow on random graphs against slow oracles, Boost's three algorithms and LEMON.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/max_flow.h"
#include "support/arc_graph.h"
#include "support/max_flow_oracle.h"
#include "support/random.h"

namespace corridor {
namespace {

using test::DrawnArc;
using test::graph_of;
using test::kUnlimited;
using test::Random;
using test::teu;

/// What random graphs are made of. Small amounts make ties and equal cuts common.
struct Family {
  char const* name;
  std::uint32_t vertices;
  std::uint32_t arcs;
  std::int64_t least, most;       ///< capacities
  std::uint32_t unlimited_of_10;  ///< how many arcs in ten are unlimited
};

std::vector<DrawnArc> random_arcs(Family const& family, Random& random) {
  std::vector<DrawnArc> arcs;
  auto const count = random.between(0, family.arcs);
  for (std::int64_t i = 0; i < count; ++i) {
    auto const tail = static_cast<std::uint32_t>(random.between(0, family.vertices - 1));
    auto const head = static_cast<std::uint32_t>(random.between(0, family.vertices - 1));
    bool const unlimited = random.between(0, 9) < std::int64_t{family.unlimited_of_10};
    arcs.push_back(
        {tail, head, unlimited ? kUnlimited : teu(random.between(family.least, family.most))});
    // Antiparallel and parallel arcs would be rare by chance alone.
    if (random.between(0, 3) == 0) arcs.push_back({head, tail, arcs.back().capacity});
    if (random.between(0, 5) == 0) arcs.push_back(arcs.back());
  }
  return arcs;
}

class RandomGraphs : public ::testing::TestWithParam<Family> {
 protected:
  template <class Property>
  void for_each_graph(int count, Property const& property) const {
    for (int seed = 0; seed < count; ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      Random random(static_cast<std::uint64_t>(seed));
      property(random_arcs(GetParam(), random), random);
      if (HasFatalFailure() || HasNonfatalFailure()) return;
    }
  }
  Graph graph(std::vector<DrawnArc> arcs) const {
    return graph_of(GetParam().vertices, std::move(arcs));
  }
};

/// Few enough vertices to look at every set of them.
class SmallRandomGraphs : public RandomGraphs {};

std::optional<std::int64_t> value_of(Flow const& flow) {
  if (!flow.bounded) return std::nullopt;
  return flow.throughput.parts();
}

TEST_P(RandomGraphs, HaveTheThroughputThatEveryOracleFinds) {
  int bounded = 0;
  for_each_graph(600, [&](std::vector<DrawnArc> const& arcs, Random&) {
    auto const drawn = graph(arcs);
    auto const flow = max_flow(drawn);
    ASSERT_EQ(violation(drawn, flow), "");
    auto const value = value_of(flow);
    if (value && *value > 0) ++bounded;
    EXPECT_EQ(value, test::flow_by_matrix(drawn));
    EXPECT_EQ(value, test::flow_by_lemon(drawn));
    test::BoostFlow boost(drawn);
    EXPECT_EQ(value, boost.solve(test::BoostAlgorithm::push_relabel));
    EXPECT_EQ(value, boost.solve(test::BoostAlgorithm::boykov_kolmogorov));
    EXPECT_EQ(value, boost.solve(test::BoostAlgorithm::edmonds_karp));
  });
  EXPECT_GT(bounded, 50) << "too few graphs carry a bounded flow for this to mean anything";
}

TEST_P(RandomGraphs, HaveNoOtherFlowOnOneArcThatTheCertificateAccepts) {
  for_each_graph(200, [&](std::vector<DrawnArc> const& arcs, Random& random) {
    if (arcs.empty()) return;
    auto const drawn = graph(arcs);
    auto flow = max_flow(drawn);
    auto const off = random.between(0, 1) == 0 ? 1 : -1;
    flow.on[ArcId(random.below(arcs.size()))] += Capacity::of_parts(off);
    EXPECT_NE(violation(drawn, flow), "");
  });
}

TEST_P(SmallRandomGraphs, HaveTheCutsThatLookingAtEverySetFinds) {
  int with_two_cuts = 0;
  for_each_graph(1500, [&](std::vector<DrawnArc> const& arcs, Random&) {
    auto const drawn = graph(arcs);
    auto const flow = max_flow(drawn);
    auto const cuts = test::cuts_by_sets(drawn);
    ASSERT_EQ(value_of(flow), cuts.value);
    if (!flow.bounded) return;
    EXPECT_EQ(flow.cut, cuts.nearest_origin);
    EXPECT_EQ(flow.cut_at_destination, cuts.nearest_destination);
    if (!flow.unique_cut) ++with_two_cuts;
  });
  EXPECT_GT(with_two_cuts, 5);
}

TEST_P(RandomGraphs, HaveTheHeadroomOfTheGraphWithAnUnlimitedBottleneck) {
  for_each_graph(200, [&](std::vector<DrawnArc> const& arcs, Random&) {
    auto const drawn = graph(arcs);
    auto const flow = max_flow(drawn);
    auto const room = headroom(drawn, flow);
    ASSERT_EQ(violation(drawn, flow, room), "");
    if (!flow.bounded) return;
    std::vector<DrawnArc> widened;
    for (ArcId const a : drawn.columns().tail.ids()) {
      bool const cut = std::find(flow.cut.begin(), flow.cut.end(), a) != flow.cut.end();
      widened.push_back(
          {drawn.tail(a).index(), drawn.head(a).index(), cut ? kUnlimited : drawn.capacity(a)});
    }
    auto const then = test::flow_by_matrix(graph(widened));
    EXPECT_EQ(room.bounded, then.has_value());
    if (!then) return;
    EXPECT_EQ(room.amount.parts(), *then - flow.throughput.parts());
  });
}

TEST_P(RandomGraphs, CarryKTimesAsMuchWithKTimesTheCapacity) {
  for_each_graph(200, [&](std::vector<DrawnArc> arcs, Random& random) {
    auto const before = max_flow(graph(arcs));
    auto const factor = random.between(2, 9);
    for (auto& arc : arcs) {
      if (arc.capacity.unlimited()) continue;
      arc.capacity = teu(arc.capacity.capacity().parts() * factor);
    }
    auto const after = max_flow(graph(arcs));
    ASSERT_EQ(before.bounded, after.bounded);
    EXPECT_EQ(after.throughput.parts(), factor * before.throughput.parts());
    EXPECT_EQ(after.cut, before.cut);
  });
}

TEST_P(RandomGraphs, CarryAtMostOneMoreWithOneMoreOnAnArcAndAtLeastAsMuch) {
  for_each_graph(200, [&](std::vector<DrawnArc> arcs, Random& random) {
    if (arcs.empty()) return;
    auto const before = max_flow(graph(arcs));
    auto& arc = arcs[random.below(arcs.size())];
    if (!before.bounded || arc.capacity.unlimited()) return;
    arc.capacity = teu(arc.capacity.capacity().parts() + 1);
    auto const gain = max_flow(graph(arcs)).throughput - before.throughput;
    EXPECT_GE(gain.parts(), 0);
    EXPECT_LE(gain.parts(), 1);
  });
}

TEST_P(RandomGraphs, CarryAsMuchBackwardsWithTheCutsExchanged) {
  for_each_graph(200, [&](std::vector<DrawnArc> const& arcs, Random&) {
    auto const forward = graph(arcs);
    auto const reversed = [](std::uint32_t v) { return v < 2 ? 1 - v : v; };
    std::vector<DrawnArc> turned;
    for (auto const& arc : arcs) {
      turned.push_back({reversed(arc.head), reversed(arc.tail), arc.capacity});
    }
    auto const backward = graph(turned);
    auto const there = max_flow(forward);
    auto const back = max_flow(backward);
    ASSERT_EQ(value_of(there), value_of(back));
    EXPECT_EQ(there.cut.size(), back.cut_at_destination.size());
    EXPECT_EQ(there.unique_cut, back.unique_cut);
  });
}

TEST_P(RandomGraphs, CarryAsMuchInAnotherOrderOfArcsOverTheSameCut) {
  for_each_graph(200, [&](std::vector<DrawnArc> arcs, Random& random) {
    auto const ends_of = [](Graph const& drawn, std::vector<ArcId> const& cut) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
      for (ArcId const a : cut) ends.emplace_back(drawn.tail(a).index(), drawn.head(a).index());
      std::sort(ends.begin(), ends.end());
      return ends;
    };
    auto const one = graph(arcs);
    random.shuffle(arcs);
    auto const other = graph(arcs);
    auto const a = max_flow(one);
    auto const b = max_flow(other);
    ASSERT_EQ(value_of(a), value_of(b));
    EXPECT_EQ(ends_of(one, a.cut), ends_of(other, b.cut));
  });
}

TEST_P(RandomGraphs, CarryTheTightestStageWhenPutInARow) {
  // The destination of one graph is the origin of the other.
  for_each_graph(100, [&](std::vector<DrawnArc> const& first, Random& random) {
    auto const second = random_arcs(GetParam(), random);
    auto const count = GetParam().vertices;
    // What leaves the destination of the first stage would come back through its origin.
    auto const one_way = [](std::vector<DrawnArc> arcs) {
      std::erase_if(arcs, [](DrawnArc const& arc) { return arc.tail == 1 || arc.head == 0; });
      return arcs;
    };
    std::vector<DrawnArc> row;
    for (auto arc : one_way(first)) {
      if (arc.head == 1) arc.head = count;
      row.push_back(arc);
    }
    for (auto arc : one_way(second)) {
      for (auto* const end : {&arc.tail, &arc.head})
        *end = *end == 0 ? count : *end == 1 ? 1 : *end + count;
      row.push_back(arc);
    }
    auto const a = value_of(max_flow(graph(first)));
    auto const b = value_of(max_flow(graph(second)));
    auto const both = value_of(max_flow(graph_of(2 * count, row)));
    EXPECT_EQ(both, !a ? b : !b ? a : std::min(*a, *b));
  });
}

std::vector<Family> const& small_families() {
  static std::vector<Family> const families = {{"Tiny", 3, 6, 1, 3, 1},
                                               {"Small", 6, 12, 1, 4, 1},
                                               {"Limited", 8, 20, 1, 5, 0},
                                               {"MostlyUnlimited", 8, 14, 1, 9, 5},
                                               {"AtTheCap", 9, 20, kMaxParts - 1, kMaxParts, 0}};
  return families;
}

std::vector<Family> all_families() {
  auto families = small_families();
  families.push_back({"Larger", 40, 140, 1, 1000, 1});
  return families;
}

auto const name_of_family = [](auto const& tested) { return std::string(tested.param.name); };

INSTANTIATE_TEST_SUITE_P(Flow, SmallRandomGraphs, ::testing::ValuesIn(small_families()),
                         name_of_family);
INSTANTIATE_TEST_SUITE_P(Flow, RandomGraphs, ::testing::ValuesIn(all_families()), name_of_family);

}  // namespace
}  // namespace corridor

// What must (and must not) change in the answers when a network changes in a known way. Each
// relation runs on a thousand random networks; a failure names its seed.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "support/answers.h"
#include "support/oracle.h"
#include "support/rewrite.h"

namespace corridor {
namespace {

using test::Amounts;
using test::answers;
using test::ask;
using test::best;
using test::best_amounts;
using test::engine_throughput;
using test::Random;
using test::Sample;

struct Built {
  explicit Built(Sample const& sample)
      : network(test::build(sample.spec)), question(ask(network, sample.from, sample.to)) {}
  Network network;
  Question question;
};

/// Calls relation(sample, random) with a seed in the trace until one fails.
template <class Relation>
void for_each_sample(Relation const& relation) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed + 77);
    relation(test::sample(seed), random);
    if (::testing::Test::HasFailure()) return;
  }
}

std::size_t any_link(Sample const& sample, Random& random) {
  return random.below(sample.spec.links.size());
}

std::optional<std::int64_t> throughput(Built const& built) {
  return engine_throughput(built.network, built.question);
}
Amounts amounts(Built const& built) { return best_amounts(built.network, built.question); }

/// No larger, where empty is unlimited.
bool at_most(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
  return !b || (a && *a <= *b);
}

/// Empty is "no route", which is worse than any.
bool no_better(Amounts const& changed, Amounts const& before) {
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (changed[i] && (!before[i] || *changed[i] < *before[i])) return false;
  }
  return true;
}

TEST(Metamorphic, RenamingIdsChangesOnlyTheNames) {
  for_each_sample([](Sample const& sample, Random&) {
    Built const before(sample);
    Built const after(test::renamed(sample));
    EXPECT_EQ(throughput(before), throughput(after));
    for (Objective const& objective : objectives()) {
      auto route = best(before.network, before.question, objective);
      if (route) {
        for (std::string& link : route->links) link = "x-" + link + ".renamed";
      }
      EXPECT_EQ(route, best(after.network, after.question, objective));
    }
  });
}

TEST(Metamorphic, ShufflingTheFileKeepsAmountsThroughputAndBottleneck) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built const before(sample);
    Built const after(test::shuffled(sample, random));
    EXPECT_EQ(amounts(before), amounts(after));
    EXPECT_EQ(throughput(before), throughput(after));
    EXPECT_EQ(test::bottleneck(before.network, before.question),
              test::bottleneck(after.network, after.question));
  });
}

TEST(Metamorphic, MultiplyingCapacitiesMultipliesTheThroughput) {
  for_each_sample([](Sample const& sample, Random& random) {
    std::int64_t const factor = random.between(2, 9);
    auto const before = throughput(Built(sample));
    auto const after = throughput(Built(test::with_capacities_times(sample, factor)));
    EXPECT_EQ(after, before ? std::optional(factor * *before) : std::nullopt);
  });
}

TEST(Metamorphic, MultiplyingCapacitiesKeepsTheBottleneckAndTheRoutes) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built const before(sample);
    Built const after(test::with_capacities_times(sample, random.between(2, 9)));
    EXPECT_EQ(test::bottleneck(before.network, before.question),
              test::bottleneck(after.network, after.question));
    EXPECT_EQ(amounts(before), amounts(after));
  });
}

TEST(Metamorphic, MultiplyingCostsMultipliesTheCostOfTheSameRoute) {
  for_each_sample([](Sample const& sample, Random& random) {
    std::int64_t const factor = random.between(2, 9);
    Objective const& by = *find_objective("cost");
    Built const before(sample);
    Built const after(test::with_costs_times(sample, factor));
    auto expected = best(before.network, before.question, by);
    if (expected) expected->amount *= factor;
    EXPECT_EQ(best(after.network, after.question, by), expected);
  });
}

TEST(Metamorphic, ReversingEverythingAndSwappingTheEndsKeepsAllValues) {
  for_each_sample([](Sample const& sample, Random&) {
    Built const before(sample);
    Built const after(test::reversed(sample));
    EXPECT_EQ(amounts(before), amounts(after));
    EXPECT_EQ(throughput(before), throughput(after));
  });
}

TEST(Metamorphic, ReversingSwapsTheTwoExtremeCuts) {
  for_each_sample([](Sample const& sample, Random&) {
    Built const before(sample);
    Built const after(test::reversed(sample));
    Graph const forward = compile(before.network, before.question);
    Graph const backward = compile(after.network, after.question);
    auto const elements = [](Graph const& graph, std::vector<ArcId> const& cut) {
      std::vector<std::pair<int, std::uint32_t>> found;
      for (ArcId const a : cut) {
        found.emplace_back(static_cast<int>(graph.kind(a)), graph.columns().element[a]);
      }
      std::sort(found.begin(), found.end());
      return found;
    };
    Flow const there = max_flow(forward);
    Flow const back = max_flow(backward);
    if (!there.bounded) return;
    EXPECT_EQ(elements(forward, there.cut), elements(backward, back.cut_at_destination));
    EXPECT_EQ(elements(forward, there.cut_at_destination), elements(backward, back.cut));
  });
}

TEST(Metamorphic, SplittingALinkByAMiddleNodeKeepsAllValues) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built const before(sample);
    Built const after(test::with_middle_node(sample, any_link(sample, random), random));
    EXPECT_EQ(amounts(before), amounts(after));
    EXPECT_EQ(throughput(before), throughput(after));
  });
}

TEST(Metamorphic, DividingALinkIntoParallelOnesKeepsAllValues) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built const before(sample);
    Built const after(test::with_parallel_split(sample, any_link(sample, random), random));
    EXPECT_EQ(amounts(before), amounts(after));
    EXPECT_EQ(throughput(before), throughput(after));
  });
}

TEST(Metamorphic, ADominatedLinkIsNeverChosen) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built const before(sample);
    Built const after(test::with_dominated_copy(sample, any_link(sample, random), random));
    for (Objective const& objective : objectives()) {
      EXPECT_EQ(best(before.network, before.question, objective),
                best(after.network, after.question, objective));
    }
  });
}

TEST(Metamorphic, AnUnconnectedSecondNetworkChangesNothing) {
  for_each_sample([](Sample const& sample, Random&) {
    Built const before(sample);
    Built const after(test::with_unconnected_copy(sample));
    EXPECT_EQ(answers(before.network, before.question), answers(after.network, after.question));
  });
}

TEST(Metamorphic, RemovingALinkWithoutFlowKeepsTheThroughput) {
  int removed = 0;
  for_each_sample([&removed](Sample const& sample, Random& random) {
    Built const before(sample);
    Graph const graph = compile(before.network, before.question);
    Flow const flow = max_flow(graph);
    std::size_t const index = any_link(sample, random);
    if (!flow.bounded || sample.spec.links.size() == 1) return;
    for (ArcId const a : graph.columns().tail.ids()) {
      bool const of_link = graph.kind(a) == ArcKind::link && graph.columns().element[a] == index;
      if (of_link && flow.on[a] != Capacity()) return;
    }
    Sample changed = sample;
    changed.spec.links.erase(changed.spec.links.begin() + static_cast<std::ptrdiff_t>(index));
    ++removed;
    EXPECT_EQ(throughput(Built(changed)), flow.throughput.parts());
  });
  EXPECT_GT(removed, 300);
}

TEST(Metamorphic, RemovingATransferWithoutFlowKeepsTheThroughput) {
  int removed = 0;
  for_each_sample([&removed](Sample const& sample, Random& random) {
    Built const before(sample);
    if (before.network.transfers.empty()) return;
    std::size_t const index = random.below(before.network.transfers.size());
    Graph const graph = compile(before.network, before.question);
    Flow const flow = max_flow(graph);
    if (!flow.bounded) return;
    for (ArcId const a : graph.columns().tail.ids()) {
      bool const of_it = graph.kind(a) == ArcKind::transfer && graph.columns().element[a] == index;
      if (of_it && flow.on[a] != Capacity()) return;
    }
    Network changed = before.network;
    changed.transfers[TransferId(index)].element.figures.capacity = Capacity();
    ++removed;
    EXPECT_EQ(engine_throughput(changed, before.question), flow.throughput.parts());
  });
  EXPECT_GT(removed, 300);
}

TEST(Metamorphic, RaisingACapacityRaisesTheThroughputByNoMore) {
  for_each_sample([](Sample const& sample, Random& random) {
    std::size_t const index = any_link(sample, random);
    std::int64_t const more = random.between(1, 9);
    Sample changed = sample;
    LinkSpec& link = changed.spec.links[index];
    std::int64_t const capacity = test::number_of(*link.element.capacity);
    if (capacity < 0) return;
    link.element.capacity = std::to_string(capacity + more) + " TEU/year";
    auto const before = throughput(Built(sample));
    auto const after = throughput(Built(changed));
    EXPECT_EQ(before.has_value(), after.has_value());
    if (!before) return;
    EXPECT_GE(*after, *before);
    EXPECT_LE(*after, *before + more * (link.both_ways ? 2 : 1));
  });
}

TEST(Metamorphic, MakingALinkUnlimitedNeverLowersTheThroughput) {
  for_each_sample([](Sample const& sample, Random& random) {
    Sample changed = sample;
    changed.spec.links[any_link(sample, random)].element.capacity = "unlimited";
    EXPECT_TRUE(at_most(throughput(Built(sample)), throughput(Built(changed))));
  });
}

TEST(Metamorphic, ClosingALinkNeverHelps) {
  for_each_sample([](Sample const& sample, Random& random) {
    Sample changed = sample;
    changed.spec.links[any_link(sample, random)].status = "closed";
    Built const before(sample);
    Built const after(changed);
    EXPECT_TRUE(at_most(throughput(after), throughput(before)));
    EXPECT_TRUE(no_better(amounts(after), amounts(before)));
  });
}

TEST(Metamorphic, ClosingANodeNeverHelps) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built const before(sample);
    Built after = before;
    after.network.nodes[NodeId(random.below(after.network.nodes.size()))].closed = true;
    EXPECT_TRUE(at_most(throughput(after), throughput(before)));
    EXPECT_TRUE(no_better(amounts(after), amounts(before)));
  });
}

TEST(Metamorphic, AvoidingANodeIsClosingIt) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built avoiding(sample);
    Built closing = avoiding;
    NodeId const node(random.below(avoiding.network.nodes.size()));
    avoiding.question.avoid_nodes = {node};
    closing.network.nodes[node].closed = true;
    EXPECT_EQ(answers(avoiding.network, avoiding.question),
              answers(closing.network, closing.question));
  });
}

TEST(Metamorphic, AvoidingWhatTheBestRouteDoesNotUseKeepsIt) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built built(sample);
    Objective const& by = *find_objective("cost");
    auto const before = best(built.network, built.question, by);
    LinkId const avoided(any_link(sample, random));
    std::string const id = built.network.links[avoided].id;
    if (!before || std::count(before->links.begin(), before->links.end(), id) > 0) return;
    built.question.avoid_links = {avoided};
    EXPECT_EQ(best(built.network, built.question, by), before);
  });
}

TEST(Metamorphic, AViaOnTheBestRouteKeepsIt) {
  int kept = 0;
  for_each_sample([&kept](Sample const& sample, Random& random) {
    Built built(sample);
    Objective const& by = *find_objective("time");
    Graph const graph = compile(built.network, built.question);
    auto const route = shortest_path(built.network, graph, built.question, by);
    if (!route) return;
    auto const nodes = nodes_of(graph, *route);
    auto const before = best(built.network, built.question, by);
    built.question.via = {nodes[random.below(nodes.size())]};
    ++kept;
    EXPECT_EQ(best(built.network, built.question, by), before);
  });
  EXPECT_GT(kept, 300);
}

TEST(Metamorphic, AViaNeverMakesARouteBetter) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built built(sample);
    auto const before = amounts(built);
    built.question.via = {NodeId(random.below(built.network.nodes.size()))};
    EXPECT_TRUE(no_better(amounts(built), before));
  });
}

TEST(Metamorphic, ARegionOfOneNodeIsTheNode) {
  for_each_sample([](Sample const& sample, Random&) {
    if (sample.from != "n0") return;
    Sample changed = sample;
    changed.spec.regions.push_back({"alone", {"n0"}});
    changed.from = "alone";
    Built const before(sample);
    Built const after(changed);
    EXPECT_EQ(answers(before.network, before.question), answers(after.network, after.question));
  });
}

TEST(Metamorphic, SeveralOriginsAreOneSuperOriginThatLeadsToThem) {
  for_each_sample([](Sample const& sample, Random&) {
    // Neither has passages at the origins, so that coming from `super` costs what starting does.
    Built const before(test::without_passages(sample));
    Built const after(test::with_super_origin(test::without_passages(sample), "0 USD/TEU"));
    EXPECT_EQ(throughput(before), throughput(after));
    EXPECT_EQ(amounts(before), amounts(after));
  });
}

TEST(Metamorphic, TheSameCostAddedAtEveryOriginKeepsTheBestRoute) {
  for_each_sample([](Sample const& sample, Random& random) {
    Objective const& by = *find_objective("cost");
    std::int64_t const more = random.between(1, 9);
    Built const before(test::with_super_origin(sample, "0 USD/TEU"));
    Built const after(test::with_super_origin(sample, std::to_string(more) + " USD/TEU"));
    auto expected = best(before.network, before.question, by);
    if (expected) expected->amount += more * Cost::kPartsPerUnit;
    EXPECT_EQ(best(after.network, after.question, by), expected);
  });
}

TEST(Metamorphic, ACutThroughAnySetOfPlacesCarriesTheThroughput) {
  for_each_sample([](Sample const& sample, Random& random) {
    Built const built(sample);
    auto const value = throughput(built);
    test::World const world = test::world_of(built.network, built.question);
    for (int attempt = 0; attempt < 20; ++attempt) {
      std::vector<bool> inside(world.places);
      for (std::size_t place = 0; place < inside.size(); ++place) {
        inside[place] = random.percent(50);
      }
      inside[0] = true;
      inside[1] = false;
      EXPECT_TRUE(at_most(value, test::cut_capacity(world, inside)));
    }
  });
}

TEST(Metamorphic, GoingByAnyThirdNodeIsNoShorter) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    // One mode and no passages: the legs join for free.
    Sample const sample = test::without_passages(test::sample(seed, {7, 1}));
    Network const network = test::build(sample.spec);
    if (network.nodes.size() < 3) continue;
    auto const amount = [&](std::size_t from, std::size_t to) {
      Question question;
      question.from = {NodeId(from)};
      question.to = {NodeId(to)};
      return best(network, question, *find_objective("time"));
    };
    auto const direct = amount(0, 2);
    auto const first = amount(0, 1);
    auto const second = amount(1, 2);
    if (!first || !second) continue;
    ASSERT_TRUE(direct) << "seed " << seed;
    EXPECT_TRUE(direct->amount <= first->amount + second->amount) << "seed " << seed;
  }
}

TEST(Metamorphic, AYearBeyondAllOpeningsIsEverythingOpen) {
  for_each_sample([](Sample const& sample, Random&) {
    Sample late = sample;
    Sample open = sample;
    for (LinkSpec& link : late.spec.links) link.closes.reset();
    for (LinkSpec& link : open.spec.links) {
      link.closes.reset();
      link.opens.reset();
    }
    Built after(late);
    after.question.year = 9999;
    Built const before(open);
    EXPECT_EQ(answers(before.network, before.question), answers(after.network, after.question));
  });
}

TEST(Metamorphic, ACorridorThatAllLinksBearIsNoRestriction) {
  for_each_sample([](Sample const& sample, Random&) {
    Sample tagged = sample;
    for (LinkSpec& link : tagged.spec.links) link.corridors.emplace_back("everywhere");
    Built const before(sample);
    Built after(tagged);
    after.question.corridor = find_corridor(after.network, "everywhere");
    EXPECT_EQ(answers(before.network, before.question), answers(after.network, after.question));
  });
}

TEST(Metamorphic, ACorridorNeverHelps) {
  for_each_sample([](Sample const& sample, Random&) {
    Built built(sample);
    if (built.network.corridors.empty()) return;
    auto const all = throughput(built);
    auto const best_of_all = amounts(built);
    built.question.corridor = CorridorId(0);
    EXPECT_TRUE(at_most(throughput(built), all));
    EXPECT_TRUE(no_better(amounts(built), best_of_all));
  });
}

TEST(Metamorphic, AFreeUnlimitedPassageIsNone) {
  for_each_sample([](Sample const& sample, Random&) {
    Sample changed = sample;
    for (NodeSpec& node : changed.spec.nodes) {
      if (node.passage) continue;
      node.passage.emplace();
      node.passage->capacity = "unlimited";
    }
    Built const before(sample);
    Built const after(changed);
    EXPECT_EQ(answers(before.network, before.question), answers(after.network, after.question));
  });
}

TEST(Metamorphic, TimeWithoutValueLeavesTheCheapestRoute) {
  for_each_sample([](Sample const& sample, Random&) {
    Built const built(sample);
    auto cheapest = best(built.network, built.question, *find_objective("cost"));
    if (cheapest) cheapest->amount *= 24'000;
    EXPECT_EQ(best(built.network, built.question, *find_objective("generalised"), ValueOfTime()),
              cheapest);
  });
}

TEST(Metamorphic, ARouteExistsExactlyWhereSomethingCanFlow) {
  for_each_sample([](Sample const& sample, Random&) {
    Built const built(sample);
    bool const flows = throughput(built) != std::optional<std::int64_t>(0);
    for (auto const& amount : amounts(built)) EXPECT_EQ(amount.has_value(), flows);
  });
}

TEST(Metamorphic, ThroughputIsThatOfTheSlowOracles) {
  for_each_sample([](Sample const& sample, Random&) {
    Built const built(sample);
    EXPECT_EQ(throughput(built), test::throughput(built.network, built.question));
    if (built.network.nodes.size() * built.network.modes.size() > 5) return;
    EXPECT_EQ(throughput(built), test::smallest_cut(built.network, built.question));
  });
}

}  // namespace
}  // namespace corridor

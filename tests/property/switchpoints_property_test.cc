// Switching points of random networks against the lower envelope of every way through them.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/switchpoints.h"
#include "support/all_ways.h"
#include "support/generate.h"

namespace corridor {
namespace {

using test::EveryWay;
using test::Random;

constexpr std::size_t kMostWays = 20'000;

struct Asked {
  Network network;
  Question question;
  Tradeoff tradeoff;
  RateRange range;
};

Fraction reduced(std::int64_t numerator, std::int64_t denominator) {
  auto a = numerator;
  auto b = denominator;
  while (b != 0) a = std::exchange(b, a % b);
  return {numerator / a, denominator / a};
}

Asked asked(std::uint64_t seed) {
  Random random(seed + 7'000'000);
  auto const sample = test::sample(seed, {5, 3});
  Asked asked{test::build(sample.spec), {}, {}, {}};
  asked.question = test::ask(asked.network, sample.from, sample.to);
  if (random.percent(15)) asked.question.via = {NodeId(random.below(asked.network.nodes.size()))};
  auto const all = objectives();
  auto const first = random.below(all.size());
  auto const second = (first + 1 + random.below(all.size() - 1)) % all.size();
  asked.tradeoff = {&all[first], &all[second], kDefaultValueOfTime};
  if (random.percent(40)) asked.range.min = reduced(random.between(0, 8), random.between(1, 4));
  if (random.percent(40)) {
    auto const& min = asked.range.min;
    asked.range.max =
        reduced(min.numerator + random.between(1, 9) * min.denominator, min.denominator);
  }
  return asked;
}

/// The least first + rate x second of all ways, times the denominator.
Int128 least(std::vector<EveryWay> const& ways, Tradeoff const& tradeoff, Fraction rate) {
  std::optional<Int128> best;
  for (auto const& way : ways) {
    auto const value = tradeoff.first->amount(way.totals, tradeoff.value) * rate.denominator +
                       tradeoff.second->amount(way.totals, tradeoff.value) * rate.numerator;
    if (!best || value < *best) best = value;
  }
  return best.value();
}

/// The first of the best ways at a rate by the file's tie rule.
std::vector<LinkId> best_links(std::vector<EveryWay> const& ways, Tradeoff const& tradeoff,
                               Fraction rate) {
  auto const value = [&](EveryWay const& way) {
    return tradeoff.first->amount(way.totals, tradeoff.value) * rate.denominator +
           tradeoff.second->amount(way.totals, tradeoff.value) * rate.numerator;
  };
  auto const best = std::min_element(ways.begin(), ways.end(), [&](auto const& a, auto const& b) {
    if (value(a) != value(b)) return value(a) < value(b);
    if (a.links.size() != b.links.size()) return a.links.size() < b.links.size();
    return a.links < b.links;
  });
  return best->links;
}

std::vector<LinkId> links_of(Graph const& graph, Route const& route) {
  std::vector<LinkId> links;
  for (ArcId const arc : route.arcs) {
    if (graph.kind(arc) == ArcKind::link) links.emplace_back(graph.columns().element[arc]);
  }
  return links;
}

/// Rates where lines cross, rates between, and one far beyond all of them.
std::vector<Fraction> telling_rates(std::vector<EveryWay> const& ways, Tradeoff const& tradeoff) {
  std::vector<Fraction> rates{{0, 1}, {1'000'000'000, 1}};
  constexpr std::size_t kMost = 40;
  for (std::size_t i = 0; i < std::min(kMost, ways.size()); ++i) {
    for (std::size_t j = 0; j < std::min(kMost, ways.size()); ++j) {
      auto const rise = tradeoff.first->amount(ways[j].totals, tradeoff.value) -
                        tradeoff.first->amount(ways[i].totals, tradeoff.value);
      auto const fall = tradeoff.second->amount(ways[i].totals, tradeoff.value) -
                        tradeoff.second->amount(ways[j].totals, tradeoff.value);
      if (rise < 0 || fall <= 0) continue;
      auto const rate = reduced(static_cast<std::int64_t>(rise), static_cast<std::int64_t>(fall));
      if (std::find(rates.begin(), rates.end(), rate) == rates.end()) rates.push_back(rate);
    }
  }
  std::sort(rates.begin(), rates.end());
  auto const count = rates.size();
  for (std::size_t i = 1; i < count; ++i) {
    rates.push_back(reduced(rates[i - 1].numerator + rates[i].numerator,
                            rates[i - 1].denominator + rates[i].denominator));
  }
  return rates;
}

TEST(SwitchpointsProperty, AreTheLowerEnvelopeOfAllWays) {
  std::size_t networks = 0;
  std::size_t several = 0;
  std::size_t none = 0;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    auto const [network, question, tradeoff, range] = asked(seed);
    auto const ways = test::all_ways(network, question, kMostWays);
    if (!ways) continue;
    ++networks;
    Graph const graph = compile(network, question);
    auto const found = switchpoints(network, graph, question, tradeoff, range);
    EXPECT_EQ(violation(network, graph, question, tradeoff, range, found), "");
    ASSERT_EQ(found.pieces.empty(), ways->empty());
    if (ways->empty()) {
      ++none;
      continue;
    }
    if (found.pieces.size() > 1) ++several;
    EXPECT_LE(found.searches, 3 * found.pieces.size() + 1);
    auto const rates = telling_rates(*ways, tradeoff);
    for (auto const& piece : found.pieces) {
      EXPECT_EQ(links_of(graph, piece.route), best_links(*ways, tradeoff, rate_inside(piece)));
      for (auto const rate : rates) {
        if (rate < piece.from || (piece.to && rate > *piece.to)) continue;
        EXPECT_TRUE(least(*ways, tradeoff, rate) ==
                    piece.first * rate.denominator + piece.second * rate.numerator)
            << "at " << rate.numerator << '/' << rate.denominator;
      }
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(networks, 1400U);
  EXPECT_GT(several, 150U);
  EXPECT_GT(none, 100U);
}

}  // namespace
}  // namespace corridor

// `expansion:` of elements and `cost:` of scenarios, from text to model.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corridor/io/read.h"
#include "corridor/model/builder.h"
#include "corridor/scenario/apply.h"
#include "corridor/scenario/provenance.h"

namespace corridor {
namespace {

using ::testing::HasSubstr;

constexpr auto kHead =
    "format: 1\nnetwork: Two\nyear: 2025\nassumptions: {operating_days: 350}\n"
    "sources:\n  S1: {title: Prices}\n"
    "modes:\n  rail: {kind: rail, speed: 50 km/h, cost: 1 USD/TEU/km, emissions: 1 g/TEU/km}\n";

Document document_of(std::string text, char const* name) {
  return parse_text(std::make_shared<Sources>(), name, std::move(text)).value();
}

Result<Network> network_of(std::string const& expansion,
                           std::string const& capacity = "9 TEU/year") {
  auto const text = std::string(kHead) +
                    "nodes:\n  a: {name: A}\n  z: {name: Z}\nlinks:\n"
                    "  a-z: {between: [a, z], mode: rail, length: 1 km, capacity: " +
                    capacity + ", expansion: " + expansion + "}\n";
  return read_network(document_of(text, "two.yaml"));
}

std::string error_of(std::string const& expansion, std::string const& capacity = "9 TEU/year") {
  auto const network = network_of(expansion, capacity);
  return network ? "accepted" : network.error().front().message;
}

Result<Scenario> scenario_of(std::string const& lines) {
  return read_scenario(document_of("format: 1\nscenario: s\n" + lines, "s.yaml"));
}

TEST(ReadExpansion, KeepsThousandthsOfAPriceAndWholeTeu) {
  auto const network = network_of(
      "{cost: 1200.125 USD per TEU/year, up_to: 2 TEU/day, estimate: [cost], source: S1, note: "
      "why}");
  ASSERT_TRUE(network) << network.error().front().message;
  auto const* const expansion = expansion_of(*network, {ElementKind::link, 0});
  ASSERT_NE(expansion, nullptr);
  EXPECT_EQ(expansion->cost, ExpansionCost::of_parts(1'200'125));
  EXPECT_EQ(expansion->up_to, Limit(Capacity::of_parts(700)));
  EXPECT_TRUE(expansion->cost_estimated);
  EXPECT_FALSE(expansion->up_to_estimated);
  EXPECT_EQ(expansion->sources.size(), 1U);
  EXPECT_EQ(expansion->note, "why");
  EXPECT_EQ(network->links[LinkId(0)].element.figures.capacity, Limit(Capacity::of_parts(9)));
}

TEST(ReadExpansion, MayHaveNoLimit) {
  auto const network = network_of("{cost: 0 USD per TEU/year, up_to: unlimited}");
  ASSERT_TRUE(network);
  EXPECT_TRUE(expansion_of(*network, {ElementKind::link, 0})->up_to.unlimited());
}

TEST(ReadExpansion, RefusesWhatItDoesNotUnderstand) {
  EXPECT_THAT(error_of("{up_to: 5 TEU/year}"), HasSubstr("'cost' is missing"));
  EXPECT_THAT(error_of("{cost: 5 USD per TEU/year}"), HasSubstr("'up_to' is missing"));
  EXPECT_THAT(error_of("{cost: 5 USD, up_to: 5 TEU/year}"), HasSubstr("unit of capital"));
  EXPECT_THAT(error_of("{cost: 0.0001 USD per TEU/year, up_to: 5 TEU/year}"),
              HasSubstr("thousandths of USD per TEU/year"));
  EXPECT_THAT(error_of("{cost: 5 USD per TEU/year, up_to: 5 TEU/year, estimate: [time]}"),
              HasSubstr("no figure 'time'"));
  EXPECT_THAT(error_of("{cost: 5 USD per TEU/year, up_to: 5 TEU/year, source: S2}"),
              HasSubstr("no source 'S2'"));
  EXPECT_THAT(error_of("{cost: 5 USD per TEU/year, up_to: 5 TEU/year}", "unlimited"),
              HasSubstr("an unlimited capacity has no expansion"));
}

TEST(ReadExpansion, IsExplained) {
  auto const network = network_of("{cost: 12.5 USD per TEU/year, up_to: 700 TEU/year}");
  ASSERT_TRUE(network);
  auto const explained = explain(*network, "a-z.expansion");
  ASSERT_EQ(explained.figures.size(), 1U);
  EXPECT_EQ(explained.figures[0].value, "12.5");
  EXPECT_EQ(explained.figures[0].unit, "USD per TEU/year");
}

TEST(ReadCost, KeepsWholeDollars) {
  EXPECT_EQ(scenario_of("cost: 350 MUSD\n")->cost, Capital::of_parts(350'000'000));
  EXPECT_EQ(scenario_of("cost: 1.5 bnUSD\n")->cost, Capital::of_parts(1'500'000'000));
  EXPECT_EQ(scenario_of("cost: 12 kUSD\n")->cost, Capital::of_parts(12'000));
  EXPECT_EQ(scenario_of("cost: 7 USD\n")->cost, Capital::of_parts(7));
  EXPECT_FALSE(scenario_of("title: Free\n")->cost.has_value());
  EXPECT_TRUE(scenario_of("cost: 7 USD\nestimate: [cost]\n")->cost_estimated);
}

TEST(ReadCost, RefusesWhatIsNoCapital) {
  EXPECT_EQ(scenario_of("cost: 0.5 USD\n").error().front().code, Code::too_precise);
  EXPECT_EQ(scenario_of("cost: -5 USD\n").error().front().code, Code::negative_number);
  EXPECT_EQ(scenario_of("cost: 5\n").error().front().code, Code::missing_unit);
  EXPECT_EQ(scenario_of("cost: 5 USD/TEU\n").error().front().code, Code::wrong_unit);
  EXPECT_EQ(scenario_of("cost: 1001 bnUSD\n").error().front().code, Code::out_of_range);
  EXPECT_EQ(scenario_of("estimate: [title]\n").error().front().code, Code::unknown_field);
}

TEST(ReadCost, NamesASourceOfTheNetwork) {
  auto const network = network_of("{cost: 5 USD per TEU/year, up_to: 5 TEU/year}");
  auto const known = scenario_of("cost: 7 USD\nsource: S1\n");
  auto const unknown = scenario_of("cost: 7 USD\nsource: S9\n");
  EXPECT_TRUE(corridor::apply(*network, std::vector<Scenario>{*known}));
  auto const refused = corridor::apply(*network, std::vector<Scenario>{*unknown});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::unknown_source);
}

}  // namespace
}  // namespace corridor

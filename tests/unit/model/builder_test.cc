#include "corridor/model/builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "unit/model/caspian.h"

namespace corridor {
namespace {

using test::Caspian;
using test::summaries;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// What is said about the network after one change.
std::vector<std::string> errors_after(std::function<void(Caspian&)> const& change) {
  Caspian world;
  change(world);
  auto const network = world.build();
  return network ? std::vector<std::string>() : summaries(network.error());
}

std::vector<std::string> warnings_after(std::function<void(Caspian&)> const& change) {
  Caspian world;
  change(world);
  auto builder = world.builder();
  EXPECT_TRUE(std::move(builder).finish());
  return summaries(builder.warnings());
}

TEST(Builder, KeepsExactFigures) {
  auto const network = Caspian().build();
  ASSERT_TRUE(network) << summaries(network.error())[0];
  auto const& rail = network->links[LinkId(1)].element;
  EXPECT_EQ(rail.figures.length, Length::of_parts(3'086'000));
  EXPECT_EQ(rail.figures.time, Duration::of_parts(74'064));
  EXPECT_EQ(rail.figures.cost, Cost::of_parts(925'800));
  EXPECT_EQ(rail.figures.emissions, Emissions::of_parts(617'200));
  EXPECT_EQ(rail.figures.capacity, Limit(Capacity::of_parts(92'190)))
      << "12*82*347*0.27 = 92190.96";
  EXPECT_THAT(rail.origin, ElementsAre(Origin::written, Origin::rate, Origin::rate, Origin::rate,
                                       Origin::written, Origin::unset));
  auto const& sea = network->links[LinkId(2)].element;
  EXPECT_EQ(sea.figures.time, Duration::of_parts(20'000)) << "written, so not from the rate";
  EXPECT_EQ(sea.origin[1], Origin::written);
  auto const& gauge = network->transfers[TransferId(0)].element;
  EXPECT_EQ(gauge.figures.capacity, Limit(Capacity::of_parts(727'272)));
  EXPECT_EQ(gauge.figures.emissions, Emissions()) << "0 unless written";
  EXPECT_EQ(gauge.origin[3], Origin::unset);
  EXPECT_TRUE(network->passages[PassageId(0)].element.figures.capacity.unlimited());
}

TEST(Builder, RefersByIdInFileOrder) {
  auto const network = Caspian().build();
  ASSERT_TRUE(network);
  EXPECT_EQ(find_node(*network, "aktau"), NodeId(2));
  EXPECT_EQ(find_link(*network, "aktau-alat"), LinkId(2));
  EXPECT_EQ(find_link(*network, "alat-aktau"), std::nullopt);
  EXPECT_EQ(find_mode(*network, "caspian"), ModeId(2));
  EXPECT_EQ(find_region(*network, "sea"), RegionId(0));
  EXPECT_EQ(find_corridor(*network, "middle"), CorridorId(0));
  EXPECT_EQ(find_source(*network, "S1"), SourceId(0));
  auto const& link = network->links[LinkId(1)];
  EXPECT_EQ(link.from, NodeId(1));
  EXPECT_EQ(link.to, NodeId(2));
  EXPECT_EQ(link.mode, ModeId(1));
  EXPECT_THAT(link.corridors, ElementsAre(CorridorId(0)));
  EXPECT_THAT(link.element.sources, ElementsAre(SourceId(0)));
  EXPECT_EQ(network->nodes[NodeId(1)].passage, PassageId(0));
  EXPECT_EQ(network->modes[ModeId(0)].gauge_mm, 1435);
  EXPECT_EQ(network->nodes[NodeId(0)].at, (Point{342'583'000, 1'089'286'000}));
}

TEST(Builder, FindsATransferWrittenWithBetweenFromBothSides) {
  auto const network = Caspian().build();
  ASSERT_TRUE(network);
  auto const [rail_1435, rail_1520, sea] = std::array{ModeId(0), ModeId(1), ModeId(2)};
  EXPECT_EQ(find_transfer(*network, NodeId(1), rail_1520, rail_1435), TransferId(0));
  EXPECT_EQ(find_transfer(*network, NodeId(2), rail_1520, sea), TransferId(1));
  EXPECT_EQ(find_transfer(*network, NodeId(2), sea, rail_1520), std::nullopt);
}

TEST(Builder, NamesElementsForToolsAndForPeople) {
  auto const network = Caspian().build();
  ASSERT_TRUE(network);
  auto const link = ElementRef{ElementKind::link, 0};
  auto const gauge = ElementRef{ElementKind::transfer, 0};
  auto const port = ElementRef{ElementKind::transfer, 1};
  auto const passage = ElementRef{ElementKind::passage, 0};
  EXPECT_EQ(id_of(*network, link), "xian-dostyk");
  EXPECT_EQ(id_of(*network, gauge), "dostyk:rail_1435>rail_1520");
  EXPECT_EQ(id_of(*network, passage), "dostyk:passage");
  EXPECT_EQ(title_of(*network, link), "Xi'an-Dostyk");
  EXPECT_EQ(title_of(*network, gauge), "gauge change at Dostyk");
  EXPECT_EQ(title_of(*network, port), "transshipment at aktau");
  EXPECT_EQ(title_of(*network, passage), "passage at Dostyk");
  auto const& figures = element(*network, port).figures;
  EXPECT_EQ(kept_text(figures, Field::time), "72 h");
  EXPECT_EQ(kept_text(figures, Field::cost), "150 USD/TEU");
  EXPECT_EQ(kept_text(figures, Field::capacity), "140000 TEU/year");
  EXPECT_EQ(kept_text(element(*network, passage).figures, Field::capacity), "unlimited");
  EXPECT_EQ(kept_text(element(*network, link).figures, Field::emissions), "418.21 kg/TEU");
}

TEST(Builder, SuggestsTheNearestNode) {
  EXPECT_THAT(errors_after([](Caspian& w) { w.links[1].to = Text("aktao"); }),
              ElementsAre("[unknown-node] link 'dostyk-aktau': no node 'aktao' (did you mean "
                          "'aktau'?)"));
}

TEST(Builder, ReportsAllErrorsInOrderOfPlace) {
  Sources sources;
  auto const file = sources.add("net.yaml", std::string(100, 'x'));
  auto const at = [&](std::string text, std::uint32_t offset) {
    return Text(text, Span{file, 1, offset + 1, offset, 1});
  };
  Caspian world;
  world.links[0].mode = at("rail", 50);
  world.links[1].from = at("dosty", 20);
  world.nodes[3].id = at("Alat", 5);
  auto const network = world.build();
  ASSERT_FALSE(network);
  EXPECT_THAT(summaries(network.error()),
              ElementsAre(HasSubstr("no node 'alat'"), HasSubstr("no node 'alat'"),
                          HasSubstr("[bad-id] node 'Alat'"), HasSubstr("no node 'dosty'"),
                          HasSubstr("no mode 'rail'")))
      << "what has no place comes first";
}

TEST(Builder, TellsWhereTheFirstOfTwoStands) {
  auto sources = std::make_shared<Sources>();
  auto const file = sources->add("net.yaml", "aktau\n\naktau\n");
  NetworkBuilder builder("n", 2025, sources);
  builder.add(NodeSpec{.id = Text("aktau", Span{file, 1, 1, 0, 5})});
  builder.add(NodeSpec{.id = Text("aktau", Span{file, 3, 1, 7, 5})});
  builder.add(RegionSpec{.id = Text("r"), .nodes = {"akta"}});
  auto const network = std::move(builder).finish();
  ASSERT_FALSE(network);
  EXPECT_THAT(
      summaries(network.error()),
      ElementsAre(
          "[unknown-node] region 'r': no node 'akta' (did you mean 'aktau'? (net.yaml:1:1))",
          "[duplicate-id] node 'aktau': appears twice, first on line 1"));
}

struct Mistake {
  char const* name;
  std::function<void(Caspian&)> make;
  char const* finding;  ///< the only one, apart from its hint
};
void PrintTo(Mistake const& mistake, std::ostream* out) { *out << mistake.name; }

class BuilderRefuses : public ::testing::TestWithParam<Mistake> {};

TEST_P(BuilderRefuses, WithOneFinding) {
  auto const found = errors_after(GetParam().make);
  ASSERT_THAT(found, SizeIs(1)) << ::testing::PrintToString(found);
  EXPECT_THAT(found[0], ::testing::StartsWith(GetParam().finding));
}

INSTANTIATE_TEST_SUITE_P(
    Ids, BuilderRefuses,
    ::testing::Values(
        Mistake{"Capital", [](Caspian& w) { w.links[0].id = "Xian"; }, "[bad-id] link 'Xian'"},
        Mistake{"Empty", [](Caspian& w) { w.regions[0].id = ""; }, "[bad-id] region ''"},
        Mistake{"Dash", [](Caspian& w) { w.links[0].id = "-x"; }, "[bad-id] link '-x'"},
        Mistake{"Tag", [](Caspian& w) { w.links[0].corridors = {"Middle"}; },
                "[bad-id] corridor 'Middle'"},
        Mistake{"SourceKey", [](Caspian& w) { w.sources.push_back({.id = "S 2"}); },
                "[bad-id] source 'S 2'"},
        Mistake{"TwoLinks", [](Caspian& w) { w.links.push_back(w.links[0]); },
                "[duplicate-id] link 'xian-dostyk'"},
        Mistake{"TwoModes", [](Caspian& w) { w.modes.push_back(w.modes[0]); },
                "[duplicate-id] mode 'rail_1435'"},
        Mistake{"TwoSources", [](Caspian& w) { w.sources.push_back(w.sources[0]); },
                "[duplicate-id] source 'S1'"},
        Mistake{"TwoRegions", [](Caspian& w) { w.regions.push_back(w.regions[0]); },
                "[duplicate-id] region 'sea'"},
        Mistake{"TagTwice",
                [](Caspian& w) {
                  w.links[0].corridors = {"a", "a"};
                },
                "[duplicate-id] link 'xian-dostyk': corridor 'a' twice"},
        Mistake{"NodeTwiceInRegion",
                [](Caspian& w) {
                  w.regions[0].nodes = {"alat", "alat"};
                },
                "[duplicate-id] region 'sea': node 'alat' twice"},
        Mistake{"RegionLikeNode", [](Caspian& w) { w.regions[0].id = "aktau"; },
                "[node-region-clash] region 'aktau'"}),
    [](auto const& mistake) { return mistake.param.name; });

INSTANTIATE_TEST_SUITE_P(
    References, BuilderRefuses,
    ::testing::Values(
        Mistake{"ModeOfLink", [](Caspian& w) { w.links[0].mode = Text("rail_1434"); },
                "[unknown-mode] link 'xian-dostyk': no mode 'rail_1434'"},
        Mistake{"ModeOfTransfer", [](Caspian& w) { w.nodes[2].transfers[0].to = Text("sea"); },
                "[unknown-mode] node 'aktau', transfer: no mode 'sea'"},
        Mistake{"Source", [](Caspian& w) { w.links[0].element.sources = {"S2"}; },
                "[unknown-source] link 'xian-dostyk': no source 'S2'"},
        Mistake{"Region", [](Caspian& w) { w.regions[0].nodes = {"baku"}; },
                "[unknown-node] region 'sea': no node 'baku'"},
        Mistake{"EmptyRegion", [](Caspian& w) { w.regions[0].nodes.clear(); },
                "[no-nodes] region 'sea'"},
        Mistake{"Estimate", [](Caspian& w) { w.links[0].element.estimates = {"tme"}; },
                "[unknown-field] link 'xian-dostyk': no figure 'tme' to estimate (did you mean "
                "'time'?)"},
        Mistake{"NoEnd", [](Caspian& w) { w.links[0].to.reset(); },
                "[missing-key] link 'xian-dostyk': an end is missing"},
        Mistake{"NoMode", [](Caspian& w) { w.links[0].mode.reset(); },
                "[missing-key] link 'xian-dostyk': a mode is missing"},
        Mistake{"SelfLoop", [](Caspian& w) { w.links[0].to = Text("xian"); },
                "[self-loop] link 'xian-dostyk': from 'xian' to itself"},
        Mistake{"SelfTransfer", [](Caspian& w) { w.nodes[2].transfers[0].to = Text("rail_1520"); },
                "[self-transfer] node 'aktau', transfer: from 'rail_1520' to itself"},
        Mistake{"SameTransfer",
                [](Caspian& w) { w.nodes[2].transfers.push_back(w.nodes[2].transfers[0]); },
                "[duplicate-transfer] node 'aktau', transfer: from 'rail_1520' to 'caspian'"},
        Mistake{"TransferInsideBetween",
                [](Caspian& w) {
                  auto back = w.nodes[1].transfers[0];
                  back.both_ways = false;
                  std::swap(back.from, back.to);
                  w.nodes[1].transfers.push_back(back);
                },
                "[duplicate-transfer] node 'dostyk', transfer: from 'rail_1520' to 'rail_1435'"}),
    [](auto const& mistake) { return mistake.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Figures, BuilderRefuses,
    ::testing::Values(
        Mistake{"NoCapacity", [](Caspian& w) { w.links[0].element.capacity.reset(); },
                "[missing-capacity] link 'xian-dostyk': 'capacity' is missing"},
        Mistake{"NoCapacityOfTransfer",
                [](Caspian& w) { w.nodes[2].transfers[0].element.capacity.reset(); },
                "[missing-capacity] node 'aktau', transfer: 'capacity' is missing"},
        Mistake{"NoCapacityOfPassage", [](Caspian& w) { w.nodes[1].passage->capacity.reset(); },
                "[missing-capacity] node 'dostyk', passage: 'capacity' is missing"},
        Mistake{"NoLength", [](Caspian& w) { w.links[0].element.length.reset(); },
                "[missing-value] link 'xian-dostyk': 'length' is missing"},
        Mistake{"NoRate", [](Caspian& w) { w.modes[0].cost.reset(); },
                "[missing-value] link 'xian-dostyk': 'cost' is missing and mode 'rail_1435' has "
                "no cost to derive it from"},
        Mistake{"NoSpeed", [](Caspian& w) { w.modes[0].speed.reset(); },
                "[missing-value] link 'xian-dostyk': 'time' is missing and mode 'rail_1435' has "
                "no speed to derive it from"},
        Mistake{"BrokenRateIsSaidOnce", [](Caspian& w) { w.modes[0].speed = Text("fast"); },
                "[bad-number] mode 'rail_1435': 'fast' is not a number with a unit"},
        Mistake{"BrokenLengthIsSaidOnce",
                [](Caspian& w) { w.links[0].element.length = Text("3217"); },
                "[missing-unit] link 'xian-dostyk': '3217' has no unit"},
        Mistake{"MissingAssumptionIsSaidOnce",
                [](Caspian& w) { w.assumptions.teu_per_train.reset(); },
                "[missing-assumption] link 'xian-dostyk': '30 trains/day' needs the network's "
                "assumption 'teu_per_train'"},
        Mistake{"BrokenAssumptionIsSaidOnce",
                [](Caspian& w) { w.assumptions.operating_days = Text("0"); },
                "[out-of-range] assumption 'operating_days': must be above 0"},
        Mistake{"NegativeAssumption", [](Caspian& w) { w.assumptions.tonnes_per_teu = Text("-1"); },
                "[negative-number] assumption 'tonnes_per_teu'"},
        Mistake{"LongYear", [](Caspian& w) { w.assumptions.operating_days = Text("366.5"); },
                "[out-of-range] assumption 'operating_days'"},
        Mistake{"WrongUnit", [](Caspian& w) { w.links[0].element.time = Text("5 km"); },
                "[wrong-unit] link 'xian-dostyk': 'km' is a unit of length, not of time"},
        Mistake{"UnknownUnit",
                [](Caspian& w) { w.links[0].element.capacity = Text("30 train/day"); },
                "[unknown-unit] link 'xian-dostyk': no unit 'train/day' (did you mean "
                "'trains/day'?)"},
        Mistake{"NoSpace", [](Caspian& w) { w.links[0].element.length = Text("10km"); },
                "[bad-number] link 'xian-dostyk': '10km'"},
        Mistake{"TwoSpaces", [](Caspian& w) { w.links[0].element.length = Text("10  km"); },
                "[bad-number] link 'xian-dostyk': '10  km'"},
        Mistake{"Negative", [](Caspian& w) { w.links[0].element.time = Text("-1 h"); },
                "[negative-number] link 'xian-dostyk': '-1 h' is below 0"},
        Mistake{"TooPrecise", [](Caspian& w) { w.links[0].element.time = Text("1.0001 h"); },
                "[too-precise] link 'xian-dostyk': '1.0001 h' is more precise than is kept: "
                "thousandths of an hour"},
        Mistake{"TooMuch",
                [](Caspian& w) { w.links[0].element.capacity = Text("99999999 trains/day"); },
                "[out-of-range] link 'xian-dostyk': '99999999 trains/day'"},
        Mistake{"ProductTooMuch", [](Caspian& w) { w.modes[0].cost = Text("1000000 USD/TEU/km"); },
                "[out-of-range] link 'xian-dostyk': cost from this length"},
        Mistake{"ShareAboveOne", [](Caspian& w) { w.links[0].element.share = Text("27"); },
                "[bad-share] link 'xian-dostyk': '27' is above the whole"},
        Mistake{"ShareWithoutSpace", [](Caspian& w) { w.links[0].element.share = Text("27%"); },
                "[bad-share] link 'xian-dostyk': '27%' is not a share"},
        Mistake{"ShareOfUnlimited", [](Caspian& w) { w.nodes[1].passage->share = Text("0.5"); },
                "[bad-share] node 'dostyk', passage: an unlimited capacity has no share"},
        Mistake{"UnlimitedTime", [](Caspian& w) { w.links[0].element.time = Text("unlimited"); },
                "[bad-number] link 'xian-dostyk': 'unlimited'"},
        Mistake{"LengthOfTransfer",
                [](Caspian& w) { w.nodes[2].transfers[0].element.length = Text("1 km"); },
                "[unknown-key] node 'aktau', transfer: only links have a length"},
        Mistake{"EmptyName", [](Caspian& w) { w.nodes[0].name = Text(""); },
                "[null-value] node 'xian': 'name' is empty"}),
    [](auto const& mistake) { return mistake.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Words, BuilderRefuses,
    ::testing::Values(
        Mistake{"Status", [](Caspian& w) { w.links[0].status = Text("opened"); },
                "[bad-status] link 'xian-dostyk': no status 'opened' (did you mean 'open'?)"},
        Mistake{"Date", [](Caspian& w) { w.links[0].opens = Text("2027-02-30"); },
                "[bad-date] link 'xian-dostyk': '2027-02-30' is not in the calendar"},
        Mistake{"NoLeapYear", [](Caspian& w) { w.links[0].opens = Text("2100-02-29"); },
                "[bad-date] link 'xian-dostyk': '2100-02-29' is not in the calendar"},
        Mistake{"YearZero", [](Caspian& w) { w.links[0].opens = Text("0000"); },
                "[bad-date] link 'xian-dostyk': '0000' is not in the calendar"},
        Mistake{"DateShape", [](Caspian& w) { w.links[0].closes = Text("27-01-01"); },
                "[bad-date] link 'xian-dostyk': '27-01-01' is not a year or a date"},
        Mistake{"ClosesFirst",
                [](Caspian& w) {
                  w.links[0].opens = Text("2030-05");
                  w.links[0].closes = Text("2030-04-30");
                },
                "[closes-before-opens] link 'xian-dostyk': closes in 2030-04-30, before it opens "
                "in 2030-05"},
        Mistake{"Gauge", [](Caspian& w) { w.modes[0].gauge = Text("1435"); },
                "[missing-unit] mode 'rail_1435': '1435' is not a gauge"},
        Mistake{"HalfGauge", [](Caspian& w) { w.modes[0].gauge = Text("1435.5 mm"); },
                "[bad-number] mode 'rail_1435'"},
        Mistake{"Latitude", [](Caspian& w) { w.nodes[1].latitude = Text("145.2"); },
                "[bad-coordinates] node 'dostyk': latitude 145.2 is not within 90 (latitude comes "
                "first: [82.4867, 145.2]?)"},
        Mistake{"Longitude", [](Caspian& w) { w.nodes[1].longitude = Text("181"); },
                "[bad-coordinates] node 'dostyk': longitude 181 is not within 180"},
        Mistake{"FarLatitude", [](Caspian& w) { w.nodes[1].latitude = Text("4525290000"); },
                "[bad-coordinates] node 'dostyk': '4525290000' is not on the globe"},
        Mistake{"OneCoordinate", [](Caspian& w) { w.nodes[1].longitude.reset(); },
                "[bad-coordinates] node 'dostyk'"},
        Mistake{"CoordinateText", [](Caspian& w) { w.nodes[1].latitude = Text("45N"); },
                "[bad-number] node 'dostyk': '45N'"}),
    [](auto const& mistake) { return mistake.param.name; });

TEST(Builder, RefusesANetworkOfNothing) {
  EXPECT_THAT(
      summaries(NetworkBuilder("n", 2025).finish().error()),
      ElementsAre("[no-nodes] the network has no nodes", "[no-links] the network has no links"));
}

TEST(Builder, StopsCollectingAtTheLimit) {
  EXPECT_THAT(errors_after([](Caspian& w) {
                for (int i = 0; i < 500; ++i) {
                  w.links.push_back(w.links[0]);
                  w.links.back().id = "l" + std::to_string(i);
                  w.links.back().from = Text("nowhere");
                }
              }),
              SizeIs(kMaxDiagnostics));
}

TEST(Builder, WarnsOfATransferThatNoLinkServes) {
  EXPECT_THAT(warnings_after([](Caspian& w) { w.links.pop_back(); }),
              ElementsAre("[idle-transfer] node 'aktau', transfer: no link of the node has mode "
                          "'caspian'"));
  EXPECT_THAT(warnings_after([](Caspian&) {}), IsEmpty());
}

TEST(Builder, WarnsOfAnUnusualKindOfMode) {
  EXPECT_THAT(warnings_after([](Caspian& w) { w.modes[2].kind = Text("see"); }),
              ElementsAre("[unknown-kind] mode 'caspian': unusual kind 'see' (did you mean "
                          "'sea'?)"));
}

TEST(Builder, WarnsOfSwappedCoordinatesThatOnlyDistancesShow) {
  EXPECT_THAT(
      warnings_after([](Caspian& w) { std::swap(w.nodes[1].latitude, w.nodes[1].longitude); }),
      ElementsAre(HasSubstr("[swapped-coordinates] node 'dostyk'")));
  EXPECT_THAT(warnings_after([](Caspian& w) {
                for (auto& link : w.links) link.element.length = Text("1 km");
              }),
              IsEmpty())
      << "short links alone say nothing about swapping";
}

TEST(Builder, TakesWhatACallerFound) {
  auto builder = Caspian().builder();
  builder.report({.code = Code::unknown_key, .message = "unknown key 'lenght'"});
  builder.report({.code = Code::unknown_kind, .message = "hm", .severity = Severity::warning});
  EXPECT_THAT(summaries(std::move(builder).finish().error()),
              ElementsAre("[unknown-key] unknown key 'lenght'"));
  EXPECT_THAT(summaries(builder.warnings()), ElementsAre("[unknown-kind] hm"));
}

TEST(Builder, ContinuesANetworkWithoutMovingIds) {
  auto base = Caspian().build();
  ASSERT_TRUE(base);
  auto builder = NetworkBuilder(std::move(*base));
  builder.add(NodeSpec{.id = "a"})
      .add(LinkSpec{.id = "a-alat",
                    .from = Text("a"),
                    .to = Text("alat"),
                    .mode = Text("caspian"),
                    .element = {.length = Text("1 km"), .capacity = Text("1 TEU/year")}});
  auto const network = std::move(builder).finish();
  ASSERT_TRUE(network) << summaries(network.error())[0];
  EXPECT_EQ(find_link(*network, "xian-dostyk"), LinkId(0));
  EXPECT_EQ(find_link(*network, "a-alat"), LinkId(3));
  EXPECT_EQ(find_node(*network, "a"), NodeId(4));

  auto again = NetworkBuilder(*network);
  again.add(NodeSpec{.id = "sea"}).add(NodeSpec{.id = "xian"});
  EXPECT_THAT(summaries(std::move(again).finish().error()),
              ElementsAre(HasSubstr("[node-region-clash] node 'sea'"),
                          HasSubstr("[duplicate-id] node 'xian'")));
}

TEST(Builder, MarksEstimatesByFigure) {
  Caspian world;
  world.links[0].element.estimates = {"time", "share", "at"};
  auto const network = world.build();
  ASSERT_TRUE(network);
  auto const& marked = network->links[LinkId(0)].element;
  EXPECT_TRUE(marked.is_estimate(Field::time));
  EXPECT_TRUE(marked.is_estimate(Field::capacity));
  EXPECT_FALSE(marked.is_estimate(Field::cost));
  EXPECT_FALSE(network->links[LinkId(1)].element.is_estimate(Field::time));
}

/// Whether the first link is usable in a year when it says this.
bool usable_when(char const* status, char const* opens, char const* closes, int year) {
  auto const text = [](char const* written) {
    return written == nullptr ? OptionalText() : OptionalText(Text(written));
  };
  Caspian world;
  world.links[0].status = text(status);
  world.links[0].opens = text(opens);
  world.links[0].closes = text(closes);
  return usable(world.build()->links[LinkId(0)], year);
}

TEST(Usable, FollowsStatusAndYears) {
  EXPECT_TRUE(usable_when(nullptr, nullptr, nullptr, 2025));
  EXPECT_FALSE(usable_when(nullptr, "2027-12-31", nullptr, 2026));
  EXPECT_TRUE(usable_when(nullptr, "2027-12-31", nullptr, 2027)) << "only years are compared";
  EXPECT_FALSE(usable_when("planned", nullptr, nullptr, 9999)) << "planned for no date";
  EXPECT_TRUE(usable_when("open", "2027", nullptr, 2025)) << "a written status wins over opens";
  EXPECT_FALSE(usable_when("closed", "2020", nullptr, 2025));
  EXPECT_TRUE(usable_when(nullptr, nullptr, "2030", 2029));
  EXPECT_FALSE(usable_when(nullptr, nullptr, "2030", 2030));
  EXPECT_FALSE(usable_when("open", nullptr, "2030", 2031)) << "but never over closes";
}

}  // namespace
}  // namespace corridor

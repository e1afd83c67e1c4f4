#include "corridor/scenario/apply.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/scenario/changes.h"

namespace corridor {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the vocabulary of these tests
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Element const& transfer_at(Network const& network, std::size_t index) {
  return network.transfers[TransferId(index)].element;
}

TEST(Apply, WithoutScenariosGivesTheBase) {
  auto const base = base_network();
  auto const same = corridor::apply(base, {});
  ASSERT_TRUE(same);
  EXPECT_THAT(difference(base, *same), IsEmpty());
  EXPECT_THAT(same->edits, IsEmpty());
}

TEST(Apply, MultipliesTheKeptValueAndRoundsDown) {
  EXPECT_EQ(figures_after("dostyk-aktau", {multiply(links({"dostyk-aktau"}), Field::capacity, "5")})
                .capacity,
            teu(5 * 92'190))
      << "not five times the unrounded 92190.96";
  EXPECT_EQ(
      figures_after("dostyk-aktau", {multiply(links({"dostyk-aktau"}), Field::capacity, "33.3 %")})
          .capacity,
      teu(30'699));
  EXPECT_EQ(
      figures_after("aktau-alat", {multiply(links({"aktau-alat"}), Field::time, "0.33333")}).time,
      Duration::of_parts(6'666));
  EXPECT_EQ(figures_after("aktau-alat", {multiply(links({"aktau-alat"}), Field::time, "0")}).time,
            Duration());
}

TEST(Apply, ChangesInOrder) {
  auto const twice = multiply(links({"aktau-alat"}), Field::capacity, "2");
  auto const more = add(links({"aktau-alat"}), Field::capacity, "1000 TEU/year");
  EXPECT_EQ(figures_after("aktau-alat", {twice, more}).capacity, teu(179'000));
  EXPECT_EQ(figures_after("aktau-alat", {more, twice}).capacity, teu(180'000));
}

TEST(Apply, AddsAndSubtractsQuantitiesOfAnyUnit) {
  auto const after = [](Field field, char const* value) {
    return figures_after("aktau-alat", {add(links({"aktau-alat"}), field, value)});
  };
  EXPECT_EQ(after(Field::time, "40 min").time, Duration::of_parts(20'667));
  EXPECT_EQ(after(Field::time, "-1 h").time, Duration::of_parts(19'000));
  EXPECT_EQ(after(Field::cost, "20 USD/FEU").cost, Cost::of_parts(388'000));
  EXPECT_EQ(after(Field::capacity, "1 t/year").capacity, teu(89'000)) << "a part of a TEU";
  EXPECT_EQ(after(Field::capacity, "-1 t/year").capacity, teu(88'999)) << "capacities down";
  EXPECT_EQ(after(Field::capacity, "-89000 TEU/year").capacity, teu(0));
}

TEST(Apply, SettingACapacityKeepsTheShareUnlessItIsSetToo) {
  auto const trains = set(links({"dostyk-aktau"}), Field::capacity, "20 train_pairs/day");
  EXPECT_EQ(figures_after("dostyk-aktau", {trains}).capacity, teu(153'651)) << "20*82*347*0.27";
  auto half = trains;
  half.share = Text("50 %");
  EXPECT_EQ(figures_after("dostyk-aktau", {half}).capacity, teu(284'540));
  EXPECT_EQ(figures_after("dostyk-aktau", {half, trains}).capacity, teu(284'540))
      << "the share that was set stays";
}

TEST(Apply, LeavesUnlimitedUnlimited) {
  auto const passage = chosen(By::passages, "dostyk");
  auto const network = applied(
      {multiply(passage, Field::capacity, "0"), add(passage, Field::capacity, "-5 TEU/year")});
  ASSERT_TRUE(network);
  EXPECT_TRUE(network->passages[PassageId(0)].element.figures.capacity.unlimited());
  auto const limited = applied({set(passage, Field::capacity, "7 TEU/year")});
  EXPECT_EQ(limited->passages[PassageId(0)].element.figures.capacity, teu(7));
  auto const lifted = applied({set(links({"aktau-alat"}), Field::capacity, "unlimited")});
  EXPECT_TRUE(lifted->links[LinkId(2)].element.figures.capacity.unlimited());
}

TEST(Apply, LetsRatesFollowAChangedLength) {
  auto const figures =
      figures_after("aktau-alat", {multiply(links({"aktau-alat"}), Field::length, "2")});
  EXPECT_EQ(figures.length, Length::of_parts(840'000));
  EXPECT_EQ(figures.cost, Cost::of_parts(756'000));
  EXPECT_EQ(figures.emissions, Emissions::of_parts(319'200));
  EXPECT_EQ(figures.time, Duration::of_parts(20'000)) << "written, so it stays";
}

TEST(Apply, KeepsWhatAChangeHasTouchedWhenTheLengthChanges) {
  auto const longer = multiply(links({"aktau-alat"}), Field::length, "2");
  auto const dearer = add(links({"aktau-alat"}), Field::cost, "22 USD/TEU");
  EXPECT_EQ(figures_after("aktau-alat", {dearer, longer}).cost, Cost::of_parts(400'000));
  EXPECT_EQ(figures_after("aktau-alat", {longer, dearer}).cost, Cost::of_parts(778'000));
  auto both = longer;
  both.kind = ChangeKind::set;
  both.values[0] = Text("840 km");
  both.values[2] = Text("5 USD/TEU");
  EXPECT_EQ(figures_after("aktau-alat", {both}).cost, Cost::of_parts(5'000));
}

TEST(Apply, SelectsByEverySelector) {
  auto const touched = [](Selector selector) {
    auto const network = applied({multiply(std::move(selector), Field::time, "2")}).value();
    std::vector<std::string> ids;
    for (auto const& edit : network.edits) ids.push_back(id_of(network, edit.element));
    return ids;
  };
  EXPECT_THAT(touched(links({"aktau-alat", "xian-dostyk", "aktau-alat"})),
              ElementsAre("xian-dostyk", "aktau-alat"));
  EXPECT_THAT(touched(chosen(By::mode, "rail_1520")), ElementsAre("dostyk-aktau"));
  EXPECT_THAT(touched(chosen(By::corridor, "middle")), ElementsAre("dostyk-aktau", "aktau-alat"));
  EXPECT_THAT(touched(chosen(By::region, "sea")), ElementsAre("aktau-alat"));
  EXPECT_THAT(touched(chosen(By::passages, "dostyk")), ElementsAre("dostyk:passage"));
  EXPECT_THAT(touched(transfer("aktau", "rail_1520", "caspian")),
              ElementsAre("aktau:rail_1520>caspian"));
}

TEST(Apply, ChangesATransferWrittenWithBetweenFromEitherSide) {
  auto const network =
      applied({set(transfer("dostyk", "rail_1520", "rail_1435"), Field::time, "10 h")});
  ASSERT_TRUE(network);
  EXPECT_EQ(transfer_at(*network, 0).figures.time, Duration::of_parts(10'000));
  EXPECT_TRUE(network->transfers[TransferId(0)].both_ways);
}

TEST(Apply, ClosesAndOpensLinks) {
  auto const closed = applied({close(chosen(By::corridors, "middle"))});
  ASSERT_TRUE(closed);
  EXPECT_EQ(closed->links[LinkId(0)].status, Status::open);
  EXPECT_EQ(closed->links[LinkId(1)].status, Status::closed);
  EXPECT_EQ(closed->links[LinkId(2)].status, Status::closed);
  auto const reopened =
      applied({close(chosen(By::corridors, "middle")), open(links({"aktau-alat"}))});
  EXPECT_EQ(reopened->links[LinkId(1)].status, Status::closed);
  EXPECT_EQ(reopened->links[LinkId(2)].status, Status::open);
  EXPECT_EQ(applied({close(chosen(By::modes, "caspian"))})->links[LinkId(2)].status,
            Status::closed);
}

TEST(Apply, OpeningClearsDates) {
  Caspian world;
  world.links[0].opens = Text("2030");
  world.links[0].closes = Text("2040");
  std::vector<Scenario> const scenarios{scenario("s", {open(links({"xian-dostyk"}))})};
  auto const network = corridor::apply(world.build().value(), scenarios);
  ASSERT_TRUE(network);
  auto const& link = network->links[LinkId(0)];
  EXPECT_TRUE(usable(link, 2025));
  EXPECT_TRUE(usable(link, 2050));
  EXPECT_EQ(network->edits[0].before, "planned 2030, closes 2040");
  EXPECT_EQ(network->edits[0].after, "open");
}

TEST(Apply, ClosesAndReopensNodes) {
  auto const node = chosen(By::nodes, "aktau");
  EXPECT_TRUE(applied({close(node)})->nodes[NodeId(2)].closed);
  EXPECT_FALSE(applied({close(node), open(node)})->nodes[NodeId(2)].closed);
  EXPECT_TRUE(applied({close(node), close(node)})) << "closing what is closed is harmless";
}

Change insertion() {
  Change insert;
  insert.kind = ChangeKind::insert;
  insert.new_sources = {{.id = "S9"}};
  insert.modes = {{.id = "barge", .kind = Text("barge")}};
  insert.nodes = {{.id = "baku",
                   .transfers = {{.from = Text("caspian"),
                                  .to = Text("barge"),
                                  .element = {.capacity = Text("unlimited")}}}}};
  insert.links = {
      {.id = "aktau-baku",
       .from = Text("aktau"),
       .to = Text("baku"),
       .mode = Text("caspian"),
       .corridors = {"new"},
       .element = {.length = Text("450 km"), .capacity = Text("10 TEU/day"), .sources = {"S9"}}}};
  return insert;
}

TEST(Apply, InsertsBehindWhatIsThere) {
  auto const network =
      applied({insertion(), multiply(links({"aktau-baku"}), Field::capacity, "2")});
  ASSERT_TRUE(network) << summaries(network.error())[0];
  EXPECT_EQ(find_link(*network, "aktau-baku"), LinkId(3));
  EXPECT_EQ(find_node(*network, "baku"), NodeId(4));
  EXPECT_EQ(network->links[LinkId(3)].element.figures.capacity, teu(6940));
  EXPECT_EQ(network->links[LinkId(0)].id, "xian-dostyk") << "ids survive";
  EXPECT_THAT(difference(base_network(), *network),
              ElementsAre(::testing::Field(&Difference::id, "aktau-baku"),
                          ::testing::Field(&Difference::id, "baku:caspian>barge"),
                          ::testing::Field(&Difference::id, "baku")));
}

std::vector<std::string> warnings_of(std::vector<Change> changes) {
  Diagnostics warnings;
  std::vector<Scenario> const scenarios{scenario("s", std::move(changes))};
  EXPECT_TRUE(corridor::apply(base_network(), scenarios, &warnings));
  return summaries(warnings);
}

TEST(Apply, WarnsOfWhatLooksWrongInInsertedThings) {
  EXPECT_THAT(warnings_of({}), IsEmpty());
  EXPECT_THAT(
      warnings_of({insertion()}),
      ElementsAre("[idle-transfer] node 'baku', transfer: no link of the node has mode 'barge'"));
  auto odd = insertion();
  odd.modes[0].kind = Text("brage");
  EXPECT_THAT(warnings_of({odd}),
              ElementsAre(HasSubstr("[unknown-kind] mode 'barge': unusual kind 'brage'"),
                          HasSubstr("[idle-transfer]")));
}

TEST(Apply, DoesNotWarnOfATransferThatALaterInsertionServes) {
  Change later;
  later.kind = ChangeKind::insert;
  later.links = {{.id = "baku-alat",
                  .from = Text("baku"),
                  .to = Text("alat"),
                  .mode = Text("barge"),
                  .element = {.length = Text("70 km"),
                              .time = Text("9 h"),
                              .cost = Text("40 USD/TEU"),
                              .emissions = Text("9 kg/TEU"),
                              .capacity = Text("unlimited")}}};
  EXPECT_THAT(warnings_of({insertion(), later}), IsEmpty());
}

TEST(Apply, InsertsNothingWhenNothingIsGiven) {
  Change nothing;
  nothing.kind = ChangeKind::insert;
  auto const network = applied({nothing});
  ASSERT_TRUE(network);
  EXPECT_THAT(difference(base_network(), *network), IsEmpty());
}

TEST(Apply, ReportsWhatIsWrongWithInsertedThingsOnce) {
  auto insert = insertion();
  insert.links[0].to = Text("bakuu");
  EXPECT_THAT(refusals({insert, multiply(links({"aktau-baku"}), Field::time, "2")}),
              ElementsAre("[unknown-node] link 'aktau-baku': no node 'bakuu' (did you mean "
                          "'baku'?)"));
  auto again = insertion();
  again.nodes[0].id = "xian";
  again.links.clear();
  EXPECT_THAT(refusals({again}), ElementsAre(HasSubstr("[duplicate-id] node 'xian'")));
}

TEST(Apply, TakesTheYearOfTheLastScenarioThatHasOne) {
  auto first = scenario("a", {});
  auto second = scenario("b", {});
  first.year = 2030;
  EXPECT_EQ(corridor::apply(base_network(), std::vector{first, second})->year, 2030);
  second.year = 2028;
  EXPECT_EQ(corridor::apply(base_network(), std::vector{first, second})->year, 2028);
  EXPECT_EQ(corridor::apply(base_network(), std::vector{second, first})->year, 2030);
  EXPECT_EQ(corridor::apply(base_network(), std::vector<Scenario>{})->year, 2025);
}

TEST(Apply, AppliesEachScenarioOnce) {
  auto const twice = scenario("x2", {multiply(links({"aktau-alat"}), Field::capacity, "2")});
  auto const network = corridor::apply(base_network(), std::vector{twice, twice});
  ASSERT_TRUE(network);
  EXPECT_EQ(network->links[LinkId(2)].element.figures.capacity, teu(178'000));
  EXPECT_THAT(network->scenarios, SizeIs(1));
  EXPECT_EQ(
      corridor::apply(*network, std::vector{twice})->links[LinkId(2)].element.figures.capacity,
      teu(178'000))
      << "nor once more on top";
}

TEST(Apply, ChecksWhatScenariosRequireAndExclude) {
  auto needs = scenario("needs", {});
  needs.required = {"other"};
  auto hates = scenario("hates", {});
  hates.excludes = {"./other.yaml"};
  auto const other = scenario("other", {});
  auto const errors = [](std::vector<Scenario> scenarios) {
    auto const network = corridor::apply(base_network(), scenarios);
    return network ? std::vector<std::string>() : summaries(network.error());
  };
  EXPECT_THAT(errors({needs}), ElementsAre(HasSubstr("[missing-requirement] scenario 'needs': "
                                                     "requires 'other'")));
  EXPECT_THAT(errors({needs, other}), IsEmpty()) << "in any order";
  EXPECT_THAT(errors({hates}), IsEmpty());
  EXPECT_THAT(errors({other, hates}),
              ElementsAre(HasSubstr("[excluded-scenario] scenario 'hates': excludes")));
}

struct Refusal {
  char const* name;
  Change change;
  char const* finding;
};
void PrintTo(Refusal const& refusal, std::ostream* out) { *out << refusal.name; }

class ApplyRefuses : public ::testing::TestWithParam<Refusal> {};

TEST_P(ApplyRefuses, WithOneFinding) {
  EXPECT_THAT(refusals({GetParam().change}),
              ElementsAre(::testing::StartsWith(GetParam().finding)));
}

Change with_share(Change change, Text share) {
  change.share = std::move(share);
  return change;
}
Change with_source(Change change, Text source) {
  change.sources.push_back(std::move(source));
  return change;
}

INSTANTIATE_TEST_SUITE_P(
    Selections, ApplyRefuses,
    ::testing::Values(
        Refusal{"Link", close(links({"aktau-alta"})),
                "[unknown-link] no link 'aktau-alta' (did you mean 'aktau-alat'?)"},
        Refusal{"OneOfSeveralLinks", close(links({"aktau-alat", "x"})),
                "[unknown-link] no link 'x'"},
        Refusal{"NoNames", close(links({})), "[selects-nothing] 'close' selects nothing"},
        Refusal{"Node", close(chosen(By::nodes, "aktua")), "[unknown-node] no node 'aktua'"},
        Refusal{"Mode", close(chosen(By::modes, "rail")), "[unknown-mode] no mode 'rail'"},
        Refusal{"Corridor", close(chosen(By::corridors, "midle")),
                "[unknown-corridor] no corridor 'midle' (did you mean 'middle'?)"},
        Refusal{"Region", multiply(chosen(By::region, "see"), Field::time, "2"),
                "[unknown-region] no region 'see' (did you mean 'sea'?)"},
        Refusal{"Transfer", multiply(transfer("aktau", "caspian", "rail_1520"), Field::time, "2"),
                "[unknown-transfer] node 'aktau' has no transfer from 'caspian' to 'rail_1520' (it "
                "has rail_1520>caspian)"},
        Refusal{"Passage", multiply(chosen(By::passages, "aktau"), Field::time, "2"),
                "[unknown-passage] node 'aktau' has no passage"}),
    [](auto const& refusal) { return refusal.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Values, ApplyRefuses,
    ::testing::Values(
        Refusal{"NegativeFactor", multiply(links({"aktau-alat"}), Field::time, "-1"),
                "[bad-factor] '-1' is not a factor"},
        Refusal{"FactorWithUnit", multiply(links({"aktau-alat"}), Field::time, "2 h"),
                "[bad-factor] '2 h' is not a factor"},
        Refusal{"HugeFactor", multiply(links({"aktau-alat"}), Field::time, "999999999999999999"),
                "[out-of-range] link 'aktau-alat': 'multiply 999999999999999999' takes 20 h"},
        Refusal{"BelowZero", add(links({"aktau-alat"}), Field::time, "-20.001 h"),
                "[below-zero] link 'aktau-alat': 'add -20.001 h' takes 20 h below 0"},
        Refusal{"BareSum", add(links({"aktau-alat"}), Field::time, "2"), "[missing-unit] '2'"},
        Refusal{"TooPreciseSum", add(links({"aktau-alat"}), Field::time, "0.0001 h"),
                "[too-precise] '0.0001 h'"},
        Refusal{"BadUnit", set(chosen(By::corridor, "middle"), Field::time, "2 km"),
                "[wrong-unit] 'km' is a unit of length"},
        Refusal{"NegativeSetting", set(links({"aktau-alat"}), Field::cost, "-2 USD/TEU"),
                "[negative-number] '-2 USD/TEU' is below 0"},
        Refusal{"LengthOfTransfer",
                multiply(transfer("aktau", "rail_1520", "caspian"), Field::length, "2"),
                "[unknown-field] only links have a length"},
        Refusal{"LengthOfPassage", multiply(chosen(By::passages, "dostyk"), Field::length, "2"),
                "[unknown-field] only links have a length"},
        Refusal{"ShareAlone", with_share(set(links({"aktau-alat"}), Field::time, "2 h"), "50 %"),
                "[share-without-capacity]"},
        Refusal{"ShareOfSum",
                with_share(add(links({"aktau-alat"}), Field::capacity, "2 TEU/year"), "50 %"),
                "[share-without-capacity]"},
        Refusal{"ShareOfUnlimited",
                with_share(set(links({"aktau-alat"}), Field::capacity, "unlimited"), "50 %"),
                "[bad-share]"},
        Refusal{"BadShare",
                with_share(set(links({"aktau-alat"}), Field::capacity, "9 TEU/year"), "5"),
                "[bad-share] '5' is above the whole"},
        Refusal{"NoFigure", Change{.kind = ChangeKind::set, .selector = links({"aktau-alat"})},
                "[changes-nothing] 'set' names no figure to change"},
        Refusal{"Source", with_source(close(links({"aktau-alat"})), "S2"),
                "[unknown-source] no source 'S2' (did you mean 'S1'?)"}),
    [](auto const& refusal) { return refusal.param.name; });

TEST(Apply, ReportsAllErrorsOfAllScenarios) {
  std::vector<Scenario> const scenarios{
      scenario("a", {close(links({"x"})), multiply(links({"aktau-alat"}), Field::time, "z")}),
      scenario("b", {close(links({"y"}))})};
  auto const network = corridor::apply(base_network(), scenarios);
  ASSERT_FALSE(network);
  EXPECT_THAT(summaries(network.error()), SizeIs(3));
}

TEST(Apply, RecordsEveryEditWithBeforeAndAfter) {
  auto doubled = multiply(links({"aktau-alat"}), Field::length, "2");
  doubled.sources = {"S1"};
  auto const network = applied({doubled});
  ASSERT_TRUE(network);
  ASSERT_THAT(network->edits, SizeIs(3)) << "length, and the cost and emissions that follow it";
  auto const& edit = network->edits[0];
  EXPECT_EQ(edit.field, Field::length);
  EXPECT_EQ(edit.operation, "multiply 2");
  EXPECT_EQ(edit.before, "420 km");
  EXPECT_EQ(edit.after, "840 km");
  EXPECT_THAT(edit.sources, ElementsAre(SourceId(0)));
  EXPECT_EQ(network->edits[1].operation, "length: multiply 2");
  EXPECT_EQ(network->edits[1].before, "378 USD/TEU");
  EXPECT_EQ(network->edits[1].after, "756 USD/TEU");
}

TEST(Apply, CommutesForDisjointElements) {
  auto const a = scenario("a", {multiply(links({"aktau-alat"}), Field::capacity, "3")});
  auto const b = scenario("b", {add(links({"xian-dostyk"}), Field::time, "5 h")});
  auto const ab = corridor::apply(base_network(), std::vector{a, b});
  auto const ba = corridor::apply(base_network(), std::vector{b, a});
  ASSERT_TRUE(ab && ba);
  EXPECT_THAT(difference(*ab, *ba), IsEmpty());
  EXPECT_THAT(difference(base_network(), *ab), SizeIs(2));
}

TEST(Difference, WalksFiguresAndStatesOfLinksTransfersPassagesAndNodes) {
  auto const base = base_network();
  auto const after = applied(
      {close(chosen(By::nodes, "alat")), set(chosen(By::passages, "dostyk"), Field::time, "7 h"),
       set(transfer("aktau", "rail_1520", "caspian"), Field::cost, "1 USD/TEU"),
       close(links({"aktau-alat"})), multiply(links({"aktau-alat"}), Field::capacity, "2")});
  ASSERT_TRUE(after);
  std::vector<std::string> lines;
  for (auto const& found : difference(base, *after)) {
    lines.push_back(found.id + " " + std::string(found.field ? name_of(*found.field) : "state") +
                    ": " + found.before + " -> " + found.after);
  }
  EXPECT_THAT(lines, ElementsAre("aktau-alat state: open -> closed",
                                 "aktau-alat capacity: 89000 TEU/year -> 178000 TEU/year",
                                 "aktau:rail_1520>caspian cost: 150 USD/TEU -> 1 USD/TEU",
                                 "dostyk:passage time: 6 h -> 7 h", "alat state: open -> closed"));
}

TEST(Difference, MatchesWhatTwoScenariosInsertedById) {
  auto other = insertion();
  other.links[0].id = "alat-baku";
  other.links[0].from = Text("alat");
  auto const before = applied({insertion()});
  auto const after = applied({other});
  ASSERT_TRUE(before && after);
  auto const found = difference(*before, *after);
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].id, "aktau-baku");
  EXPECT_EQ(found[0].after, "absent");
  EXPECT_EQ(found[1].id, "alat-baku");
  EXPECT_EQ(found[1].before, "absent");
}

}  // namespace
}  // namespace corridor

// Links and transfers that run by a timetable: half the headway is waited for.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corridor/analysis/shortest_path.h"
#include "corridor/graph/compile.h"
#include "corridor/io/load.h"
#include "corridor/scenario/provenance.h"
#include "unit/scenario/changes.h"

namespace corridor {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the vocabulary of these tests
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Duration wait_with(char const* departures) {
  return wait_of(
      figures_after("aktau-alat", {set(links({"aktau-alat"}), Field::departures, departures)}));
}

Duration hours(std::int64_t whole) { return Duration::of_parts(1000 * whole); }

TEST(Services, MakeAShipmentWaitForHalfTheHeadway) {
  EXPECT_EQ(wait_with("3/week"), hours(28));
  EXPECT_EQ(wait_with("3 departures/week"), hours(28)) << "the same, written in full";
  EXPECT_EQ(wait_with("1/day"), hours(12));
  EXPECT_EQ(wait_with("365/year"), hours(12));
  EXPECT_EQ(wait_with("0.5/week"), hours(168)) << "every second week";
  EXPECT_EQ(wait_with("11/week"), Duration::of_parts(7'636)) << "7.63636 h";
}

TEST(Services, WithoutATimetableNothingIsWaitedFor) {
  auto const before = figures_after("aktau-alat", {});
  EXPECT_EQ(wait_of(before), Duration());
  EXPECT_EQ(kept_text(before, Field::departures), "at any time");
}

TEST(Services, AddTheWaitToTheTimeOfARoute) {
  auto const time_of = [](std::vector<Change> changes) {
    auto const network = applied(std::move(changes)).value();
    Question question;
    question.from = {*find_node(network, "aktau")};
    question.to = {*find_node(network, "alat")};
    auto const graph = compile(network, question);
    return shortest_path(network, graph, question, *find_objective("time"))->totals.time;
  };
  auto const weekly = set(links({"aktau-alat"}), Field::departures, "1/week");
  EXPECT_EQ(time_of({weekly}), time_of({}) + hours(84));
  EXPECT_EQ(time_of({weekly, multiply(links({"aktau-alat"}), Field::time, "2")}),
            time_of({}) + time_of({}) + hours(84))
      << "the crossing takes twice as long, the wait does not";
}

TEST(Services, FollowScenarios) {
  auto const at = links({"aktau-alat"});
  auto const thrice = set(at, Field::departures, "3/week");
  auto const after = [&](Change next) {
    return figures_after("aktau-alat", {thrice, std::move(next)}).departures.parts();
  };
  EXPECT_EQ(after(multiply(at, Field::departures, "2")), 6'000);
  EXPECT_EQ(after(multiply(at, Field::departures, "33.3 %")), 999);
  EXPECT_EQ(after(multiply(at, Field::departures, "0.0001")), 1) << "never none at all";
  EXPECT_EQ(after(add(at, Field::departures, "1/day")), 10'000);
  EXPECT_EQ(after(add(at, Field::departures, "-1/week")), 2'000);
}

TEST(Services, ThatAreNotThereAreNotMultiplied) {
  auto const at = links({"aktau-alat"});
  EXPECT_EQ(figures_after("aktau-alat", {multiply(at, Field::departures, "5")}).departures,
            Departures());
}

TEST(Services, ThatNeverDepartAreRefused) {
  auto const at = links({"aktau-alat"});
  auto const thrice = set(at, Field::departures, "3/week");
  auto const refused = [&](std::vector<Change> changes, char const* why) {
    EXPECT_THAT(refusals(std::move(changes)), Contains(HasSubstr(why)));
  };
  refused({set(at, Field::departures, "0/week")}, "never departs");
  refused({thrice, multiply(at, Field::departures, "0")}, "to none");
  refused({thrice, add(at, Field::departures, "-3/week")}, "to none");
  refused({thrice, add(at, Field::departures, "-4/week")}, "below 0");
  refused({add(at, Field::departures, "1/week")}, "none to add to");
  refused({set(at, Field::departures, "0.0001/week")}, "thousandths of a departure a week");
  refused({set(at, Field::departures, "3/month")}, "departures/month");
  refused({set(at, Field::departures, "3 h")}, "unit of time");
}

TEST(Services, AreExplainedWithWhatMoreOfThemWouldDo) {
  auto const network = applied({set(links({"aktau-alat"}), Field::departures, "3/week")}).value();
  auto const explanation = explain(network, "aktau-alat.departures");
  ASSERT_EQ(explanation.figures.size(), 1U);
  auto const& figure = explanation.figures.front();
  EXPECT_EQ(figure.value, "3");
  EXPECT_EQ(figure.unit, "departures/week");
  ASSERT_EQ(figure.services.size(), 4U);
  EXPECT_EQ(figure.services[0].wait, hours(56));
  EXPECT_EQ(figure.services[1].wait, hours(28));
  EXPECT_EQ(figure.services[2].wait, hours(21));
  EXPECT_EQ(figure.services[3].wait, hours(14));
}

TEST(Services, AreExplainedAlsoWhereThereAreNone) {
  auto const explanation = explain(base_network(), "aktau-alat.departures");
  ASSERT_EQ(explanation.figures.size(), 1U);
  EXPECT_EQ(explanation.figures.front().value, "at any time");
  EXPECT_THAT(explanation.figures.front().services, IsEmpty());
}

}  // namespace
}  // namespace corridor

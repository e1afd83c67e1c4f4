// Results of `route --count`.

#include <gtest/gtest.h>

#include <string>

#include "unit/verify/results.h"

namespace corridor::verified {
namespace {

TEST(VerifyRoutes, HoldsWhatIsTrueAndSaysWhatItDoesNotShow) {
  for (auto const* command : {"routes", "back"}) {
    auto const answer = check(result_of(command));
    ASSERT_TRUE(answer) << answer.error().front().message;
    EXPECT_TRUE(answer->holds) << command << ": " << answer->place << ' ' << answer->reason;
    EXPECT_EQ(answer->unchecked.size(), 1U);
  }
}

class TamperedRoutes : public testing::TestWithParam<Mutation> {};

TEST_P(TamperedRoutes, AreRefusedAtThePlaceOfTheChange) { expect_refused(GetParam()); }

constexpr Mutation kMutations[] = {
    {"TimeOfTheSecond", "routes", "border-port", "\"time_h\": ", "\"time_h\": 1",
     "result.routes[1].time_h"},
    {"CountOfMore", "routes", "", "\"count\": 2", "\"count\": 3", "result.routes"},
    {"EndedEarly", "routes", "", "\"ended\": \"count\"", "\"ended\": \"limit\"", "result.routes"},
    {"EndedUnknown", "routes", "", "\"ended\": \"count\"", "\"ended\": \"soon\"", "result.ended"},
    {"ExaminedTooFew", "routes", "", "\"examined\": 2", "\"examined\": 1", "result.routes"},
    {"MoreDistinct", "routes", "", "\"distinct_percent\": 40", "\"distinct_percent\": 50",
     "result.routes"},
    {"DistinctBeyond", "routes", "", "\"distinct_percent\": 40", "\"distinct_percent\": 101",
     "result.distinct_percent"},
    {"AnotherObjective", "routes", "", "\"by\": \"time\"", "\"by\": \"cost\"",
     "result.proof.potentials[0]"},
    {"ApartMore", "routes", "", "\"apart_from_first_percent\": 0",
     "\"apart_from_first_percent\": 1", "result.routes[0].apart_from_first_percent"},
    {"AnAvoidedNode", "routes", "", "\"avoid_nodes\": []", "\"avoid_nodes\": [\"port\"]",
     "result.routes[1].legs[2]"},
    {"APotential", "routes", "\"potentials\"", "[\"border\", \"rail_1435\", ",
     "[\"border\", \"rail_1435\", 1", "result.proof.potentials[0][0]"},
    {"NoBestOfAllWays", "back", "", "\"best_of_all_ways\": {",
     "\"best_of_all_ways\": null, \"x\": {", "result.proof.potentials[0]"},
};

INSTANTIATE_TEST_SUITE_P(Each, TamperedRoutes, testing::ValuesIn(kMutations),
                         [](auto const& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace corridor::verified

// Results of `why-not` and `profile`.

#include <gtest/gtest.h>

#include <string>

#include "unit/verify/results.h"

namespace corridor::verified {
namespace {

TEST(VerifyWhyNot, HoldsWhatIsTrueAndSaysWhatItDoesNotShow) {
  auto const answer = check(result_of("whynot"));
  ASSERT_TRUE(answer) << answer.error().front().message;
  EXPECT_TRUE(answer->holds) << answer->place << ' ' << answer->reason;
  EXPECT_EQ(answer->unchecked.size(), 2U);
}

TEST(VerifyWhyNot, HoldsOfAWayThatCannotBeUsed) {
  auto const answer = check(result_of("blocked"));
  ASSERT_TRUE(answer) << answer.error().front().message;
  EXPECT_TRUE(answer->holds) << answer->place << ' ' << answer->reason;
}

TEST(VerifyProfile, HoldsWhatIsTrue) {
  for (auto const* command : {"profile", "named"}) {
    auto const answer = check(result_of(command));
    ASSERT_TRUE(answer) << answer.error().front().message;
    EXPECT_TRUE(answer->holds) << command << ": " << answer->place << ' ' << answer->reason;
    EXPECT_TRUE(answer->unchecked.empty());
  }
}

class TamperedWhyNot : public testing::TestWithParam<Mutation> {};

TEST_P(TamperedWhyNot, AreRefusedAtThePlaceOfTheChange) { expect_refused(GetParam()); }

constexpr Mutation kMutations[] = {
    {"AnotherWay", "whynot", "", "\"named\": \"plant,plain,plain-shop-2,shop\"",
     "\"named\": \"plant,plain,plain-shop,shop\"", "result.route"},
    {"NoWay", "whynot", "", "\"named\": \"plant,", "\"named\": \"plane,", "result.named"},
    {"ItsTime", "whynot", "\"route\": {", "\"time_h\": ", "\"time_h\": 1", "result.route.time_h"},
    {"OnTheFront", "whynot", "", "\"on_front\": false", "\"on_front\": true", "result.on_front"},
    {"AsGoodAs", "whynot", "", "\"as_good_as\": null", "\"as_good_as\": 1", "result.as_good_as"},
    {"NumberBeyondTheFront", "whynot", "", "\"front_route\": 2", "\"front_route\": 9",
     "result.beaten_by[0].front_route"},
    {"BetterByMore", "whynot", "\"better_by\"", "\"time\": ", "\"time\": 1",
     "result.beaten_by[0].better_by.time"},
    {"LacksLess", "whynot", "\"shortfalls\"", "\"less\": 2.001", "\"less\": 2",
     "result.shortfalls[0].less"},
    {"ChangeOfNothing", "whynot", "\"changes\"", "\"of\": \"time\"", "\"of\": \"length\"",
     "result.changes[0].of"},
    {"ChangeTooSmall", "whynot", "\"changes\"", "\"less\": 2.001", "\"less\": 2",
     "result.changes[0].less"},
    {"ChangeElsewhere", "whynot", "\"changes\"", "\"id\": \"plain-shop-2\"",
     "\"id\": \"plain-shop\"", "result.changes[0]"},
    {"ThenMore", "whynot", "\"changes\"", "\"then\": 137.999", "\"then\": 138",
     "result.changes[0].then"},
    {"ClosingOfItsOwn", "whynot", "\"closings\"", "\"id\": \"plain-shop\"",
     "\"id\": \"plant-plain\"", "result.closings[0]"},
    {"ClosingElsewhere", "whynot", "\"closings\"", "\"id\": \"plain-shop\"",
     "\"id\": \"pass-shop\"", "result.closings[0]"},
    {"BlockedThoughItIsNot", "blocked", "", "\"named\": \"plant,port,harbour,shop\"",
     "\"named\": \"plant,plain,shop\"", "status"},
    {"StepsBorder", "profile", "\"steps\"", "\"border\": false", "\"border\": true",
     "result.steps[0].border"},
    {"StepsSum", "profile", "\"steps\"", "\"elapsed_h\": ", "\"elapsed_h\": 1",
     "result.steps[0].elapsed_h"},
    {"Indicator", "profile", "\"indicators\"", "\"tfi1_h\": ", "\"tfi1_h\": 1",
     "result.indicators.tfi1_h"},
    {"APotential", "profile", "\"potentials\"", "[\"port\", \"rail\", ", "[\"port\", \"rail\", 1",
     "result.proof.potentials[0][0]"},
    {"NamedElse", "named", "", "\"named\": \"plant,plain,shop\"", "\"named\": \"plant,pass,shop\"",
     "result.route"},
};

INSTANTIATE_TEST_SUITE_P(Each, TamperedWhyNot, testing::ValuesIn(kMutations),
                         [](auto const& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace corridor::verified

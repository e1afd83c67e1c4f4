#include "corridor/verify/verify.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/verify/results.h"

namespace corridor::verified {
namespace {

class TrueResult : public testing::TestWithParam<std::string> {};

TEST_P(TrueResult, HoldsAndSaysWhatWasChecked) {
  auto const answer = check(result_of(GetParam()));
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->holds) << answer->place << " " << answer->reason;
  EXPECT_FALSE(answer->checked.empty());
}

INSTANTIATE_TEST_SUITE_P(Each, TrueResult,
                         testing::Values("flow", "wider", "unlimited", "nothing", "route", "cheap",
                                         "via", "compare", "curve", "study", "ladder",
                                         "criticality", "invest", "forsale", "nowhere"),
                         [](auto const& each) { return each.param; });

TEST(TrueResult, HoldsInAnotherSpelling) {
  auto text = result_of("flow");
  auto const replace = [&](std::string const& from, std::string const& to) {
    auto const at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, from.size(), to);
  };
  replace("\"headroom_teu_per_year\": 5000", "\"headroom_teu_per_year\": 5.0e3");
  replace("\"status\": \"answered\",", "");
  replace("\"reason\": null,", "\"reason\": null, \"status\": \"\\u0061nswered\",");
  auto const answer = check(text);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->holds) << answer->place << " " << answer->reason;
}

TEST(TrueResult, HoldsWithItsNetworkInAnotherPlace) {
  auto text = result_of("flow");
  auto const at = text.find(kTwoWays);
  text.replace(at, kTwoWays.size(), "elsewhere/two-ways.yaml");
  EXPECT_EQ(code_of(check(text)), "file-not-found");
  auto const answer = check(text, kTwoWays);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->holds) << answer->place << " " << answer->reason;
}

TEST(TrueResult, IsRefusedOnAnotherNetwork) {
  auto const answer = check(result_of("flow"), "seven-places");
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->holds);
  EXPECT_EQ(answer->place, "inputs[0].sha256");
}

TEST(TrueResult, HoldsForEachVerbOnTheBuiltInNetwork) {
  std::vector<std::string> const ends = {"--from",     "xian",   "--to",     "europe",
                                         "--corridor", "middle", "--format", "json"};
  for (std::vector<std::string> command :
       {std::vector<std::string>{"route"},
        {"flow"},
        {"ladder"},
        {"criticality"},
        {"invest", "--budget", "350 MUSD", "--budget-per-year", "100 MUSD"}}) {
    command.insert(command.end(), ends.begin(), ends.end());
    auto const answer = check(cli::run(command, {}).outcome.answer);
    ASSERT_TRUE(answer) << command.front();
    EXPECT_TRUE(answer->holds) << command.front() << ": " << answer->place << " " << answer->reason;
  }
  for (auto const* verb : {"compare", "curve"}) {
    auto const answer = check(cli::run({verb, "--format", "json"}, {}).outcome.answer);
    ASSERT_TRUE(answer) << verb;
    EXPECT_TRUE(answer->holds) << verb << ": " << answer->place << " " << answer->reason;
  }
}

TEST(TrueResult, NamesEveryProjectThatIsWeighed) {
  auto const result = result_of("invest");
  for (auto const* project : {"port-2", "ships", "big-ships", "haven-2", "haven-3"}) {
    EXPECT_NE(result.find("\"name\": \"tests/cli/networks/" + std::string(project) + ".yaml\""),
              std::string::npos)
        << project;
  }
}

std::string message_of(std::string const& text) {
  auto const answer = check(text);
  return answer ? "answered" : answer.error().front().message;
}

TEST(NoResult, OfASweepSaysThatRowsCarryNoProof) {
  std::string const header = R"({"sweep":{"format":1,"count":2}})";
  std::string const row = R"({"scenario":0,"values":{},"throughput_teu_per_year":1})";
  auto const* message = "these are rows of `corridor sweep`, which carry no proofs";
  EXPECT_EQ(message_of(header + "\n" + row + "\n"), message);
  EXPECT_EQ(message_of(row + "\n" + row + "\n"), message);
  EXPECT_EQ(message_of(row), message);
  EXPECT_EQ(code_of(check(row)), "not-a-result");
  EXPECT_EQ(code_of(check("{\"scenario\": 1}\n{}")), "json-syntax");
}

TEST(NoResult, IsRejectedWithItsCode) {
  EXPECT_EQ(code_of(check("")), "json-syntax");
  EXPECT_EQ(code_of(check("[]")), "not-a-result");
  EXPECT_EQ(code_of(check("{\"format\": 1}")), "not-a-result");
  EXPECT_EQ(code_of(check("{\"format\": 1, \"command\": \"list\"}")), "not-a-result");
  EXPECT_EQ(code_of(check("{\"format\": 2, \"command\": \"flow\"}")), "unsupported-format");
  EXPECT_EQ(code_of(check("{\"format\": 1, \"format\": 1, \"command\": \"flow\"}")),
            "duplicate-key");
}

}  // namespace
}  // namespace corridor::verified

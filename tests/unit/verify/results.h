#pragma once

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/run.h"
#include "corridor/verify/verify.h"

namespace corridor::verified {

inline std::string const kTwoWays = "tests/cli/networks/two-ways.yaml";

/// The commands whose results are tampered with.
inline std::map<std::string, std::vector<std::string>> const kCommands = [] {
  std::vector<std::string> const ends = {"--network", kTwoWays, "--from",   "factory",
                                         "--to",      "market", "--format", "json"};
  auto const with = [&](std::vector<std::string> words, std::vector<std::string> const& more) {
    words.insert(words.end(), ends.begin(), ends.end());
    words.insert(words.end(), more.begin(), more.end());
    return words;
  };
  auto const of_trade_offs = [](std::vector<std::string> words) {
    words.insert(words.end(),
                 {"--network", "tests/cli/networks/trade-offs.yaml", "--format", "json"});
    return words;
  };
  std::vector<std::string> for_sale = {"invest",   "--network", "tests/cli/networks/for-sale.yaml",
                                       "--from",   "factory",   "--to",
                                       "market",   "--budget",  "20 MUSD",
                                       "--format", "json"};
  auto invest = for_sale;
  invest.insert(invest.end(), {"--budget-per-year", "5 MUSD"});
  for (auto const* project : {"port-2", "ships", "big-ships", "haven-2", "haven-3"}) {
    invest.insert(invest.end(),
                  {"--project", "tests/cli/networks/" + std::string(project) + ".yaml"});
  }
  return std::map<std::string, std::vector<std::string>>{
      {"flow", with({"flow"}, {})},
      {"wider", with({"flow"}, {"--scenario", "tests/cli/networks/wider.yaml"})},
      {"unlimited",
       {"flow", "--network", kTwoWays, "--from", "island", "--to", "atoll", "--format", "json"}},
      {"nothing",
       {"flow", "--network", kTwoWays, "--from", "atoll", "--to", "market", "--format", "json"}},
      {"route", with({"route"}, {})},
      {"cheap", with({"route"}, {"--by", "generalised", "--value-of-time", "12.5"})},
      {"via", with({"route"}, {"--via", "port", "--avoid", "yard"})},
      {"routes", with({"route"}, {"--count", "2", "--distinct", "40"})},
      {"back",
       {"route", "--network", "tests/cli/networks/ship-back.yaml", "--from", "mine", "--to",
        "coast", "--count", "3", "--format", "json"}},
      {"compare", {"compare", "tests/cli/networks/works.yaml", "--format", "json"}},
      {"curve", with({"curve"}, {"--links", "yard-market", "--transfers", "port:lake>rail_1520",
                                 "--passages", "yard", "--max", "2", "--target", "57500"})},
      {"study", {"curve", "tests/cli/networks/works-curve.yaml", "--format", "json"}},
      {"nowhere", with({"curve"}, {"--links", "factory-border", "--min", "0", "--max", "0"})},
      {"ladder", with({"ladder"}, {"--target", "70000"})},
      {"criticality", with({"criticality"}, {"--pairs"})},
      {"invest", invest},
      {"forsale", for_sale},
      {"whynot",
       of_trade_offs({"why-not", "plant,plain,plain-shop-2,shop", "--by", "time,emissions"})},
      {"blocked", of_trade_offs({"why-not", "plant,port,harbour,shop", "--scenario",
                                 "tests/cli/networks/no-ships.yaml"})},
      {"profile", of_trade_offs({"profile", "--from", "plant", "--to", "shop", "--by", "cost"})},
      {"named", of_trade_offs({"profile", "plant,plain,shop"})},
  };
}();

inline std::string result_of(std::string const& command) {
  return cli::run(kCommands.at(command), {}).outcome.answer;
}

inline Result<VerifyAnswer> check(std::string const& text,
                                  std::optional<std::string> const& network = std::nullopt) {
  Loader loader;
  return verify_text(loader, "result.json", text, network);
}

inline std::string code_of(Result<VerifyAnswer> const& answer) {
  return answer ? "answered" : std::string(name_of(answer.error().front().code));
}

/// One change to a true result: the first `from` behind `after` becomes `to`.
struct Mutation {
  char const* name;
  char const* command;
  char const* after;
  char const* from;
  char const* to;
  char const* place;  ///< what the refusal names
};

/// The result of the mutation's command, changed; empty when there is nothing to change.
inline std::string tampered(Mutation const& mutation) {
  auto text = result_of(mutation.command);
  auto const start = text.find(mutation.after);
  auto const at = start == std::string::npos ? start : text.find(mutation.from, start);
  if (at == std::string::npos) return {};
  return text.replace(at, std::string(mutation.from).size(), mutation.to);
}

/// What every mutation of a verb's results has to show.
inline void expect_refused(Mutation const& mutation) {
  auto const text = tampered(mutation);
  ASSERT_FALSE(text.empty()) << "nothing to change";
  auto const answer = check(text);
  ASSERT_TRUE(answer) << answer.error().front().message;
  EXPECT_FALSE(answer->holds);
  EXPECT_EQ(answer->place, mutation.place) << answer->reason;
  EXPECT_FALSE(answer->reason.empty());
}

}  // namespace corridor::verified

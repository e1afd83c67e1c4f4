#include "sweep_request.h"

#include <algorithm>
#include <thread>

#include "amounts.h"
#include "corridor/io/csv.h"

namespace corridor::cli {
namespace {

/// Errors of what was typed have no place in a file.
[[noreturn]] void refuse(Diagnostics const& errors) {
  auto const& first = errors.front();
  auto const* const join = first.hint.starts_with("did you mean") ? ", " : "; ";
  throw UsageError("--vary: " + first.message + (first.hint.empty() ? "" : join + first.hint));
}

std::vector<Variation> variations(Network const& network, std::vector<std::string> const& typed) {
  std::vector<Variation> result;
  for (auto const& text : typed) {
    auto const equals = text.find('=');
    if (equals == std::string::npos) {
      throw UsageError("--vary: '" + text + "' stands alone: a file cannot be combined");
    }
    auto variation =
        read_variation(network, Text(text.substr(0, equals)), Text(text.substr(equals + 1)));
    if (!variation) refuse(variation.error());
    result.push_back(std::move(variation).value());
  }
  return result;
}

SweepPlan plan_of_file(Session& session, Network const& network, std::string const& path) {
  for (auto const* option : {"sample", "seed"}) {
    if (!session.request().has(option)) continue;
    throw UsageError("--" + std::string(option) + " draws; the file '" + path +
                     "' says every scenario");
  }
  auto const rows = session.accept(read_csv(session.loader().sources(), path));
  return session.accept(plan_table(network, rows));
}

}  // namespace

SweepPlan sweep_plan(Session& session, Network const& network) {
  auto const& request = session.request();
  auto const typed = request.values("vary");
  if (typed.empty()) throw UsageError("--vary is missing");
  if (typed.size() == 1 && typed.front().find('=') == std::string::npos) {
    return plan_of_file(session, network, typed.front());
  }
  auto varied = variations(network, typed);
  auto const sample = request.value("sample");
  if (!sample && request.has("seed")) throw UsageError("--seed needs --sample");
  auto const count =
      sample ? whole_number(*sample, "sample", 1, kMaxScenarios, "a number from 1 to 1,000,000,000")
             : 0;
  auto const seed = whole_number(request.value("seed").value_or("1"), "seed", 0, UINT64_MAX,
                                 "a whole number such as 7");
  auto plan = sample ? plan_sample(network, std::move(varied), count, seed)
                     : plan_grid(network, std::move(varied));
  if (!plan) refuse(plan.error());
  return std::move(plan).value();
}

Shard shard(Session const& session) {
  auto const typed = session.request().value("shard");
  if (!typed) return {};
  auto const slash = std::min(typed->find('/'), typed->size());
  std::string const example = "a part such as 2/8: the second of eight";
  constexpr std::uint64_t kMost = 1'000'000;
  Shard result;
  auto const of = slash < typed->size() ? typed->substr(slash + 1) : std::string();
  auto const wrong = [&] { return UsageError("--shard: '" + *typed + "' is not " + example); };
  try {
    result.of = whole_number(of, "shard", 1, kMost, example);
    result.number = whole_number(typed->substr(0, slash), "shard", 1, result.of, example);
  } catch (UsageError const&) {
    throw wrong();  // quotes the whole
  }
  return result;
}

unsigned thread_count(Session const& session) {
  constexpr std::uint64_t kMost = 1024;
  if (auto const typed = session.request().value("threads")) {
    return static_cast<unsigned>(
        whole_number(*typed, "threads", 1, kMost, "a number from 1 to 1024"));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace corridor::cli

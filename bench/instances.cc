#include "instances.h"

#include <cmath>
#include <optional>
#include <utility>

#include "corridor/graph/compile.h"
#include "corridor/io/load.h"
#include "support/generate.h"
#include "support/network_spec.h"

namespace corridor::bench {
namespace {

constexpr std::uint64_t kSeed = 2025;

test::Instance make(std::string const& family, std::size_t links) {
  if (family == "rail") return test::rail_instance(links, kSeed);
  if (family == "chains") {
    std::size_t const chains = links < 1000 ? 4 : 20;
    return test::corridor_instance(chains, links * 9 / (10 * chains), links / 10, kSeed);
  }
  auto const side = static_cast<std::size_t>(std::sqrt(static_cast<double>(links) / 2));
  return test::grid_instance(side, side, kSeed);
}

Instance compiled(Network network, Question question) {
  auto graph = compile(network, question);
  return {std::move(network), std::move(question), std::move(graph)};
}

}  // namespace

Instance const& built_in() {
  static Instance const instance = [] {
    auto network = must(Loader().network(kDefaultNetwork));
    auto question = test::ask(network, "xian", "europe");
    return compiled(std::move(network), std::move(question));
  }();
  return instance;
}

Instance const& generated(std::string const& family, std::size_t links) {
  static std::optional<Instance> instance;
  static std::string made;
  auto const name = family + '/' + std::to_string(links);
  if (name != made) {
    instance.reset();
    auto [network, question, optimum] = make(family, links);
    instance.emplace(compiled(std::move(network), std::move(question)));
    made = name;
  }
  return *instance;
}

}  // namespace corridor::bench

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "corridor/analysis/routing.h"
#include "corridor/analysis/skim.h"
#include "corridor/base/nearest.h"
#include "omx.h"
#include "session.h"
#include "sweep_request.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

constexpr std::string_view kTransfers = "transfers";
constexpr std::string_view kOmx = ".omx";
/// Of all matrices together: two gigabytes.
constexpr std::size_t kMostCells = 250'000'000;

std::vector<NodeId> nodes_of_kind(Network const& network, std::string const& kind,
                                  std::string_view option) {
  std::vector<NodeId> found;
  std::vector<std::string_view> kinds;
  for (NodeId const id : network.nodes.ids()) {
    if (network.nodes[id].kind == kind) found.push_back(id);
    kinds.push_back(network.nodes[id].kind);
  }
  if (!found.empty()) return found;
  auto const hint = did_you_mean(kind, kinds);
  throw UsageError("--" + std::string(option) + ": no node of kind '" + kind + "'" +
                   (hint.empty() ? "" : ", " + hint));
}

/// Nodes, regions and kinds, in the order named, each node once; without the option all nodes.
std::vector<NodeId> named_nodes(Session const& session, Network const& network,
                                std::string_view option) {
  constexpr std::string_view kKind = "kind:";
  std::vector<NodeId> nodes;
  auto const typed = session.request().value(option);
  if (!typed) {
    for (NodeId const node : network.nodes.ids()) nodes.push_back(node);
    return nodes;
  }
  std::vector<bool> taken(network.nodes.size(), false);
  for (auto const& word : split_list(*typed, option)) {
    auto const found = word.starts_with(kKind)
                           ? nodes_of_kind(network, word.substr(kKind.size()), option)
                           : session.place(network, word, option);
    for (NodeId const node : found) {
      if (taken[node.index()]) continue;
      taken[node.index()] = true;
      nodes.push_back(node);
    }
  }
  return nodes;
}

void read_objectives(Session const& session, SkimPlan& plan) {
  for (auto const& word : split_list(session.request().value("by").value_or("time"), "by")) {
    if (word == kTransfers) {
      plan.transfers = true;
      continue;
    }
    auto const* const objective = session.objective(word);
    if (std::find(plan.by.begin(), plan.by.end(), objective) != plan.by.end()) {
      throw UsageError("--by: '" + word + "' is named twice");
    }
    plan.by.push_back(objective);
  }
  if (plan.by.empty()) {
    throw UsageError(
        "--by: transfers are those on the best routes by an objective: time,transfers");
  }
}

SkimLayout layout(Session const& session) {
  auto const typed = session.request().value("layout").value_or("long");
  if (typed == "long") return SkimLayout::list;
  if (typed == "wide") return SkimLayout::wide;
  throw UsageError("--layout: '" + typed + "' is not long or wide");
}

bool wants_omx(Session const& session) {
  auto const& request = session.request();
  if (!request.value("output").value_or("").ends_with(kOmx)) return false;
  if (request.has("format")) throw UsageError("-o FILE.omx has no --format");
  if (!writes_omx()) {
    throw UsageError(
        "this program was built without HDF5, which .omx files need; --format csv and "
        "json hold the same figures");
  }
  return true;
}

SkimPlan plan_of(Session const& session, Network const& network) {
  SkimPlan plan;
  read_objectives(session, plan);
  plan.value = session.value_of_time();
  plan.from = named_nodes(session, network, "from");
  plan.to = named_nodes(session, network, "to");
  plan.conditions.year = session.year();
  if (auto const typed = session.request().value("corridor")) {
    plan.conditions.corridor = session.corridor(network, *typed);
  }
  plan.conditions = session.avoiding(std::move(plan.conditions), network);
  std::size_t const matrices = plan.by.size() + (plan.transfers ? 1 : 0);
  if (plan.from.size() > kMostCells / matrices / plan.to.size()) {
    throw UsageError("a skim has at most 250,000,000 cells; --from and --to name fewer nodes");
  }
  return plan;
}

/// With the order that a pack brought along, where there are so many searches that making the
/// network ready pays, as measured on roads of a million nodes: it takes as long as some forty.
std::optional<RoutingNetwork> made_ready(Session& session, Network const& base,
                                         Network const& network, SkimPlan const& plan,
                                         unsigned threads) {
  constexpr std::size_t kWorthMakingReady = 40;
  auto const& order = session.loader().vertex_order();
  auto const searches = std::min(plan.from.size(), plan.to.size()) / std::max(1U, threads);
  if (order.empty() || searches < kWorthMakingReady) return std::nullopt;
  try {
    auto ready = session.stages().run("make ready", [&] { return RoutingNetwork(base, order); });
    if (ready.fits(network)) return ready;
  } catch (std::logic_error const&) {  // of another network; the answer does not depend on it
  }
  return std::nullopt;
}

}  // namespace

Outcome run_skim(Session& session) {
  auto const& request = session.request();
  auto const& stages = session.stages();
  bool const omx = wants_omx(session);
  auto const threads = thread_count(session);
  auto const csv_layout = layout(session);
  auto const base = session.base_network();
  auto const network = session.with_scenarios(base, request.values("scenario"));
  SkimAnswer answer{plan_of(session, network),
                    request.value("from").value_or(""),
                    request.value("to").value_or(""),
                    csv_layout,
                    {},
                    {}};
  auto const ready = made_ready(session, base, network, answer.plan, threads);
  answer.skim = stages.run(
      "skim", [&] { return skim(network, answer.plan, threads, ready ? &*ready : nullptr); });
  answer.proofs = stages.run("prove", [&] { return skim_proofs(network, answer.plan); });
  demand(stages.run("check",
                    [&] { return violation(network, answer.plan, answer.skim, answer.proofs); }));
  if (!omx) return session.answer(answer, network);
  auto file = stages.run("report", [&] { return omx_of(answer, network); });
  if (!file) throw Failure(kCannotWrite, "corridor: error: HDF5 cannot make the .omx file\n");
  return session.text(*std::move(file));
}

}  // namespace corridor::cli

#include <algorithm>
#include <map>

#include "corridor/base/decimal.h"
#include "corridor/graph/compile.h"
#include "report/figures.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/flows.h"

namespace corridor::verify {
namespace {

using Name = std::pair<std::string, std::string>;  ///< kind and id

/// The arcs that each thing takes along when it fails.
class Failures {
 public:
  Failures(Network const& network, Graph const& graph) : network_(network), graph_(graph) {
    mark_ends();
    for (ArcId const arc : graph.columns().tail.ids()) add(arc);
    for (ArcId const arc : graph.columns().tail.ids()) add_touching(arc);
  }

  std::map<Name, std::vector<ArcId>> const& elements() const { return elements_; }
  std::map<Name, std::vector<ArcId>> const& countries() const { return countries_; }

 private:
  NodeId node_of(ArcId arc) const {
    bool const starts = graph_.kind(arc) == ArcKind::start;
    return graph_.columns().node[starts ? graph_.head(arc) : graph_.tail(arc)];
  }

  void mark_ends() {
    is_end_.assign(network_.nodes.size(), 0);
    for (ArcId const arc : graph_.columns().tail.ids()) {
      bool const terminal = graph_.kind(arc) == ArcKind::start || graph_.kind(arc) == ArcKind::end;
      if (terminal) is_end_[node_of(arc).index()] = 1;
    }
  }

  void add(ArcId arc) {
    auto const kind = graph_.kind(arc);
    if (kind == ArcKind::passage && graph_.element(arc)) {
      elements_[{"passage", report::name_arc(network_, graph_, arc).id}].push_back(arc);
    } else if (auto const element = graph_.element(arc)) {
      elements_[{std::string(name_of(element->kind)), id_of(network_, *element)}].push_back(arc);
    }
    if (kind == ArcKind::link) return;
    auto const& node = network_.nodes[node_of(arc)];
    bool const inside = kind == ArcKind::passage || kind == ArcKind::transfer;
    if (inside && is_end_[node_of(arc).index()] == 0) elements_[{"node", node.id}].push_back(arc);
    if (!node.country.empty()) countries_[{"country", node.country}].push_back(arc);
  }

  /// Links to a node that fails lead nowhere.
  void add_touching(ArcId arc) {
    if (graph_.kind(arc) != ArcKind::link) return;
    for (VertexId const v : {graph_.tail(arc), graph_.head(arc)}) {
      auto const& node = network_.nodes[graph_.columns().node[v]];
      // Ends and places that nothing passes do not fail.
      auto const failing = elements_.find({"node", node.id});
      if (failing != elements_.end()) failing->second.push_back(arc);
      if (!node.country.empty()) countries_[{"country", node.country}].push_back(arc);
    }
  }

  Network const& network_;
  Graph const& graph_;
  std::vector<char> is_end_;
  std::map<Name, std::vector<ArcId>> elements_, countries_;
};

class CriticalityCheck {
 public:
  CriticalityCheck(Context& context, Network const& network)
      : context_(context),
        result_(context.root.at("result")),
        network_(network),
        question_(read_question(network, result_)),
        graph_(compile(network, question_)),
        flows_(network, graph_),
        failures_(network, graph_) {}

  void verify() {
    expect_question(
        result_, network_, question_,
        {"throughput_teu_per_year", "bounded", "elements", "countries", "groups", "unlimited_way",
         "time_h", "cost_usd_per_teu", "pairs", "pair_counts", "proof"});
    if (!result_.at("bounded").truth()) return unbounded();
    auto const proof = result_.at("proof");
    proof.only({"flows", "cuts"});
    proven_ = flows_.of_proof(proof.at("flows"));
    cuts_ = read_cuts(proof.at("cuts"));
    check_base(proof);
    check_list(result_.at("elements"), failures_.elements());
    if (result_.at("elements").size() != failures_.elements().size()) {
      result_.at("elements").refuse("should list " + std::to_string(failures_.elements().size()));
    }
    check_list(result_.at("countries"), failures_.countries());
    check_groups(result_.at("groups"));
    if (result_.has("pairs")) check_pairs(result_.at("pairs"));
    context_.checked("every usable element is listed once, worst first");
    context_.checked("each proven loss: a flow that avoids the failure, a cut as large without it");
    if (unproven_ > 0) {
      context_.unchecked(std::to_string(unproven_) + " losses that come without a proof");
    }
    context_.checked("losses of time and cost are what is stated without minus with the element");
    context_.unchecked("times and costs of the best routes themselves, and which pairs are worst");
  }

 private:
  void unbounded() {
    for (auto const* key : {"elements", "countries"}) {
      if (result_.at(key).size() != 0) result_.at(key).refuse("stand beside no limit");
    }
    if (!result_.at("throughput_teu_per_year").is_null()) {
      result_.at("throughput_teu_per_year").refuse("stands beside no limit");
    }
    if (!flows_.connected(flows_.capacities(), true)) {
      result_.at("bounded").refuse("is false, but every way has a limit");
    }
    context_.checked("some way has no limit");
  }

  /// Cuts here separate the ends only without what failed, so that is checked with each.
  std::vector<std::vector<ArcId>> read_cuts(Item const& list) const {
    std::vector<std::vector<ArcId>> cuts;
    for (std::size_t i = 0; i < list.size(); ++i) {
      std::vector<ArcId> cut;
      for (std::size_t k = 0; k < list[i].size(); ++k) {
        if (list[i][k].size() != 4) list[i][k].refuse("is not kind, id, from and to");
        cut.push_back(flows_.arc_of_row(list[i][k]));
      }
      auto sorted = cut;
      std::sort(sorted.begin(), sorted.end());
      if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
        list[i].refuse("names an element twice");
      }
      cuts.push_back(std::move(cut));
    }
    return cuts;
  }

  void check_base(Item const& proof) {
    if (proven_.empty()) proof.at("flows").refuse("holds no flow");
    if (cuts_.empty()) proof.at("cuts").refuse("holds no cut");
    check_proof(proven_.front(), cuts_.front(), {}, proof);
    base_ = static_cast<std::int64_t>(proven_.front().value);
    result_.at("throughput_teu_per_year").expect_whole(base_);
  }

  void check_proof(ReadFlow const& flow, std::vector<ArcId> const& cut,
                   std::vector<ArcId> const& failed, Item const& at) const {
    if (flow.scale != 1) at.refuse("rests on a flow of another scale");
    auto capacities = flows_.capacities();
    for (ArcId const arc : failed) capacities[arc] = Capacity();
    flows_.within(flow, capacities, at);
    if (flows_.sum(cut, capacities, at) != flow.value) at.refuse("has a cut unlike its flow");
    auto separating = cut;
    separating.insert(separating.end(), failed.begin(), failed.end());
    flows_.separates(separating, at);
  }

  void check_list(Item const& list, std::map<Name, std::vector<ArcId>> const& known) {
    std::map<Name, std::size_t> named;
    std::int64_t before = base_;
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto const item = list[i];
      Name const name{item.at("kind").text(), item.at("id").text()};
      auto const found = known.find(name);
      if (found == known.end()) item.refuse("names nothing that can fail");
      if (!named.emplace(name, i).second) item.refuse("is named a second time");
      auto const loss = check_loss(item);
      if (loss > before) item.refuse("loses more than the one before it");
      before = loss;
      auto const throughput = item.at("throughput_teu_per_year").whole();
      if (item.at("isolating").truth() != (throughput == 0))
        item.at("isolating").refuse("is wrong");
      check_failure(item, found->second);
      if (item.has("time_h")) {
        check_route_loss(item, "time_h", "time_loss_h");
        check_route_loss(item, "cost_usd_per_teu", "cost_loss_usd_per_teu");
      }
    }
  }

  /// Without the element the best route takes or costs no less; without it there may be none.
  void check_route_loss(Item const& item, char const* key, char const* loss_key) const {
    auto const without = item.at(key);
    auto const loss = item.at(loss_key);
    bool const cut_off = item.at("isolating").truth();
    if (without.is_null() != cut_off) {
      without.refuse(cut_off ? "is a route, but nothing leads around the element"
                             : "is null, but something leads around the element");
    }
    if (cut_off) {
      if (!loss.is_null()) loss.refuse("is a loss against no route");
      return;
    }
    auto const difference = thousandths(without) - thousandths(result_.at(key));
    if (difference < 0) without.refuse("is better than with the element");
    if (thousandths(loss) != difference) loss.refuse("is not the difference to the best route");
  }

  static std::int64_t thousandths(Item const& amount) {
    auto const decimal = Decimal::parse(amount.number());
    constexpr int kPlaces = 3;
    constexpr std::int64_t kMost = std::int64_t{1} << 50;
    if (!decimal || decimal->places > kPlaces || decimal->digits < 0 || decimal->digits > kMost) {
      amount.refuse("is " + shown(amount.value()) + ", no amount");
    }
    auto parts = decimal->digits;
    for (int i = decimal->places; i < kPlaces; ++i) parts *= 10;
    return parts;
  }

  /// The elements of a group lose the same and name the group.
  void check_groups(Item const& groups) const {
    std::map<Name, std::size_t> group_of;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      groups[g].only({"kind", "loss_teu_per_year", "elements"});
      auto const elements = groups[g].at("elements");
      for (std::size_t k = 0; k < elements.size(); ++k) {
        elements[k].only({"kind", "id"});
        Name const name{elements[k].at("kind").text(), elements[k].at("id").text()};
        if (!group_of.emplace(name, g).second) elements[k].refuse("is in a group already");
      }
    }
    auto const list = result_.at("elements");
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto const group = list[i].at("group");
      auto const found = group_of.find({list[i].at("kind").text(), list[i].at("id").text()});
      if (group.is_null() != (found == group_of.end())) group.refuse("contradicts the groups");
      if (group.is_null()) continue;
      if (group.index(groups.size()) != found->second) group.refuse("contradicts the groups");
      auto const loss = groups[found->second].at("loss_teu_per_year");
      if (loss.whole() != list[i].at("loss_teu_per_year").whole()) {
        loss.refuse("is not what the elements lose");
      }
      group_of.erase(found);
    }
    if (!group_of.empty()) groups.refuse("name " + group_of.begin()->first.second + " in vain");
  }

  void check_failure(Item const& item, std::vector<ArcId> const& failed) {
    auto const flow = item.at("flow");
    auto const cut = item.at("cut");
    if (flow.is_null() || cut.is_null()) {
      ++unproven_;
      return;
    }
    auto const& proven = proven_[flow.index(proven_.size())];
    check_proof(proven, cuts_[cut.index(cuts_.size())], failed, item);
    item.at("throughput_teu_per_year").expect_whole(static_cast<std::int64_t>(proven.value));
  }

  /// The loss and its share of the whole; returns the loss.
  std::int64_t check_loss(Item const& item) const {
    auto const throughput = item.at("throughput_teu_per_year").whole();
    auto const loss = base_ - throughput;
    if (throughput < 0 || loss < 0) {
      item.at("throughput_teu_per_year").refuse("is not between nothing and everything");
    }
    item.at("loss_teu_per_year").expect_whole(loss);
    auto const share = report::utilisation(Capacity::of_parts(loss), Capacity::of_parts(base_));
    item.at("loss_percent").expect_json(format_parts(share, 1000));
    return loss;
  }

  std::int64_t throughput_without(Name const& name) const {
    auto const list = result_.at("elements");
    for (std::size_t i = 0; i < list.size(); ++i) {
      bool const same =
          list[i].at("kind").text() == name.first && list[i].at("id").text() == name.second;
      if (same) return list[i].at("throughput_teu_per_year").whole();
    }
    list.refuse("does not hold " + name.second);
  }

  void check_pairs(Item const& pairs) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      auto const elements = pairs[i].at("elements");
      if (elements.size() != 2) elements.refuse("are not two");
      std::vector<ArcId> failed;
      std::int64_t apart = 0;
      for (std::size_t k = 0; k < 2; ++k) {
        auto const found =
            failures_.elements().find({elements[k].at("kind").text(), elements[k].at("id").text()});
        if (found == failures_.elements().end()) elements[k].refuse("names nothing that can fail");
        failed.insert(failed.end(), found->second.begin(), found->second.end());
        apart += base_ - throughput_without(found->first);
      }
      auto const loss = check_loss(pairs[i]);
      pairs[i].at("beyond_sum_teu_per_year").expect_whole(std::max(std::int64_t{0}, loss - apart));
      check_failure(pairs[i], failed);
    }
  }

  Context& context_;
  Item result_;
  Network const& network_;
  Question question_;
  Graph graph_;
  Flows flows_;
  Failures failures_;
  std::vector<ReadFlow> proven_;
  std::vector<std::vector<ArcId>> cuts_;
  std::int64_t base_ = 0;
  std::size_t unproven_ = 0;
};

}  // namespace

void verify_criticality(Context& context, Network const& network) {
  CriticalityCheck(context, network).verify();
}

}  // namespace corridor::verify

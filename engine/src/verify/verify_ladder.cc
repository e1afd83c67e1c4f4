#include "corridor/base/decimal.h"
#include "corridor/graph/compile.h"
#include "report/json.h"
#include "verify/context.h"
#include "verify/flows.h"
#include "verify/routes.h"

namespace corridor::verify {
namespace {

/// Step after step, with the bottlenecks of all former steps unlimited.
class LadderCheck {
 public:
  LadderCheck(Context& context, Network const& network)
      : context_(context),
        result_(context.root.at("result")),
        network_(network),
        question_(read_question(network, result_)),
        graph_(compile(network, question_)),
        flows_(network, graph_),
        relieved_(flows_.capacities()) {}

  void verify() {
    auto const proof = result_.at("proof");
    proof.only({"flows", "cuts", "potentials"});
    proven_ = flows_.of_proof(proof.at("flows"));
    cuts_ = flows_.cuts_of_proof(proof.at("cuts"));
    auto const steps = result_.at("steps");
    if (result_.at("bounded").truth() != (steps.size() > 0)) {
      result_.at("bounded").refuse("contradicts the steps");
    }
    for (std::size_t i = 0; i < steps.size(); ++i) check_step(steps, i);
    check_end(steps);
    expect_question(result_, network_, question_,
                    {"target_teu_per_year", "bounded", "steps", "unlimited_way", "proof"});
    context_.checked("each step: cut = flow with the former bottlenecks unlimited");
    context_.checked("the needs suffice: a flow within capacities and needs carries what is next");
    context_.checked("the needs are the least in all, by the potentials of each step");
  }

 private:
  void check_step(Item const& steps, std::size_t i) {
    auto const step = steps[i];
    step.only({"throughput_teu_per_year", "bottleneck", "then_teu_per_year", "gain_teu_per_year",
               "needs_total_teu_per_year", "needs", "flow", "cut", "flow_then",
               "needs_of_the_last_teu_per_year", "potentials"});
    auto const& flow = proven(step.at("flow"));
    flows_.within(flow, relieved_, step.at("flow"));
    auto const& cut = cuts_[step.at("cut").index(cuts_.size())];
    if (flows_.sum(cut, relieved_, step.at("cut")) != flow.value) {
      step.at("cut").refuse("is not as large as the flow");
    }
    step.at("throughput_teu_per_year").expect_whole(static_cast<std::int64_t>(flow.value));
    step.at("bottleneck").expect_json(report::json_of_cut(network_, graph_, cut).dump());
    for (ArcId const arc : cut) relieved_[arc] = Limit();
    bool const last = i + 1 == steps.size();
    if (step.at("then_teu_per_year").is_null()) {
      if (!last) step.at("then_teu_per_year").refuse("is null, but a step follows");
      for (auto const* key : {"gain_teu_per_year", "needs_total_teu_per_year", "flow_then",
                              "needs_of_the_last_teu_per_year", "potentials"}) {
        if (!step.at(key).is_null()) step.at(key).refuse("leads to nothing");
      }
      if (step.at("needs").size() != 0) step.at("needs").refuse("lead to nothing");
      return;
    }
    check_then(step, flow);
    auto const then = step.at("then_teu_per_year").whole();
    if (!last) steps[i + 1].at("throughput_teu_per_year").expect_whole(then);
    auto const target = result_.at("target_teu_per_year");
    if (!target.is_null() && then > target.whole()) {
      step.at("then_teu_per_year").refuse("lies beyond the target");
    }
    if (last && (target.is_null() || target.whole() != then)) {
      step.at("then_teu_per_year").refuse("is neither the target nor the next step");
    }
  }

  void check_then(Item const& step, ReadFlow const& flow) {
    auto const then = Int128{step.at("then_teu_per_year").whole()};
    step.at("gain_teu_per_year").expect_whole(static_cast<std::int64_t>(then - flow.value));
    auto capacities = flows_.capacities();
    std::int64_t total = 0;
    auto const needs = step.at("needs");
    for (std::size_t k = 0; k < needs.size(); ++k) {
      needs[k].only({"kind", "id", "from", "to", "capacity_teu_per_year", "extra_teu_per_year"});
      auto const arc = flows_.arc_of_object(needs[k]);
      auto const extra = needs[k].at("extra_teu_per_year").whole();
      if (!relieved_[arc].unlimited() || graph_.capacity(arc).unlimited()) {
        needs[k].refuse("is no bottleneck of this step or one before");
      }
      if (extra <= 0 || extra > kMaxParts * std::int64_t{1000}) {
        needs[k].at("extra_teu_per_year").refuse("is no amount");
      }
      needs[k].at("capacity_teu_per_year").expect_whole(graph_.capacity(arc).capacity().parts());
      if (!(capacities[arc] == graph_.capacity(arc))) needs[k].refuse("is named a second time");
      capacities[arc] = graph_.capacity(arc).capacity() + Capacity::of_parts(extra);
      total += extra;
    }
    step.at("needs_total_teu_per_year").expect_whole(total);
    auto const& carried = proven(step.at("flow_then"));
    flows_.within(carried, capacities, step.at("flow_then"));
    if (carried.value != then) step.at("flow_then").refuse("does not carry what it should");
    check_least(step, carried);
  }

  /// With cost 1 for each unit of extra capacity, no change of the flow costs less than nothing
  /// (complementary slackness).
  void check_least(Item const& step, ReadFlow const& carried) const {
    auto const lists = result_.at("proof").at("potentials");
    auto const potentials =
        flows_.vertex_potentials(lists[step.at("potentials").index(lists.size())],
                                 step.at("needs_of_the_last_teu_per_year").whole());
    for (ArcId const arc : carried.on.ids()) {
      auto const fall =
          Int128{potentials[graph_.tail(arc).index()]} - potentials[graph_.head(arc).index()];
      auto const& limit = graph_.capacity(arc);
      auto const present = limit.unlimited() ? Int128{0} : Int128{limit.capacity().parts()};
      auto const on = carried.on[arc];
      bool const room = limit.unlimited() || on < present;
      bool const used = on > 0 && !limit.zero();
      bool const extra = !limit.unlimited() && on > present;
      bool const for_sale = relieved_[arc].unlimited() && !limit.unlimited();
      bool const least = (!room || fall >= 0) && (!used || fall <= 0) &&
                         (!for_sale || fall >= -1) && (!extra || fall <= -1);
      if (!least) {
        step.at("needs").refuse("are not shown to be the least, at " + flows_.name_of(arc));
      }
    }
  }

  /// After the last step nothing binds, or the target is reached.
  void check_end(Item const& steps) const {
    auto const target = result_.at("target_teu_per_year");
    auto const way = result_.at("unlimited_way");
    if (way.size() > 0) {
      for (ArcId const arc : joined(flows_, way)) {
        if (!relieved_[arc].unlimited()) way.refuse(flows_.name_of(arc) + " still binds");
      }
      expect_figures(flows_, way);
      return;
    }
    if (target.is_null()) return way.refuse("is empty, though the ladder has no target");
    if (steps.size() == 0) return way.refuse("is empty, though nothing binds");
    auto const last = steps[steps.size() - 1];
    auto const then = last.at("then_teu_per_year");
    auto const reached = then.is_null() ? last.at("throughput_teu_per_year").whole() : then.whole();
    if (reached < target.whole()) steps.refuse("end below the target");
  }

  ReadFlow const& proven(Item const& number) const {
    auto const& flow = proven_[number.index(proven_.size())];
    if (flow.scale != 1) number.refuse("is a flow of another scale");
    return flow;
  }

  Context& context_;
  Item result_;
  Network const& network_;
  Question question_;
  Graph graph_;
  Flows flows_;
  Capacities relieved_;
  std::vector<ReadFlow> proven_;
  std::vector<std::vector<ArcId>> cuts_;
};

}  // namespace

void verify_ladder(Context& context, Network const& network) {
  LadderCheck(context, network).verify();
}

}  // namespace corridor::verify

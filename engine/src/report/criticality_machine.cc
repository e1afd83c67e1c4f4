#include "corridor/base/decimal.h"
#include "report/criticality_names.h"
#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/json.h"
#include "report/machine.h"
#include "report/proof.h"

namespace corridor::report {
namespace {

std::string hours_text(Int128 parts) {
  return exact(Duration::of_parts(static_cast<std::int64_t>(parts)));
}
std::string usd_text(Int128 parts) {
  return exact(Cost::of_parts(static_cast<std::int64_t>(parts)));
}

/// A number, or null without a route.
Json amount_json(std::optional<Int128> const& amount, Int128 less, std::string (*text)(Int128)) {
  return amount ? Json::number(text(*amount - less)) : Json();
}

Json place_json(std::optional<std::size_t> place) {
  return place ? Json::number(static_cast<std::int64_t>(*place)) : Json();
}

/// The places of the proof's flows and cuts among those of the result.
class Proofs {
 public:
  Proofs(CriticalityAnswer const& answer, Network const& network) : book_(network, answer.graph) {
    for (auto const& differences : answer.proof.flows) {
      auto on = answer.flow.on;
      for (auto const& [arc, amount] : differences) on[arc] = amount;
      std::optional<std::size_t> base;
      if (!flows_.empty()) base = flows_.front();
      flows_.push_back(book_.flow(on, base));
    }
    for (auto const& cut : answer.proof.cuts) cuts_.push_back(book_.cut(cut));
  }

  void add(Json& object, std::optional<FailureProof> const& proof) const {
    object.set("flow", proof ? place_json(flows_[proof->flow]) : Json());
    object.set("cut", proof ? place_json(cuts_[proof->cut]) : Json());
  }
  Json json() const { return book_.json(); }

 private:
  ProofBook book_;
  std::vector<std::size_t> flows_, cuts_;
};

Json failure_json(CriticalityAnswer const& answer, Network const& network,
                  FailureLoss const& failure) {
  auto object = Json::object();
  object.set("kind", Json::string(name_of(failure.failure.kind)));
  object.set("id", Json::string(id_of(network, answer.graph, failure.failure)));
  object.set("throughput_teu_per_year", Json::number(failure.throughput.parts()));
  object.set("loss_teu_per_year", Json::number(failure.loss.parts()));
  object.set("loss_percent", Json::number(format_parts(share_of(failure.loss, answer.flow), 1000)));
  object.set("isolating", Json::boolean(failure.isolating));
  return object;
}

Json elements_json(CriticalityAnswer const& answer, Network const& network, Proofs const& proofs) {
  auto list = Json::list();
  for (std::size_t i = 0; i < answer.criticality.elements.size(); ++i) {
    auto const& element = answer.criticality.elements[i];
    auto object = failure_json(answer, network, element);
    object.set("group", place_json(element.group));
    auto const& time = answer.time.without[i];
    auto const& cost = answer.cost.without[i];
    object.set("time_h", amount_json(time, 0, hours_text));
    object.set("time_loss_h", amount_json(time, answer.time.best, hours_text));
    object.set("cost_usd_per_teu", amount_json(cost, 0, usd_text));
    object.set("cost_loss_usd_per_teu", amount_json(cost, answer.cost.best, usd_text));
    proofs.add(object, answer.proof.elements[i]);
    list.push(std::move(object));
  }
  return list;
}

Json countries_json(CriticalityAnswer const& answer, Network const& network, Proofs const& proofs) {
  auto list = Json::list();
  for (std::size_t i = 0; i < answer.criticality.countries.size(); ++i) {
    auto object = failure_json(answer, network, answer.criticality.countries[i]);
    proofs.add(object, answer.proof.countries[i]);
    list.push(std::move(object));
  }
  return list;
}

Json name_json(CriticalityAnswer const& answer, Network const& network, std::size_t element) {
  auto const& failure = answer.criticality.elements[element].failure;
  auto object = Json::object();
  object.set("kind", Json::string(name_of(failure.kind)));
  object.set("id", Json::string(id_of(network, answer.graph, failure)));
  return object;
}

Json groups_json(CriticalityAnswer const& answer, Network const& network) {
  auto list = Json::list();
  for (auto const& group : answer.criticality.groups) {
    auto elements = Json::list();
    for (auto const i : group.elements) elements.push(name_json(answer, network, i));
    auto object = Json::object();
    object.set("kind", Json::string(name_of(group.kind)));
    object.set("loss_teu_per_year", Json::number(group.loss.parts()));
    object.set("elements", std::move(elements));
    list.push(std::move(object));
  }
  return list;
}

void add_pairs(Json& result, CriticalityAnswer const& answer, Network const& network,
               Proofs const& proofs) {
  auto list = Json::list();
  for (std::size_t i = 0; i < answer.pairs->worst.size(); ++i) {
    auto const& pair = answer.pairs->worst[i];
    auto object = Json::object();
    object.set("elements", Json::list({name_json(answer, network, pair.first),
                                       name_json(answer, network, pair.second)}));
    object.set("throughput_teu_per_year", Json::number(pair.throughput.parts()));
    object.set("loss_teu_per_year", Json::number(pair.loss.parts()));
    object.set("loss_percent", Json::number(format_parts(share_of(pair.loss, answer.flow), 1000)));
    object.set("beyond_sum_teu_per_year", Json::number(pair.beyond_sum.parts()));
    proofs.add(object, answer.proof.pairs[i]);
    list.push(std::move(object));
  }
  result.set("pairs", std::move(list));
  auto counts = Json::object();
  counts.set("pairs", Json::number(static_cast<std::int64_t>(answer.pairs->pairs)));
  counts.set("without_search",
             Json::number(static_cast<std::int64_t>(answer.pairs->pairs - answer.pairs->searched)));
  counts.set("dependent", Json::number(static_cast<std::int64_t>(answer.pairs->dependent)));
  counts.set("dependent_is_exact", Json::boolean(answer.pairs->dependent_known));
  result.set("pair_counts", std::move(counts));
}

}  // namespace

Json result_of(CriticalityAnswer const& answer, Network const& network) {
  auto object = question_json(network, answer.question, answer.from, answer.to);
  bool const bounded = answer.flow.bounded;
  object.set("throughput_teu_per_year",
             bounded ? Json::number(answer.flow.throughput.parts()) : Json());
  object.set("bounded", Json::boolean(bounded));
  if (!bounded) {
    object.set("elements", Json::list());
    object.set("countries", Json::list());
    object.set("groups", Json::list());
    return object;
  }
  Proofs const proofs(answer, network);
  object.set("time_h", Json::number(hours_text(answer.time.best)));
  object.set("cost_usd_per_teu", Json::number(usd_text(answer.cost.best)));
  object.set("elements", elements_json(answer, network, proofs));
  object.set("countries", countries_json(answer, network, proofs));
  object.set("groups", groups_json(answer, network));
  if (answer.pairs) add_pairs(object, answer, network, proofs);
  object.set("proof", proofs.json());
  return object;
}

/// Elements and countries, or with --pairs the pairs: one table in one file.
std::optional<std::string> csv_of(CriticalityAnswer const& answer, Network const& network) {
  if (answer.pairs) {
    Csv csv(
        "first_kind,first_id,second_kind,second_id,throughput_teu_per_year,loss_teu_per_year,"
        "loss_percent,beyond_sum_teu_per_year");
    for (auto const& pair : answer.pairs->worst) {
      for (auto const place : {pair.first, pair.second}) {
        auto const& failure = answer.criticality.elements[place].failure;
        csv.text(name_of(failure.kind)).text(id_of(network, answer.graph, failure));
      }
      csv.number(pair.throughput.parts()).number(pair.loss.parts());
      csv.raw(format_parts(share_of(pair.loss, answer.flow), 1000));
      csv.number(pair.beyond_sum.parts()).end_row();
    }
    return csv.str();
  }
  Csv csv(
      "kind,id,throughput_teu_per_year,loss_teu_per_year,loss_percent,isolating,group,time_h,"
      "time_loss_h,cost_usd_per_teu,cost_loss_usd_per_teu");
  auto const add = [&](FailureLoss const& each) {
    csv.text(name_of(each.failure.kind)).text(id_of(network, answer.graph, each.failure));
    csv.number(each.throughput.parts()).number(each.loss.parts());
    csv.raw(format_parts(share_of(each.loss, answer.flow), 1000));
    csv.raw(each.isolating ? "yes" : "no").raw(each.group ? std::to_string(*each.group) : "");
  };
  for (std::size_t i = 0; i < answer.criticality.elements.size(); ++i) {
    add(answer.criticality.elements[i]);
    auto const& time = answer.time.without[i];
    auto const& cost = answer.cost.without[i];
    csv.raw(time ? hours_text(*time) : "").raw(time ? hours_text(*time - answer.time.best) : "");
    csv.raw(cost ? usd_text(*cost) : "").raw(cost ? usd_text(*cost - answer.cost.best) : "");
    csv.end_row();
  }
  for (auto const& country : answer.criticality.countries) {
    add(country);
    csv.raw("").raw("").raw("").raw("").end_row();
  }
  return csv.str();
}

std::string reason_of(CriticalityAnswer const& answer) {
  if (!answer.flow.bounded || answer.flow.throughput > Capacity()) return {};
  return answer.obstacle ? answer.obstacle->reason : "nothing can flow";
}

}  // namespace corridor::report

#include "corridor/base/decimal.h"
#include "report/csv_rows.h"
#include "report/figures.h"
#include "report/machine.h"

namespace corridor::report {
namespace {

std::string number_or_nothing(Limit capacity) {
  return capacity.unlimited() ? "" : std::to_string(capacity.capacity().parts());
}

void add_name(Csv& csv, ArcName const& name) {
  csv.text(name.kind).text(name.id).text(name.from).text(name.to);
}

void add_totals(Csv& csv, Totals const& totals, ValueOfTime value) {
  csv.raw(exact(totals.time)).raw(exact(totals.cost)).raw(exact(totals.length));
  csv.raw(exact(totals.emissions)).raw(exact(generalised_rounded(totals, value)));
}

struct ToCsv {
  Network const& network;

  std::optional<std::string> operator()(RouteAnswer const& answer) const {
    std::string const columns =
        "kind,id,from,to,mode,time_h,cost_usd_per_teu,length_km,emissions_kg_per_teu,"
        "generalised_usd_per_teu";
    if (!answer.asked) {
      Csv csv(columns);
      if (answer.route) add_legs(csv, answer, *answer.route, std::nullopt);
      return csv.str();
    }
    Csv csv("route," + columns);
    for (std::size_t i = 0; i < answer.choice.routes.size(); ++i) {
      add_legs(csv, answer, answer.choice.routes[i], i + 1);
    }
    return csv.str();
  }

  std::optional<std::string> operator()(FlowAnswer const& answer) const {
    Csv csv("kind,id,from,to,flow_teu_per_year,capacity_teu_per_year,utilisation_percent");
    for (auto const arc : carrying(answer.graph, answer.flow)) {
      auto const capacity = answer.graph.capacity(arc);
      auto const flow = answer.flow.on[arc];
      add_name(csv, name_arc(network, answer.graph, arc));
      csv.number(flow.parts()).raw(number_or_nothing(capacity));
      csv.raw(capacity.unlimited() ? "" : format_parts(utilisation(flow, capacity), 1000));
      csv.end_row();
    }
    return csv.str();
  }

  std::optional<std::string> operator()(CompareAnswer const& answer) const {
    Csv csv(
        "scenario,corridor,throughput_teu_per_year,bottleneck,headroom_teu_per_year,"
        "next_bottleneck,objective,time_h,cost_usd_per_teu,length_km,emissions_kg_per_teu,"
        "generalised_usd_per_teu,border_crossings,gauge_changes,transshipments,links");
    for (std::size_t i = 0; i < answer.variants.size(); ++i) {
      for (auto const& cell : answer.comparison.variants[i].cells) {
        for (std::size_t o = 0; o < answer.plan.objectives.size(); ++o) {
          add_cell(csv, answer, answer.variants[i], cell, o);
        }
      }
    }
    return csv.str();
  }

  std::optional<std::string> operator()(DiffAnswer const& answer) const {
    Csv csv("kind,id,field,before,after");
    for (auto const& difference : answer.differences) {
      csv.text(difference.node ? "node" : name_of(difference.element.kind));
      csv.text(difference.id);
      csv.text(difference.field ? name_of(*difference.field) : "state");
      csv.text(difference.before).text(difference.after);
      csv.end_row();
    }
    return csv.str();
  }

  std::optional<std::string> operator()(ListAnswer const& answer) const {
    Csv csv("id,title");
    for (auto const& row : answer.rows) {
      csv.text(row.id).text(row.title);
      csv.end_row();
    }
    return csv.str();
  }

  std::optional<std::string> operator()(ExplainAnswer const&) const { return std::nullopt; }
  std::optional<std::string> operator()(CheckAnswer const&) const { return std::nullopt; }
  template <class Other>
  std::optional<std::string> operator()(Other const& answer) const {
    return report::csv_of(answer, network);
  }

 private:
  void add_legs(Csv& csv, RouteAnswer const& answer, Route const& route,
                std::optional<std::size_t> number) const {
    for (auto const& leg : legs_of(answer.graph, route)) {
      if (number) csv.number(static_cast<std::int64_t>(*number));
      add_name(csv, name_arc(network, answer.graph, leg.arc));
      csv.text(network.modes[answer.graph.columns().mode[answer.graph.tail(leg.arc)]].id);
      add_totals(csv, leg.totals, answer.value);
      csv.end_row();
    }
  }

  static void add_cell(Csv& csv, CompareAnswer const& answer, Variant const& variant,
                       ComparisonCell const& cell, std::size_t objective) {
    auto const& flow = cell.flow;
    auto const& room = cell.headroom;
    csv.text(variant.id);
    csv.text(cell.corridor ? variant.network.corridors[*cell.corridor].id : "all");
    csv.raw(flow.bounded ? std::to_string(flow.throughput.parts()) : "");
    csv.text(ids_of(variant.network, cell.graph, flow.cut));
    csv.raw(flow.bounded && room.bounded ? std::to_string(room.amount.parts()) : "");
    csv.text(ids_of(variant.network, cell.graph, room.next_cut));
    csv.text(answer.plan.objectives[objective]->name);
    if (auto const& route = cell.best[objective]) {
      add_totals(csv, route->totals, answer.plan.value);
      csv.number(route->border_crossings).number(route->gauge_changes);
      csv.number(route->transshipments);
      csv.text(links_of(variant.network, cell.graph, *route));
    } else {
      constexpr int kRouteColumns = 9;
      for (int i = 0; i < kRouteColumns; ++i) csv.raw("");
    }
    csv.end_row();
  }
};

}  // namespace

std::optional<std::string> csv_of(Answer const& answer, Network const& network) {
  return std::visit(ToCsv{network}, answer);
}

}  // namespace corridor::report

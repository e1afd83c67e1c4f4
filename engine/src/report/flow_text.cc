#include <fmt/format.h>

#include <algorithm>

#include "corridor/base/decimal.h"
#include "report/figures.h"
#include "report/headline.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

constexpr std::size_t kMostRows = 40;  // what still reads as a table; machine formats list all

std::string cut_table(FlowAnswer const& answer, Network const& network,
                      std::vector<ArcId> const& cut, Style const& style) {
  TextTable table({{"", Align::left, true}, {"", Align::left, true}, {"", Align::right}});
  for (auto const arc : cut) {
    table.add({title_arc(network, answer.graph, arc), name_arc(network, answer.graph, arc).id,
               text_of(answer.graph.capacity(arc)) + " TEU/year"});
  }
  return table.layout(style, 2);
}

std::string proof(FlowAnswer const& answer, Network const& network, Style const& style) {
  auto const& flow = answer.flow;
  auto const count = flow.cut.size();
  auto out =
      bold(count == 1 ? "Bottleneck" : "Bottleneck (the minimum cut nearest the origin)", style) +
      "\n" + cut_table(answer, network, flow.cut, style);
  out += paragraph(
      count == 1 ? "Every way passes it and it is full: no plan can carry more."
                 : fmt::format(
                       "Every way passes one of these {} and all are full: no plan can carry more.",
                       count),
      style.width, 2);
  if (flow.unique_cut) {
    out += "  It is the only minimum cut.\n";
  } else {
    out += "\n" + bold("Just as tight, nearest the destination", style) + "\n";
    out += cut_table(answer, network, flow.cut_at_destination, style);
    out += paragraph("Raising one of the two alone gains nothing.", style.width, 2);
  }
  return out;
}

std::string room(FlowAnswer const& answer, Network const& network, Style const& style) {
  auto const& headroom = answer.headroom;
  std::string text;
  if (!headroom.bounded) {
    text = "Nothing else binds: without this bottleneck the throughput has no limit.";
  } else if (headroom.amount.parts() == 0) {
    text = fmt::format("Without this bottleneck nothing is gained: {} binds as well.",
                       title_arcs(network, answer.graph, headroom.next_cut));
  } else {
    text = fmt::format("The bottleneck may grow by {} TEU/year ({}), then {} binds.",
                       text_of(headroom.amount),
                       change_text(answer.flow.throughput.parts(),
                                   (answer.flow.throughput + headroom.amount).parts()),
                       title_arcs(network, answer.graph, headroom.next_cut));
  }
  return "\n" + bold("What binds next", style) + "\n" + paragraph(text, style.width, 2);
}

/// The fullest first, then as in the file; unlimited elements last.
std::vector<ArcId> by_utilisation(FlowAnswer const& answer) {
  auto arcs = carrying(answer.graph, answer.flow);
  auto const fuller = [&](ArcId a, ArcId b) {
    auto const capacity_a = answer.graph.capacity(a);
    auto const capacity_b = answer.graph.capacity(b);
    if (capacity_a.unlimited() || capacity_b.unlimited()) {
      return !capacity_a.unlimited() && capacity_b.unlimited();
    }
    return Int128{answer.flow.on[a].parts()} * capacity_b.capacity().parts() >
           Int128{answer.flow.on[b].parts()} * capacity_a.capacity().parts();
  };
  auto const file_order = [&](ArcId a, ArcId b) {
    return answer.graph.columns().kind[a] != answer.graph.columns().kind[b]
               ? answer.graph.columns().kind[a] < answer.graph.columns().kind[b]
               : answer.graph.columns().element[a] < answer.graph.columns().element[b];
  };
  std::stable_sort(arcs.begin(), arcs.end(), file_order);
  std::stable_sort(arcs.begin(), arcs.end(), fuller);
  return arcs;
}

std::string utilisation_table(FlowAnswer const& answer, Network const& network,
                              Style const& style) {
  auto const arcs = by_utilisation(answer);
  TextTable table({{"element", Align::left, true},
                   {"id", Align::left, true},
                   {"TEU/year", Align::right},
                   {"capacity", Align::right},
                   {"used", Align::right}});
  for (std::size_t i = 0; i < std::min(kMostRows, arcs.size()); ++i) {
    auto const capacity = answer.graph.capacity(arcs[i]);
    auto const flow = answer.flow.on[arcs[i]];
    table.add({title_arc(network, answer.graph, arcs[i]),
               name_arc(network, answer.graph, arcs[i]).id, text_of(flow), text_of(capacity),
               percent_used(flow, capacity)});
  }
  auto out = "\n" + bold("Utilisation of one such plan", style) + "\n" + table.layout(style, 2);
  if (arcs.size() > kMostRows) {
    out += fmt::format("  and {} less used; --format csv lists all\n", arcs.size() - kMostRows);
  }
  return out;
}

std::string unbounded_text(FlowAnswer const& answer, Network const& network, Style const& style) {
  std::string way;
  for (auto const arc : answer.flow.unlimited_way) {
    if (!answer.graph.element(arc)) continue;
    if (!way.empty()) way += "; ";
    way += title_arc(network, answer.graph, arc);
  }
  return paragraph(
             "Some way has no limit at all, so there is no bottleneck. Every element of it "
             "has the capacity `unlimited`:",
             style.width) +
         paragraph(way, style.width, 2);
}

}  // namespace

std::string flow_text(FlowAnswer const& answer, Network const& network, Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto const& flow = answer.flow;
  auto const amount = !flow.bounded     ? std::string("unlimited")
                      : answer.obstacle ? std::string("nothing can flow")
                                        : "at most " + text_of(flow.throughput) + " TEU/year";
  auto out = headline(ends, amount, style);
  out += paragraph(circumstances(network, answer.question), style.width) + "\n";
  if (answer.obstacle) {
    return out + obstacles_text("flow", *answer.obstacle, nullptr, kDefaultValueOfTime, style);
  }
  if (!flow.bounded) return out + unbounded_text(answer, network, style);
  out += proof(answer, network, style) + room(answer, network, style);
  out += utilisation_table(answer, network, style);
  out += faint("\nchecked: conservation, capacities, cut = flow", style) + "\n";
  return out;
}

}  // namespace corridor::report

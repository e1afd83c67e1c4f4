#include <fmt/format.h>

#include <optional>
#include <string>

#include "report/chart.h"
#include "report/exact_text.h"
#include "report/figures.h"
#include "report/headline.h"
#include "report/json.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

/// "x1.806 (exactly 428/237)", or "x1.5" where that is all of it.
std::string times_exactly(Fraction multiplier) {
  constexpr std::int64_t kThousand = 1000;
  bool const even = kThousand % multiplier.denominator == 0;
  return times(multiplier) + (even ? "" : " (exactly " + exact(multiplier) + ")");
}

/// From which multiplier on nothing more is gained, if such a part of the range is left.
std::optional<Fraction> usable_up_to(Curve const& curve) {
  auto const& last = curve.pieces.back();
  if (last.slope.parts() > 0 || last.from == last.to) return std::nullopt;
  return last.from;
}

std::string binds(CurveAnswer const& answer, Network const& network, CurvePiece const& piece) {
  auto const titles = title_arcs(network, answer.graph, piece.binding);
  return titles + (piece.binding.size() == 1 ? " binds" : " bind");
}

std::string headline_amount(CurveAnswer const& answer) {
  auto const& curve = answer.curve;
  if (!curve.bounded) return "unlimited";
  if (!answer.carries) return "nothing can flow";
  auto const least = text_of(*value_at(curve, answer.range.min));
  auto const most = text_of(*value_at(curve, answer.range.max));
  return (least == most ? least : least + " to " + most) + " TEU/year";
}

std::string selection_line(CurveAnswer const& answer, Network const& network) {
  constexpr std::size_t kMost = 6;
  std::string names;
  for (std::size_t i = 0; i < answer.selected.size() && i < kMost; ++i) {
    names += (i == 0 ? "" : ", ") + id_of(network, answer.selected[i]);
  }
  if (answer.selected.size() > kMost) {
    names += fmt::format(" and {} more", answer.selected.size() - kMost);
  }
  auto text = fmt::format("Capacity of {} from {} to {}", names, times(answer.range.min),
                          times(answer.range.max));
  for (auto const& [ref, reason] : answer.unusable) {
    text += fmt::format("; {} {} and counts for nothing", id_of(network, ref), reason);
  }
  return text;
}

/// What a planner wants to know first: how much of the multiplication is of any use.
std::string verdict(CurveAnswer const& answer, Network const& network) {
  auto const& curve = answer.curve;
  auto const& last = curve.pieces.back();
  auto const& [min, max] = answer.range;
  if (min == max) return fmt::format("At {} {}.", times_exactly(min), binds(answer, network, last));
  auto const usable = usable_up_to(curve);
  if (!usable) {
    return fmt::format("All of {} is usable: up to there more always brings more. At its end {}.",
                       times_exactly(max), binds(answer, network, last));
  }
  if (*usable == min) {
    return fmt::format("Of {} nothing is usable: already at {} {}.", times_exactly(max),
                       times_exactly(min), binds(answer, network, last));
  }
  return fmt::format("Of {} only {} is usable; from there {}.", times_exactly(max),
                     times_exactly(*usable), binds(answer, network, last));
}

/// What the usable part brings.
std::string gain(CurveAnswer const& answer) {
  auto const& curve = answer.curve;
  auto const end = usable_up_to(curve).value_or(answer.range.max);
  if (end == answer.range.min) return {};
  auto const before = text_of(*value_at(curve, answer.range.min));
  auto const after = text_of(*value_at(curve, end));
  auto text = fmt::format(" Throughput rises from {} to {} TEU/year.", before, after);
  auto const& slope = curve.pieces.front().slope;
  if (curve.pieces.size() > 2 && slope.parts() > 0) {
    text += fmt::format(" Each further x1 brings {} at first and {} before the end.",
                        text_of(slope), text_of(curve.pieces[curve.pieces.size() - 2].slope));
  }
  return text;
}

std::string target_words(CurveAnswer const& answer) {
  if (!answer.target) return {};
  auto const target = text_of(*answer.target) + " TEU/year";
  auto const& curve = answer.curve;
  std::string text;
  if (!curve.bounded) {
    text = fmt::format("{} are reached at every multiplier.", target);
  } else if (auto const x = smallest_multiplier(curve, *answer.target); !x) {
    text =
        fmt::format("{} are not reached: even {} carries no more than {}.", target,
                    times_exactly(answer.range.max), text_of(*value_at(curve, answer.range.max)));
  } else if (*x == answer.range.min) {
    text = fmt::format("{} are reached at {} already.", target, times_exactly(*x));
  } else {
    text = fmt::format("{} are reached from {} on.", target, times_exactly(*x));
  }
  return text;
}

std::string pieces_table(CurveAnswer const& answer, Network const& network, Style const& style) {
  TextTable table({{"from", Align::right},
                   {"to", Align::right},
                   {"TEU/year from", Align::right},
                   {"to", Align::right},
                   {"per x1", Align::right},
                   {"what binds", Align::left, true}},
                  2);
  for (auto const& piece : answer.curve.pieces) {
    table.add({times(piece.from), times(piece.to), text_of(*value_at(answer.curve, piece.from)),
               text_of(*value_at(answer.curve, piece.to)), "+" + text_of(piece.slope),
               title_arcs(network, answer.graph, piece.binding)});
  }
  return "\n" + bold("Pieces, each with the minimum cut that proves it", style) + "\n" +
         table.layout(style, 2);
}

std::string drawing(CurveAnswer const& answer, Style const& style) {
  auto const chart = curve_chart(answer.curve, style);
  if (chart.empty()) return {};
  return "\n" + bold("Throughput against the multiplier", style) + "\n" + chart;
}

std::string unbounded_words(CurveAnswer const& answer, Network const& network, Style const& style) {
  std::string way;
  for (auto const arc : answer.curve.unlimited_way) {
    if (!answer.graph.element(arc)) continue;
    way += (way.empty() ? "" : "; ") + title_arc(network, answer.graph, arc);
  }
  return paragraph("Some way has no limit at all, whatever the multiplier, so nothing binds:",
                   style.width) +
         paragraph(way, style.width, 2);
}

}  // namespace

std::string curve_text(CurveAnswer const& answer, Network const& network, Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto out = headline(ends, headline_amount(answer), style);
  out += paragraph(circumstances(network, answer.question), style.width);
  out += paragraph(selection_line(answer, network), style.width) + "\n";
  if (!answer.carries) {
    if (!answer.obstacle) return out + paragraph("No: " + reason_of(answer), style.width);
    return out + obstacles_text("flow", *answer.obstacle, nullptr, kDefaultValueOfTime, style);
  }
  if (!answer.curve.bounded) {
    out += unbounded_words(answer, network, style);
    return out + paragraph(target_words(answer), style.width);
  }
  out += paragraph(verdict(answer, network) + gain(answer), style.width);
  if (answer.target) out += paragraph(target_words(answer), style.width);
  out += pieces_table(answer, network, style) + drawing(answer, style);
  out += faint("\nchecked: each piece by its cut, each end by a flow", style) + "\n";
  return out;
}

}  // namespace corridor::report

#include <fmt/format.h>

#include <algorithm>

#include "report/figures.h"
#include "report/headline.h"
#include "report/machine.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

constexpr std::size_t kMostSteps = 30;  // machine formats list all
constexpr std::size_t kMostNeeds = 6;

std::string headline_amount(Ladder const& ladder) {
  if (ladder.steps.empty()) return "unlimited";
  auto const now = ladder.steps.front().flow.throughput;
  if (now == Capacity()) return "nothing can flow";
  return text_of(now) + " TEU/year now";
}

/// "Aktau port, to Caspian ship +5,000; Kuryk → Alat +6,023", the largest first.
std::string needs_text(LadderAnswer const& answer, Network const& network,
                       std::vector<LadderNeed> needs) {
  std::stable_sort(needs.begin(), needs.end(),
                   [](LadderNeed const& a, LadderNeed const& b) { return a.extra > b.extra; });
  std::string text;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (i == kMostNeeds) return text + fmt::format("; {} more", needs.size() - kMostNeeds);
    text += (i == 0 ? "" : "; ") + title_arc(network, answer.graph, needs[i].arc) + " +" +
            text_of(needs[i].extra);
  }
  return text;
}

std::string rung(LadderAnswer const& answer, Network const& network, std::size_t number,
                 Style const& style) {
  auto const& step = answer.ladder.steps[number - 1];
  auto const one = step.flow.cut.size() == 1;
  auto out = paragraph(
      fmt::format("{:>2}. {}: {} {}", number, text_of(step.flow.throughput),
                  title_arcs(network, answer.graph, step.flow.cut), one ? "binds" : "bind"),
      style.width);
  constexpr int kIndent = 4;
  if (!step.then) return out;
  auto const gain = *step.then - step.flow.throughput;
  auto const text =
      gain == Capacity()
          ? std::string("without gain: the next bottleneck is as tight")
          : fmt::format("+{} to {} needs {} more in all: {}", text_of(gain), text_of(*step.then),
                        text_of(total_of(step.needs)), needs_text(answer, network, step.needs));
  return out + paragraph(text, style.width, kIndent);
}

/// What a planner wants to know first: how many steps there are and what they lead to.
std::string verdict(LadderAnswer const& answer) {
  auto const& ladder = answer.ladder;
  auto const count = static_cast<std::int64_t>(ladder.steps.size());
  auto const& last = ladder.steps.back();
  if (ladder.target && !last.then) {
    return fmt::format("The target of {} TEU/year is reached as things are.",
                       text_of(*ladder.target));
  }
  auto const* const one_by_one = count == 1 ? "" : " one after the other";
  if (ladder.target) {
    return fmt::format(
        "The target of {} TEU/year takes relieving {}{}, with {} TEU/year of extra capacity in "
        "all.",
        text_of(*ladder.target), counted(count, "bottleneck"), one_by_one,
        text_of(total_of(last.needs)));
  }
  return fmt::format("{} {}{}, then nothing binds any more.", counted(count, "bottleneck"),
                     count == 1 ? "binds" : "bind", one_by_one);
}

std::string unlimited_words(LadderAnswer const& answer, Network const& network,
                            Style const& style) {
  std::string way;
  for (auto const arc : answer.ladder.beyond->unlimited_way) {
    if (!answer.graph.element(arc)) continue;
    way += (way.empty() ? "" : "; ") + title_arc(network, answer.graph, arc);
  }
  return paragraph("Some way has no limit at all, so nothing binds:", style.width) +
         paragraph(way, style.width, 2);
}

std::string rungs(LadderAnswer const& answer, Network const& network, Style const& style) {
  auto const& steps = answer.ladder.steps;
  auto out = "\n" + bold("What binds, each with all before it relieved (TEU/year)", style) + "\n";
  for (std::size_t i = 0; i < std::min(kMostSteps, steps.size()); ++i) {
    out += rung(answer, network, i + 1, style);
  }
  if (steps.size() > kMostSteps) {
    out += fmt::format("    and {} more; --format csv lists all\n", steps.size() - kMostSteps);
  }
  if (answer.ladder.beyond) {
    out += paragraph(
        "    Beyond it nothing binds: with all of these relieved some way has no "
        "limit.",
        style.width);
  }
  return out;
}

}  // namespace

std::string ladder_text(LadderAnswer const& answer, Network const& network, Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto out = headline(ends, headline_amount(answer.ladder), style);
  out += paragraph(circumstances(network, answer.question), style.width) + "\n";
  if (answer.obstacle) {
    return out + obstacles_text("flow", *answer.obstacle, nullptr, kDefaultValueOfTime, style);
  }
  if (answer.ladder.steps.empty()) return out + unlimited_words(answer, network, style);
  out += paragraph(verdict(answer), style.width) + rungs(answer, network, style);
  out += paragraph(
      "Extra capacity is the least in all, counted from what there is now; another "
      "plan may place as much elsewhere.",
      style.width);
  out += faint("\nchecked: each step by its flow and cut, needs by prices", style) + "\n";
  return out;
}

}  // namespace corridor::report

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "report/figures.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

/// A variant's cell with what its arcs refer to.
struct Seen {
  Variant const& variant;
  ComparisonCell const& cell;

  std::string title(std::vector<ArcId> const& arcs) const {
    return title_arcs(variant.network, cell.graph, arcs, 1);
  }
  std::vector<std::string> cut_ids() const {
    std::vector<std::string> ids;
    for (auto const arc : cell.flow.cut) {
      ids.push_back(name_arc(variant.network, cell.graph, arc).id);
    }
    return ids;
  }
  bool carries() const { return !cell.flow.bounded || cell.flow.throughput.parts() > 0; }
};

Seen seen(CompareAnswer const& answer, std::size_t variant, std::size_t column) {
  return {answer.variants[variant], answer.comparison.variants[variant].cells[column]};
}

/// "=" or "+40,000 TEU/year (+57 %)".
std::string gain(Seen const& before, Seen const& after) {
  auto const& was = before.cell.flow;
  auto const& is = after.cell.flow;
  if (!is.bounded) return was.bounded ? "no limit any more" : "no limit, as before";
  if (!was.bounded) return fmt::format("now limited to {} TEU/year", text_of(is.throughput));
  auto const difference = is.throughput.parts() - was.throughput.parts();
  if (difference == 0) return "+0 TEU/year";
  auto const amount = text_of(Capacity::of_parts(difference < 0 ? -difference : difference));
  auto const change = change_text(was.throughput.parts(), is.throughput.parts());
  return fmt::format("{}{} TEU/year ({})", difference < 0 ? "−" : "+", amount, change);
}

bool state_differs(Link const& a, Link const& b) {
  return a.status != b.status || a.opens != b.opens || a.closes != b.closes;
}

/// Whether an element is otherwise than in the other network, or not in it at all.
bool differs(Network const& before, Network const& after, ElementRef ref) {
  auto const count = ref.kind == ElementKind::link       ? before.links.size()
                     : ref.kind == ElementKind::transfer ? before.transfers.size()
                                                         : before.passages.size();
  if (ref.index >= count) return true;
  if (element(before, ref).figures != element(after, ref).figures) return true;
  return ref.kind == ElementKind::link &&
         state_differs(before.links[LinkId(ref.index)], after.links[LinkId(ref.index)]);
}

/// How far the fullest element that changed is used.
std::string use_of_changes(Seen const& before, Seen const& after) {
  auto const& graph = after.cell.graph;
  auto const& on = after.cell.flow.on;
  std::optional<ArcId> fullest;
  bool present = false;
  for (auto const arc : on.ids()) {
    auto const ref = graph.element(arc);
    if (!ref || !differs(before.variant.network, after.variant.network, *ref)) continue;
    present = true;
    auto const used = [&](ArcId a) { return utilisation(on[a], graph.capacity(a)); };
    if (!graph.capacity(arc).unlimited() && (!fullest || used(arc) > used(*fullest))) fullest = arc;
  }
  if (!present) return "what changed lies on other ways";
  if (!fullest || on[*fullest].parts() == 0) return "what changed is not needed";
  return fmt::format("what changed is used to {} at most ({})",
                     percent_used(on[*fullest], graph.capacity(*fullest)),
                     title_arc(after.variant.network, graph, *fullest));
}

bool same_cut(Seen const& before, Seen const& after) { return before.cut_ids() == after.cut_ids(); }

/// What binds now, told against the scenario that this one builds on.
std::string binding(Seen const& before, Seen const& after) {
  auto const& flow = after.cell.flow;
  if (!flow.bounded) return "some way has no limit at all";
  if (!after.carries()) return "nothing can flow";
  auto const place = after.title(flow.cut);
  if (!before.carries() || !before.cell.flow.bounded) return place + " binds";
  if (!same_cut(before, after)) return "the bottleneck moves to " + place;
  auto const* const how = before.cell.flow.throughput == flow.throughput ? "still binds" : "binds";
  return fmt::format("{} {}: {}", place, how, use_of_changes(before, after));
}

/// What binds after that; nothing where it is what the earlier statement told.
std::string next(Seen const& before, Seen const& after) {
  auto const& room = after.cell.headroom;
  auto const& earlier = before.cell.headroom;
  bool const told = &before.cell != &after.cell && same_cut(before, after) &&
                    room.bounded == earlier.bounded && room.amount == earlier.amount;
  if (told) return {};
  if (!after.cell.flow.bounded || !after.carries()) return {};
  if (!room.bounded) return "; nothing binds after it";
  auto const then = after.title(room.next_cut);
  if (room.amount.parts() == 0) return fmt::format("; {} binds as well", then);
  return fmt::format("; next, {} TEU/year further, {}", text_of(room.amount), then);
}

/// ". Best time 25.1 → 24.9 days" for each objective whose best amount changed.
std::string best_changes(CompareAnswer const& answer, Seen const& before, Seen const& after) {
  std::string text;
  for (std::size_t o = 0; o < answer.plan.objectives.size(); ++o) {
    auto const& by = *answer.plan.objectives[o];
    auto const shown = [&](std::optional<Route> const& route) {
      return route ? amount_text(by, route->totals, answer.plan.value) : std::string("no route");
    };
    auto const was = shown(before.cell.best[o]);
    auto const is = shown(after.cell.best[o]);
    if (was == is) continue;
    text += fmt::format("{} {} {} → {}", text.empty() ? ". Best" : ", best", by.name, was, is);
  }
  return text;
}

/// The first scenario has nothing to be told against.
std::string start(Seen const& first) {
  auto const& flow = first.cell.flow;
  if (!flow.bounded) return "some way has no limit at all.";
  if (!first.carries()) return "nothing can flow.";
  return fmt::format("{} TEU/year; {} binds{}.", text_of(flow.throughput), first.title(flow.cut),
                     next(first, first));
}

struct Statement {
  std::string names, text;
};

}  // namespace

std::size_t reference_of(CompareAnswer const& answer, std::size_t variant) {
  auto const& earlier = answer.variants[variant - 1].network.scenarios;
  auto const& own = answer.variants[variant].network.scenarios;
  bool const builds_on_it =
      std::all_of(earlier.begin(), earlier.end(), [&](AppliedScenario const& applied) {
        return std::any_of(own.begin(), own.end(),
                           [&](AppliedScenario const& mine) { return mine.id == applied.id; });
      });
  return builds_on_it ? variant - 1 : 0;
}

std::string compare_words(CompareAnswer const& answer, std::size_t column, Style const& style) {
  if (answer.variants.size() < 2) return {};
  auto const first = seen(answer, 0, column);
  auto const corridor = first.cell.corridor
                            ? first.variant.network.corridors[*first.cell.corridor].id
                            : std::string("all corridors together");
  std::vector<Statement> statements;
  statements.push_back({answer.variants[0].id, start(first)});
  for (std::size_t v = 1; v < answer.variants.size(); ++v) {
    auto const before = seen(answer, reference_of(answer, v), column);
    auto const after = seen(answer, v, column);
    auto const text = gain(first, after) + "; " + binding(before, after) + next(before, after) +
                      best_changes(answer, before, after) + ".";
    // Scenarios that do the same are told once.
    if (!statements.empty() && statements.back().text == text) {
      statements.back().names += ", " + answer.variants[v].id;
    } else {
      statements.push_back({answer.variants[v].id, text});
    }
  }
  auto out =
      bold(fmt::format("What the changes do on {}, against {}", corridor, answer.variants[0].id),
           style) +
      "\n";
  for (auto const& statement : statements) {
    auto const lines = wrapped(statement.names + ": " + statement.text, style.width - 2);
    for (std::size_t i = 0; i < lines.size(); ++i) out += (i == 0 ? "" : "  ") + lines[i] + "\n";
  }
  return out;
}

}  // namespace corridor::report

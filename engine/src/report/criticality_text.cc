#include <fmt/format.h>

#include <algorithm>

#include "corridor/base/decimal.h"
#include "report/criticality_names.h"
#include "report/figures.h"
#include "report/headline.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {

std::string title_of(Network const& network, Graph const& graph, Failure const& failure) {
  if (failure.kind == FailureKind::country) return id_of(network, graph, failure);
  if (failure.kind == FailureKind::node) return display_name(network.nodes[NodeId(failure.index)]);
  auto arc = failure.arcs.front();
  if (failure.arcs.size() == 1) return title_arc(network, graph, arc);
  // Named in the direction in which the file declares it.
  auto const declared = [&](ArcId a) {
    auto const tail = graph.tail(a);
    if (failure.kind == FailureKind::link) {
      return graph.columns().node[tail] == network.links[LinkId(failure.index)].from;
    }
    return graph.columns().mode[tail] == network.transfers[TransferId(failure.index)].from;
  };
  if (!declared(arc)) arc = failure.arcs.back();
  auto title = title_arc(network, graph, arc);
  if (auto const arrow = title.find("→"); arrow != std::string::npos) {
    title.replace(arrow, std::string_view("→").size(), "↔");
  }
  return title;
}

std::int64_t share_of(Capacity loss, Flow const& flow) {
  return utilisation(loss, Limit(flow.throughput));
}

namespace {

constexpr std::size_t kMostNames = 4;

class Text {
 public:
  Text(CriticalityAnswer const& answer, Network const& network, Style const& style)
      : answer_(answer), network_(network), style_(style) {}

  std::string whole() const {
    auto out = words() + elements() + countries() + groups();
    if (answer_.pairs) out += pairs();
    return out + checked();
  }

 private:
  std::vector<FailureLoss> const& all() const { return answer_.criticality.elements; }

  std::string title(std::size_t element) const {
    return title_of(network_, answer_.graph, all()[element].failure);
  }
  std::string percent(Capacity loss) const {
    return percent_used(loss, Limit(answer_.flow.throughput));
  }

  std::string names(std::vector<std::size_t> const& elements) const {
    std::string text;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (i == kMostNames) return text + fmt::format("; {} more", elements.size() - kMostNames);
      if (i > 0) text += "; ";
      text += title(elements[i]);
    }
    return text;
  }

  // ---- in words ---------------------------------------------------------------------------------

  std::string words() const {
    std::vector<std::size_t> isolating;
    std::optional<std::size_t> worst;
    for (std::size_t i = 0; i < all().size(); ++i) {
      if (all()[i].isolating) isolating.push_back(i);
      if (!all()[i].isolating && !worst && all()[i].loss > Capacity()) worst = i;
    }
    std::string text;
    if (isolating.size() == 1) {
      text = fmt::format("Without {} nothing flows at all. ", title(isolating.front()));
    } else if (!isolating.empty()) {
      text = fmt::format("{} elements isolate: without any one of them nothing flows at all ({}). ",
                         isolating.size(), names(isolating));
    }
    if (worst) {
      text += fmt::format("{} {}: without it {} TEU/year are lost, {} of all.",
                          isolating.empty() ? "What matters most is" : "Of the others the worst is",
                          title(*worst), text_of(all()[*worst].loss), percent(all()[*worst].loss));
    } else if (isolating.empty()) {
      text +=
          "No single failure costs any throughput: whatever an element carries finds another "
          "way.";
    } else {
      text += "No other failure costs any throughput.";
    }
    return paragraph(text, style_.width) + "\n";
  }

  // ---- tables -----------------------------------------------------------------------------------

  static std::string added(std::optional<Int128> const& amount, Int128 best,
                           std::string (*text)(std::int64_t)) {
    if (!amount) return "no way";
    if (*amount == best) return "=";
    return "+" + text(static_cast<std::int64_t>(*amount - best));
  }

  /// Elements in series have one row, that of their first.
  std::string elements() const {
    TextTable table({{"fails", Align::left, true},
                     {"kind"},
                     {"lost", Align::right},
                     {"of all", Align::right},
                     {"still flows", Align::right},
                     {"days", Align::right},
                     {"USD/TEU", Align::right}});
    std::size_t rows = 0, more = 0, harmless = 0;
    for (std::size_t i = 0; i < all().size(); ++i) {
      auto const& element = all()[i];
      bool const slower = answer_.time.without[i] != answer_.time.best ||
                          answer_.cost.without[i] != answer_.cost.best;
      if (element.loss == Capacity() && !slower) {
        ++harmless;
        continue;
      }
      if (stands_behind(i)) continue;
      if (rows == answer_.top) {
        ++more;
        continue;
      }
      ++rows;
      table.add({title(i) + others_of(i), std::string(name_of(element.failure.kind)),
                 text_of(element.loss), percent(element.loss), text_of(element.throughput),
                 added(answer_.time.without[i], answer_.time.best,
                       [](std::int64_t parts) { return days(Duration::of_parts(parts)); }),
                 added(answer_.cost.without[i], answer_.cost.best,
                       [](std::int64_t parts) { return usd(Cost::of_parts(parts)); })});
    }
    auto out = bold("What fails, and what that costs in TEU/year, in days and in USD/TEU", style_);
    out += "\n" + (table.empty() ? std::string() : table.layout(style_, 2));
    std::string rest;
    if (more > 0) rest += fmt::format("{} more rows (--top, or --format csv lists all); ", more);
    rest += fmt::format("{} of {} elements cost nothing when they fail.", harmless, all().size());
    return out + paragraph(rest, style_.width, 2);
  }

  FailureGroup const* series_of(std::size_t i) const {
    auto const group = all()[i].group;
    if (!group || answer_.criticality.groups[*group].kind != GroupKind::series) return nullptr;
    return &answer_.criticality.groups[*group];
  }
  bool stands_behind(std::size_t i) const {
    auto const* const group = series_of(i);
    return group != nullptr && group->elements.front() != i;
  }
  std::string others_of(std::size_t i) const {
    auto const* const group = series_of(i);
    return group == nullptr ? "" : fmt::format(" (+ {} in series)", group->elements.size() - 1);
  }

  std::string countries() const {
    TextTable table({{"country"},
                     {"lost", Align::right},
                     {"of all", Align::right},
                     {"still flows", Align::right}});
    std::size_t harmless = 0;
    for (auto const& country : answer_.criticality.countries) {
      if (country.loss == Capacity()) {
        ++harmless;
        continue;
      }
      table.add({title_of(network_, answer_.graph, country.failure), text_of(country.loss),
                 percent(country.loss), text_of(country.throughput)});
    }
    if (answer_.criticality.countries.empty()) return {};
    auto out = "\n" + bold("Whole countries", style_) + "\n";
    if (!table.empty()) out += table.layout(style_, 2);
    if (harmless > 0) {
      out += paragraph(fmt::format("{} of {} countries cost nothing.", harmless,
                                   answer_.criticality.countries.size()),
                       style_.width, 2);
    }
    return out;
  }

  std::string groups() const {
    constexpr std::size_t kMostGroups = 10;
    auto const& groups = answer_.criticality.groups;
    if (groups.empty()) return {};
    auto out = "\n" + bold("Interchangeable", style_) + "\n";
    for (std::size_t g = 0; g < std::min(groups.size(), kMostGroups); ++g) {
      auto const& group = groups[g];
      auto const* const why =
          group.kind == GroupKind::series ? "in series, any one costs" : "twins, each costs";
      out += paragraph(
          fmt::format("{}: {} {} TEU/year.", names(group.elements), why, text_of(group.loss)),
          style_.width, 2);
    }
    if (groups.size() > kMostGroups) {
      out += fmt::format("  and {} groups more; --format json names all\n",
                         groups.size() - kMostGroups);
    }
    return out;
  }

  std::string pairs() const {
    auto const& found = *answer_.pairs;
    auto out = "\n" + bold("Two failures together", style_) + "\n";
    TextTable table({{"fail together", Align::left, true},
                     {"", Align::left, true},
                     {"lost", Align::right},
                     {"of all", Align::right},
                     {"more than the sum", Align::right}});
    std::size_t beyond = 0;
    for (auto const& pair : found.worst) {
      bool const depend = pair.beyond_sum > Capacity();
      beyond += depend ? 1U : 0U;
      table.add({title(pair.first) + others_of(pair.first),
                 title(pair.second) + others_of(pair.second), text_of(pair.loss),
                 percent(pair.loss), depend ? "+" + text_of(pair.beyond_sum) : "–"});
    }
    if (!table.empty()) out += table.layout(style_, 2);
    return out + paragraph(pair_words(beyond), style_.width, 2);
  }

  std::string pair_words(std::size_t beyond) const {
    auto const& found = *answer_.pairs;
    auto text = found.worst.empty()
                    ? std::string("No pair costs more than the worse of the two alone. ")
                    : std::string();
    if (beyond > 0) {
      text += fmt::format(
          "In {} of these the two back each other up: together they cost more than the sum. ",
          beyond);
    }
    auto const number = [](std::uint64_t count) {
      return format_grouped(static_cast<std::int64_t>(count), 1, 0);
    };
    text += fmt::format("Of {} pairs {} were decided by bounds, without a search.",
                        number(found.pairs), number(found.pairs - found.searched));
    bool const isolates =
        std::any_of(all().begin(), all().end(), [](auto const& each) { return each.isolating; });
    if (isolates) text += " Pairs with an element that isolates are left out.";
    return text;
  }

  std::string checked() const {
    auto const& proofs = answer_.proof.elements;
    bool const whole = std::all_of(proofs.begin(), proofs.end(),
                                   [](auto const& proof) { return proof.has_value(); });
    return faint(whole ? "\nchecked: each loss by a flow and a cut, routes by relaxation"
                       : "\nchecked: the worst losses by a flow and a cut (a large network)",
                 style_) +
           "\n";
  }

  CriticalityAnswer const& answer_;
  Network const& network_;
  Style const& style_;
};

std::string head(CriticalityAnswer const& answer) {
  auto const& flow = answer.flow;
  if (!flow.bounded) return "unlimited";
  if (answer.obstacle) return "nothing can flow";
  return fmt::format("at most {} TEU/year, {} days, {} USD/TEU", text_of(flow.throughput),
                     days(Duration::of_parts(static_cast<std::int64_t>(answer.time.best))),
                     usd(Cost::of_parts(static_cast<std::int64_t>(answer.cost.best))));
}

}  // namespace

std::string criticality_text(CriticalityAnswer const& answer, Network const& network,
                             Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto out = headline(ends, head(answer), style);
  out += paragraph(circumstances(network, answer.question), style.width) + "\n";
  if (answer.obstacle) {
    return out + obstacles_text("flow", *answer.obstacle, nullptr, kDefaultValueOfTime, style);
  }
  if (!answer.flow.bounded) {
    return out + paragraph(
                     "Some way has no limit at all, so no throughput can be lost; "
                     "`corridor flow` shows the way.",
                     style.width);
  }
  return out + Text(answer, network, style).whole();
}

}  // namespace corridor::report

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "report/figures.h"
#include "report/headline.h"
#include "report/money.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

constexpr std::size_t kMostPieces = 20;  // what still reads as a table; machine formats list all
constexpr std::size_t kMostPairs = 8;

std::string gain_text(std::int64_t gain) {
  return (gain > 0 ? "+" : gain < 0 ? "−" : "") + format_grouped(gain < 0 ? -gain : gain, 1, 0);
}

std::string gain_text(Capacity gain) { return gain_text(gain.parts()); }

// ---- continuous expansion -----------------------------------------------------------------------

Money cost_of(InvestAnswer const& answer, Purchase const& purchase) {
  return Money{purchase.extra.parts()} * answer.graph.offers[purchase.arc]->price.parts();
}

/// What a piece buys: what is bought at its end and was not at its start, or more of.
std::string newly_bought(InvestAnswer const& answer, Network const& network, std::size_t i) {
  auto const& pieces = answer.curve.pieces;
  auto const before = [&](ArcId arc) {
    if (i == 0) return Capacity();
    auto const& bought = pieces[i - 1].bought;
    auto const found = std::find_if(bought.begin(), bought.end(),
                                    [&](Purchase const& each) { return each.arc == arc; });
    return found == bought.end() ? Capacity() : found->extra;
  };
  std::vector<ArcId> arcs;
  for (auto const& purchase : pieces[i].bought) {
    if (purchase.extra > before(purchase.arc)) arcs.push_back(purchase.arc);
  }
  return arcs.empty() ? "" : title_arcs(network, answer.graph.graph, arcs, 3);
}

std::string pieces_table(InvestAnswer const& answer, Network const& network, Style const& style) {
  TextTable table({{"up to", Align::right},
                   {"TEU/year", Align::right},
                   {"USD per TEU/year", Align::right},
                   {"expands", Align::left, true}},
                  2);
  auto const& pieces = answer.curve.pieces;
  table.add({"0", text_of(answer.curve.base.throughput), "", ""});
  for (std::size_t i = 0; i < std::min(kMostPieces, pieces.size()); ++i) {
    auto const& piece = pieces[i];
    table.add({piece.endless ? "no end" : money_text(piece.to),
               piece.endless ? "no end" : text_of(piece.throughput_to), price_text(piece.price),
               newly_bought(answer, network, i)});
  }
  auto out = table.layout(style, 2);
  if (pieces.size() > kMostPieces) {
    out += fmt::format("  and {} more; --format csv lists all\n", pieces.size() - kMostPieces);
  }
  return out;
}

std::string purchase_table(InvestAnswer const& answer, Network const& network, Style const& style) {
  TextTable table({{"element", Align::left, true},
                   {"id", Align::left, true},
                   {"extra TEU/year", Align::right},
                   {"cost", Align::right}});
  for (auto const& purchase : answer.purchase->bought) {
    table.add({title_arc(network, answer.graph.graph, purchase.arc),
               name_arc(network, answer.graph.graph, purchase.arc).id, text_of(purchase.extra),
               money_text(cost_of(answer, purchase))});
  }
  table.add_total({"together", "", "", money_text(answer.purchase->spent)});
  return table.layout(style, 2);
}

std::string purchase_text(InvestAnswer const& answer, Network const& network, Style const& style) {
  auto const& purchase = *answer.purchase;
  auto const budget = money_text(*answer.budget);
  if (!purchase.bounded) {
    return paragraph("With " + budget + " the throughput has no limit: what it takes is free.",
                     style.width, 2);
  }
  auto const before = answer.curve.base.throughput;
  auto text =
      paragraph(fmt::format("{} buy {} TEU/year ({}) for {}:", budget, text_of(purchase.throughput),
                            change_text(before.parts(), purchase.throughput.parts()),
                            money_text(purchase.spent)),
                style.width, 2);
  return "\n" + text + (purchase.bought.empty() ? "" : purchase_table(answer, network, style));
}

std::string expansion_text(InvestAnswer const& answer, Network const& network, Style const& style) {
  auto const& curve = answer.curve;
  auto out = "\n" + bold("More capacity, in any amount", style) + "\n";
  if (curve.pieces.empty()) {
    return out + paragraph("No element that binds has an `expansion`: nothing can be bought.",
                           style.width, 2);
  }
  out += pieces_table(answer, network, style);
  out += paragraph(
      curve.exact
          ? "Between two rows every USD buys the same. Exact: no cheaper expansion gives as much."
          : "Between two rows every USD buys the same. At least so much: an element that is "
            "expanded for both directions is paid twice here, so less may be enough.",
      style.width, 2);
  if (answer.purchase) out += purchase_text(answer, network, style);
  return out;
}

// ---- projects -----------------------------------------------------------------------------------

bool in_best(InvestAnswer const& answer, std::size_t project) {
  return (answer.ranking.best >> project & 1U) != 0;
}

std::string best_words(InvestAnswer const& answer) {
  auto const& ranking = answer.ranking;
  std::string names;
  for (std::size_t i = 0; i < answer.projects.size(); ++i) {
    if (!in_best(answer, i)) continue;
    names += (names.empty() ? "" : " + ") + answer.projects[i].id;
  }
  auto const limit = answer.budget ? " under " + money_text(*answer.budget) : "";
  if (names.empty()) {
    return fmt::format("None is worth building{}: nothing gives more than {} TEU/year.", limit,
                       text_of(ranking.throughput));
  }
  return fmt::format("Best{}: {}. It costs {} and lets {} TEU/year flow ({}).", limit, names,
                     money_text(ranking.cost), text_of(ranking.throughput),
                     change_text(ranking.without.parts(), ranking.throughput.parts()));
}

std::string proof_words(InvestAnswer const& answer) {
  auto const& ranking = answer.ranking;
  if (!ranking.bound) return "The search was stopped before anything else was known.";
  auto const gap = *ranking.bound - ranking.throughput;
  if (gap.parts() > 0) {
    return fmt::format(
        "The search was stopped: no set gives more than {} TEU/year, a gap of {} TEU/year.",
        text_of(*ranking.bound), text_of(gap));
  }
  auto text = std::string("No set gives more; none that gives as much is cheaper.");
  if (!ranking.complete) text = "No set gives more. The rest was stopped.";
  return fmt::format("{} Then {} binds.", text,
                     title_arcs(answer.best->network, answer.best->graph, answer.best->flow.cut));
}

std::string projects_table(InvestAnswer const& answer, Style const& style) {
  auto const& ranking = answer.ranking;
  TextTable table({{"project", Align::left, true},
                   {"cost", Align::right},
                   {"alone", Align::right},
                   {"last", Align::right},
                   {"fair", Align::right},
                   {"best", Align::left}});
  for (std::size_t i = 0; i < answer.projects.size(); ++i) {
    auto const& project = answer.projects[i];
    bool const known = !ranking.gains.empty();
    table.add({project.id, money_text(project.cost) + (project.cost_estimated ? "*" : ""),
               known ? gain_text(ranking.gains[i].alone) : "",
               known ? gain_text(ranking.gains[i].last) : "",
               ranking.fair.empty() ? "" : rounded_text(ranking.fair[i]),
               in_best(answer, i) ? "yes" : ""});
  }
  if (!ranking.fair.empty()) {
    auto const joint = ranking.with_all - ranking.without;
    table.add_total({"all that can be built", "", "", "", text_of(joint), ""});
  }
  return table.layout(style, 2);
}

std::string projects_legend(InvestAnswer const& answer) {
  std::string text = "TEU/year more: alone, as the only project; last, added to all others.";
  if (!answer.ranking.fair.empty()) {
    text += " Fair: the mean over all orders (Shapley), which adds up to the gain of all.";
  }
  bool const estimated =
      std::any_of(answer.projects.begin(), answer.projects.end(),
                  [](InvestAnswer::Project const& project) { return project.cost_estimated; });
  if (estimated) text += " * an estimate.";
  return text;
}

std::string order_table(InvestAnswer const& answer, Style const& style) {
  auto const& ranking = answer.ranking;
  bool const years = answer.budget_per_year.has_value();
  std::vector<TextTable::Column> columns{{"", Align::right}, {"project", Align::left, true}};
  if (years) columns.push_back({"paid by the end of year", Align::right});
  columns.push_back({"spent", Align::right});
  columns.push_back({"TEU/year then", Align::right});
  TextTable table(columns, 2);
  for (std::size_t i = 0; i < ranking.order.size(); ++i) {
    auto const& step = ranking.order[i];
    std::vector<std::string> row{std::to_string(i + 1), answer.projects[step.project].id};
    if (years) row.push_back(std::to_string(step.year));
    row.push_back(money_text(step.spent));
    row.push_back(text_of(step.throughput));
    table.add(std::move(row));
  }
  return table.layout(style, 2);
}

std::string order_text(InvestAnswer const& answer, Style const& style) {
  auto const& ranking = answer.ranking;
  if (ranking.order.size() < 2) return {};
  auto out = "\n" + bold("Which first", style) + "\n" + order_table(answer, style);
  auto const* const per = answer.budget_per_year ? "over the years" : "over the money spent";
  out += paragraph(
      ranking.order_exact
          ? fmt::format("No other order lets more flow meanwhile, summed {}.", per)
          : std::string("Built by gain per USD, one after another: more than 16 projects are too "
                        "many for the best order."),
      style.width, 2);
  return out;
}

struct Pair {
  std::size_t a = 0, b = 0;
  std::int64_t gain = 0;
};

/// The strongest first; ties in the order given.
std::vector<Pair> interacting(InvestAnswer const& answer) {
  std::vector<Pair> pairs;
  auto const& together = answer.ranking.together;
  for (std::size_t a = 0; a < together.size(); ++a) {
    for (std::size_t b = a + 1; b < together.size(); ++b) {
      if (together[a][b] != 0) pairs.push_back({a, b, together[a][b]});
    }
  }
  auto const size = [](std::int64_t gain) { return gain < 0 ? -gain : gain; };
  std::stable_sort(pairs.begin(), pairs.end(), [&](Pair const& left, Pair const& right) {
    return size(left.gain) > size(right.gain);
  });
  return pairs;
}

std::string pairs_text(InvestAnswer const& answer, Style const& style) {
  auto const pairs = interacting(answer);
  if (pairs.empty()) return {};
  TextTable table({{"two projects", Align::left, true},
                   {"", Align::left, true},
                   {"TEU/year more together", Align::right},
                   {"they", Align::left}},
                  2);
  for (std::size_t i = 0; i < std::min(kMostPairs, pairs.size()); ++i) {
    auto const& [a, b, gain] = pairs[i];
    table.add({answer.projects[a].id, answer.projects[b].id, gain_text(gain),
               gain > 0 ? "complement each other" : "stand in for each other"});
  }
  auto out = "\n" + bold("Together and instead", style) + "\n" + table.layout(style, 2);
  if (pairs.size() > kMostPairs) {
    out += fmt::format("  and {} weaker; --format json has the whole matrix\n",
                       pairs.size() - kMostPairs);
  }
  return out + paragraph("Gain of both minus the sum of their gains alone.", style.width, 2);
}

std::string projects_text(InvestAnswer const& answer, Style const& style) {
  if (answer.projects.empty()) return {};
  auto out = "\n" + bold("Projects", style) + "\n";
  if (!answer.ranking.bounded) {
    return out + paragraph(
                     "Built together, some of them leave a way without any limit: there is "
                     "nothing to rank.",
                     style.width, 2);
  }
  out += paragraph(best_words(answer) + " " + proof_words(answer), style.width, 2) + "\n";
  out += projects_table(answer, style) + paragraph(projects_legend(answer), style.width, 2);
  if (!answer.left_out.empty()) {
    std::string names;
    for (auto const& id : answer.left_out) names += (names.empty() ? "" : ", ") + id;
    out += paragraph("Left out, because a scenario has them or excludes them: " + names + ".",
                     style.width, 2);
  }
  return out + order_text(answer, style) + pairs_text(answer, style);
}

}  // namespace

std::string invest_text(InvestAnswer const& answer, Network const& network, Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto const& curve = answer.curve;
  auto const amount = !curve.bounded    ? std::string("unlimited today")
                      : answer.obstacle ? std::string("nothing can flow")
                                        : "today " + text_of(curve.base.throughput) + " TEU/year";
  auto out = headline(ends, amount, style);
  out += paragraph(circumstances(network, answer.question), style.width);
  if (answer.obstacle) {
    return out + "\n" +
           obstacles_text("invest", *answer.obstacle, nullptr, kDefaultValueOfTime, style);
  }
  if (!curve.bounded) {
    return out + "\n" +
           paragraph("Some way has no limit at all: there is nothing to invest in.", style.width);
  }
  out += expansion_text(answer, network, style) + projects_text(answer, style);
  out +=
      faint("\nchecked: conservation, capacities, prices by potentials, cut = flow", style) + "\n";
  return out;
}

}  // namespace corridor::report

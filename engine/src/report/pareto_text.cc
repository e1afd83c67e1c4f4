#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/criteria.h"
#include "report/figures.h"
#include "report/table.h"
#include "report/text.h"
#include "report/ways.h"
#include "report/word_list.h"

namespace corridor::report {
namespace {

/// What is shown, with what belongs to each route of it.
struct Shown {
  ParetoAnswer const& answer;
  std::vector<std::vector<Criterion const*>> best;
  std::vector<std::string> titles;

  Shown(ParetoAnswer const& asked, Network const& network)
      : answer(asked), best(best_in(asked.front, asked.merged, asked.by)) {
    std::vector<Route const*> routes;
    for (auto const i : asked.merged.kept) routes.push_back(&asked.front.routes[i].route);
    titles = way_titles(network, asked.graph, routes);
  }

  std::size_t size() const { return titles.size(); }
  ParetoRoute const& route(std::size_t i) const {
    return answer.front.routes[answer.merged.kept[i]];
  }
  Int128 least(std::size_t k) const {
    auto least = route(0).amounts[k];
    for (std::size_t i = 1; i < size(); ++i) least = std::min(least, route(i).amounts[k]);
    return least;
  }
};

std::string merged_words(ParetoAnswer const& answer) {
  auto const merged = answer.front.routes.size() - answer.merged.kept.size();
  if (answer.tolerance.empty()) return {};
  std::string within;
  for (std::size_t k = 0; k < answer.by.size(); ++k) {
    if (answer.tolerance[k] == 0) continue;
    within += (within.empty() ? "" : " and ") + exact_amount(*answer.by[k], answer.tolerance[k]);
    auto const* const objective = answer.by[k]->objective;
    within += " " + std::string(objective == nullptr ? answer.by[k]->name : objective->unit);
  }
  if (within.empty()) return " No tolerance is larger than 0, so none is merged.";
  if (merged == 0) return fmt::format(" None of them is within {} of another.", within);
  return fmt::format(" {} more {} no better than one of these by more than {}.", merged,
                     merged == 1 ? "is" : "are", within);
}

std::string titles_of(std::vector<Criterion const*> const& best) {
  return word_list(best, [](Criterion const* criterion) { return criterion->title; });
}

/// In what a route is the first of the best.
std::vector<Criterion const*> leads_in(Shown const& shown, std::size_t i) {
  std::vector<Criterion const*> leads;
  for (auto const* criterion : shown.best[i]) {
    bool const first =
        std::none_of(shown.best.begin(), shown.best.begin() + static_cast<std::ptrdiff_t>(i),
                     [&](auto const& earlier) {
                       return std::find(earlier.begin(), earlier.end(), criterion) != earlier.end();
                     });
    if (first) leads.push_back(criterion);
  }
  return leads;
}

/// "Fastest: 15.2 days, 3,900 USD/TEU (route 1), Northern: ..." for each route that is the best in
/// something, of equal ones the first.
std::string ends_words(Shown const& shown, Style const& style) {
  std::string text;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    auto const leads = leads_in(shown, i);
    if (leads.empty()) continue;
    auto title = titles_of(leads);
    if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    text += paragraph(
        fmt::format("{}: {} (route {}), {}", title, amounts_list(shown.answer.by, shown.route(i)),
                    i + 1, shown.titles[i]),
        style.width);
  }
  return text;
}

/// The amount, and how much worse than the best there is.
std::string cell(Shown const& shown, std::size_t i, std::size_t k) {
  auto const& criterion = *shown.answer.by[k];
  auto const amount = shown.route(i).amounts[k];
  auto const more = amount - shown.least(k);
  return cell_text(criterion, amount) +
         (more == 0 ? " *" : fmt::format(" +{}", cell_text(criterion, more)));
}

std::string table_of(Shown const& shown, Style const& style) {
  std::vector<TextTable::Column> columns{{"route", Align::right}};
  for (auto const* criterion : shown.answer.by) {
    columns.push_back({column_title(*criterion), Align::left});
  }
  columns.push_back({"way", Align::left, true});
  TextTable table(std::move(columns));
  for (std::size_t i = 0; i < shown.size(); ++i) {
    std::vector<std::string> row{std::to_string(i + 1)};
    for (std::size_t k = 0; k < shown.answer.by.size(); ++k) row.push_back(cell(shown, i, k));
    row.push_back(shown.titles[i]);
    table.add(std::move(row));
  }
  return table.layout(style);
}

std::string notes(Shown const& shown) {
  std::string twice;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (shown.route(i).route.repeats_node)
      twice += (twice.empty() ? "" : ", ") + std::to_string(i + 1);
  }
  if (twice.empty()) return {};
  return "Passes a node twice to reach a transfer: route " + twice + ".";
}

}  // namespace

std::string pareto_text(ParetoAnswer const& answer, Network const& network, Style const& style) {
  auto const ends = place_title(network, answer.from) + " → " + place_title(network, answer.to);
  auto const what = "best by " + criteria_list(answer.by);
  if (answer.front.routes.empty()) {
    auto out = bold(ends + ": " + what, style) + "\n";
    out += paragraph(circumstances(network, answer.question), style.width);
    if (!answer.obstacle) return out;
    return out + "\n" + obstacles_text("route", *answer.obstacle, nullptr, answer.value, style);
  }
  Shown const shown(answer, network);
  auto out = bold(ends, style) + ", " + what + ": " +
             accent(counted(static_cast<std::int64_t>(shown.size()), "route"), style) + "\n";
  out += paragraph(circumstances(network, answer.question), style.width) + "\n";
  out += paragraph("No way beats any of these: what is better in one thing is worse in another." +
                       merged_words(answer),
                   style.width);
  out += ends_words(shown, style);
  out += "\n" + table_of(shown, style);
  out += paragraph("* the best there is; + how much worse than that", style.width);
  if (auto const text = notes(shown); !text.empty()) out += paragraph(text, style.width);
  out +=
      faint("\nchecked: each route, that none beats another, the best by each alone", style) + "\n";
  return out;
}

}  // namespace corridor::report

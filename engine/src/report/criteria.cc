#include "report/criteria.h"

#include <algorithm>

#include "corridor/base/decimal.h"
#include "report/figures.h"
#include "report/word_list.h"

namespace corridor::report {
namespace {

/// Parts of generalised cost in one part of cost.
Int128 generalised_part() {
  Totals one;
  one.cost = Cost::of_parts(1);
  return generalised(one, ValueOfTime());
}

bool is(Criterion const& criterion, std::string_view name) { return criterion.name == name; }

/// In the parts of the quantity, generalised cost in thousandths of USD.
std::int64_t parts_of(Criterion const& criterion, Int128 amount) {
  if (!is(criterion, "generalised")) return static_cast<std::int64_t>(amount);
  auto const part = generalised_part();
  return static_cast<std::int64_t>((amount + part / 2) / part);
}

}  // namespace

std::string criterion_name(Criterion const& criterion) {
  if (is(criterion, "borders")) return "border crossings";
  return is(criterion, "generalised") ? "generalised cost" : std::string(criterion.name);
}

std::string column_title(Criterion const& criterion) {
  if (is(criterion, "time")) return "days";
  if (is(criterion, "cost")) return "USD/TEU";
  if (is(criterion, "length")) return "km";
  if (is(criterion, "emissions")) return "t CO2e";
  if (is(criterion, "generalised")) return "USD with time";
  return std::string(criterion.name);
}

std::string cell_text(Criterion const& criterion, Int128 amount) {
  auto const parts = parts_of(criterion, amount);
  if (is(criterion, "time")) return days(Duration::of_parts(parts));
  if (is(criterion, "cost") || is(criterion, "generalised")) return usd(Cost::of_parts(parts));
  if (is(criterion, "length")) return kilometres(Length::of_parts(parts));
  if (is(criterion, "emissions")) return tonnes(Emissions::of_parts(parts));
  return std::to_string(parts);
}

std::string amount_text(Criterion const& criterion, Int128 amount) {
  auto const number = cell_text(criterion, amount);
  if (is(criterion, "time")) return number + " days";
  if (is(criterion, "cost")) return number + " USD/TEU";
  if (is(criterion, "length")) return number + " km";
  if (is(criterion, "emissions")) return number + " t CO2e/TEU";
  if (is(criterion, "generalised")) return number + " USD/TEU with time";
  return counted(parts_of(criterion, amount), is(criterion, "borders") ? "border" : "transfer");
}

std::string exact_amount(Criterion const& criterion, Int128 amount) {
  constexpr std::int64_t kThousand = 1000;  // of every quantity that routes add up
  auto const parts = parts_of(criterion, amount);
  return format_parts(parts, criterion.objective == nullptr ? 1 : kThousand);
}

std::string criteria_list(std::vector<Criterion const*> const& by) {
  return word_list(by, [](Criterion const* criterion) { return criterion_name(*criterion); });
}

std::string amounts_list(std::vector<Criterion const*> const& by, ParetoRoute const& route) {
  std::size_t k = 0;
  return word_list(
      by, [&](Criterion const* criterion) { return amount_text(*criterion, route.amounts[k++]); });
}

std::vector<std::vector<Criterion const*>> best_in(ParetoFront const& front,
                                                   MergedFront const& merged,
                                                   std::vector<Criterion const*> const& by) {
  std::vector<std::vector<Criterion const*>> best(merged.kept.size());
  for (std::size_t k = 0; k < by.size(); ++k) {
    auto const amount = [&](std::size_t i) { return front.routes[i].amounts[k]; };
    auto const least =
        std::min_element(merged.kept.begin(), merged.kept.end(),
                         [&](std::size_t a, std::size_t b) { return amount(a) < amount(b); });
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (amount(merged.kept[i]) == amount(*least)) best[i].push_back(by[k]);
    }
  }
  return best;
}

std::size_t merged_into(MergedFront const& merged, std::size_t kept) {
  auto const all = std::count(merged.into.begin(), merged.into.end(), kept);
  return static_cast<std::size_t>(all) - 1;
}

}  // namespace corridor::report

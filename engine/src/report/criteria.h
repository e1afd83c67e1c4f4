#pragma once

#include <string>

#include "corridor/analysis/pareto.h"

namespace corridor::report {

// Amounts of criteria in words and figures.

/// "time", "border crossings".
std::string criterion_name(Criterion const& criterion);
/// What stands above a column of them: "days", "t CO2e/TEU".
std::string column_title(Criterion const& criterion);
/// A cell of such a column: "21.3".
std::string cell_text(Criterion const& criterion, Int128 amount);
/// With its unit: "21.3 days", "2 transfers".
std::string amount_text(Criterion const& criterion, Int128 amount);
/// Exactly, in the unit that files use: hours, USD/TEU, km, kg/TEU; generalised cost is rounded
/// half up to thousandths.
std::string exact_amount(Criterion const& criterion, Int128 amount);

/// "time", "time and cost", "time, cost and emissions".
std::string criteria_list(std::vector<Criterion const*> const& by);
/// "15.2 days, 3,900 USD/TEU and 1.9 t CO2e/TEU": what a route has of each.
std::string amounts_list(std::vector<Criterion const*> const& by, ParetoRoute const& route);

/// For each route that is kept, the criteria in which none is better.
std::vector<std::vector<Criterion const*>> best_in(ParetoFront const& front,
                                                   MergedFront const& merged,
                                                   std::vector<Criterion const*> const& by);

/// How many routes a kept one stands for, itself not counted.
std::size_t merged_into(MergedFront const& merged, std::size_t kept);

}  // namespace corridor::report

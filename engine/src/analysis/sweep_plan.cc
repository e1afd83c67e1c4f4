#include "corridor/analysis/sweep_plan.h"

#include <algorithm>
#include <utility>

#include "analysis/sweep_bounds.h"
#include "analysis/sweep_draw.h"
#include "analysis/sweep_target.h"
#include "analysis/sweep_values.h"
#include "base/exact.h"
#include "corridor/base/int128.h"
#include "model/findings.h"

namespace corridor {
namespace {

using Kind = SweepValue::Kind;

constexpr std::int64_t kThousand = 1000;

Diagnostic problem(Code code, std::string message, std::string hint = {}, Span span = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.span = span;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

// ---- what no plan may do ------------------------------------------------------------------------

std::optional<Diagnostic> twice(SweepPlan const& plan) {
  for (auto const& variation : plan.variations) {
    auto const same =
        std::count_if(plan.variations.begin(), plan.variations.end(),
                      [&](auto const& other) { return other.path == variation.path; });
    if (same > 1) {
      return problem(Code::duplicate_key, quoted(variation.path) + " is varied twice");
    }
  }
  return std::nullopt;
}

bool has_three_decimals(Fraction number) { return kThousand % number.denominator == 0; }

bool decimal(Variation const& variation) {
  return std::all_of(variation.levels.begin(), variation.levels.end(), [](auto const& level) {
    return level.kind != Kind::multiply || has_three_decimals(level.number);
  });
}

Result<SweepPlan> checked(Network const& network, SweepPlan plan) {
  for (auto& variation : plan.variations) variation.decimal = decimal(variation);
  if (auto found = twice(plan)) return std::move(*found);
  auto const bounds = bounds_of(network, plan);
  if (!bounds) return bounds.error();
  return plan;
}

// ---- values of one scenario ---------------------------------------------------------------------

SweepValue drawn(SweepPlan const& plan, std::size_t variation, std::uint64_t scenario) {
  auto const& varied = plan.variations[variation];
  DrawSource source(plan.seed, scenario, variation);
  if (!varied.draw) return varied.levels[source.below(varied.levels.size())];
  return value_of_draw(varied, draw(*varied.draw, source));
}

std::string factor_text(Variation const& variation, Fraction factor) {
  if (!variation.decimal) {
    auto text = std::to_string(factor.numerator);
    if (factor.denominator != 1) text += "/" + std::to_string(factor.denominator);
    return text;
  }
  auto const thousandths = Int128{factor.numerator} * kThousand / factor.denominator;
  return format_parts(static_cast<std::int64_t>(thousandths), kThousand);
}

std::string amount_text(Field field, Fraction parts) {
  auto const exact = Exact::of(parts);
  auto const whole = field == Field::capacity ? floor_of(exact) : round_half_up(exact);
  return format_parts(static_cast<std::int64_t>(whole), field == Field::capacity ? 1 : kThousand);
}

/// What comes before what is a number.
int rank_of(Kind kind) {
  switch (kind) {
    case Kind::keep:
      return 0;
    case Kind::closed:
      return 1;
    case Kind::multiply:
    case Kind::set:
      return 2;
    case Kind::unlimited:
      return 3;
    case Kind::open:
      break;
  }
  return 4;
}

}  // namespace

bool less(SweepValue const& a, SweepValue const& b) {
  if (rank_of(a.kind) != rank_of(b.kind)) return rank_of(a.kind) < rank_of(b.kind);
  return Int128{a.number.numerator} * b.number.denominator <
         Int128{b.number.numerator} * a.number.denominator;
}

Result<Variation> read_variation(Network const& network, Text const& path, Text const& values) {
  auto target = read_target(network, path);
  if (!target) return std::move(target).error();
  Variation variation;
  variation.path = path.text;
  variation.written = values.text;
  variation.elements = target->elements;
  variation.field = target->field;
  return with_values(network, *target, std::move(variation), values);
}

Result<SweepPlan> plan_grid(Network const& network, std::vector<Variation> varied) {
  SweepPlan plan;
  plan.order = SweepOrder::grid;
  plan.count = 1;
  for (auto const& variation : varied) {
    if (variation.draw) {
      return problem(Code::bad_range,
                     variation.path + ": " + quoted(variation.written) + " is drawn at random",
                     "--sample COUNT says how often");
    }
    // Each factor is at most a million and the product so far at most a thousand million.
    plan.count *= variation.levels.size();
    if (plan.count > kMaxScenarios) {
      return problem(Code::out_of_range, "the grid has more than 1,000,000,000 scenarios",
                     "--sample COUNT draws some of them");
    }
  }
  plan.variations = std::move(varied);
  return checked(network, std::move(plan));
}

Result<SweepPlan> plan_sample(Network const& network, std::vector<Variation> varied,
                              std::uint64_t count, std::uint64_t seed) {
  if (count > kMaxScenarios) {
    return problem(Code::out_of_range, "a sample of more than 1,000,000,000 scenarios");
  }
  return checked(network, {SweepOrder::sample, std::move(varied), count, seed});
}

Result<SweepPlan> plan_table(Network const& network, std::vector<std::vector<Text>> const& rows) {
  Diagnostics errors;
  SweepPlan plan;
  plan.order = SweepOrder::table;
  plan.count = rows.size() - 1;
  std::vector<SweepTarget> targets;
  for (auto const& path : rows.front()) {
    auto target = read_target(network, path);
    if (!target) {
      errors.push_back(target.error().front());
      continue;
    }
    Variation variation;
    variation.path = path.text;
    variation.elements = target->elements;
    variation.field = target->field;
    plan.variations.push_back(std::move(variation));
    targets.push_back(std::move(*target));
  }
  if (!errors.empty()) return errors;

  for (std::size_t row = 1; row < rows.size() && errors.size() < kMaxDiagnostics; ++row) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
      auto const& cell = rows[row][i];
      auto& variation = plan.variations[i];
      auto value = cell.text.empty() ? Result<SweepValue>(SweepValue())
                                     : read_sweep_value(network, targets[i], cell);
      if (!value) {
        errors.push_back(value.error().front());
        continue;
      }
      bool const first = std::all_of(variation.levels.begin(), variation.levels.end(),
                                     [](auto const& level) { return level.kind == Kind::keep; });
      if (value->kind != Kind::keep) {
        if (!first && is_absolute(*value) != variation.absolute) {
          errors.push_back(problem(Code::wrong_unit, "the column mixes factors and quantities",
                                   "give all of its cells a unit, or none", cell.span));
          continue;
        }
        variation.absolute = is_absolute(*value);
      }
      variation.levels.push_back(*value);
    }
  }
  if (!errors.empty()) return errors;
  return checked(network, std::move(plan));
}

std::vector<SweepValue> values_of(SweepPlan const& plan, std::uint64_t scenario) {
  std::vector<SweepValue> values(plan.variations.size());
  auto rest = scenario;
  for (std::size_t i = values.size(); i-- > 0;) {
    auto const& levels = plan.variations[i].levels;
    switch (plan.order) {
      case SweepOrder::grid:
        values[i] = levels[rest % levels.size()];
        rest /= levels.size();
        break;
      case SweepOrder::sample:
        values[i] = drawn(plan, i, scenario);
        break;
      case SweepOrder::table:
        values[i] = levels[scenario];
        break;
    }
  }
  return values;
}

std::string text_of(Variation const& variation, SweepValue const& value) {
  switch (value.kind) {
    case Kind::keep:
      break;
    case Kind::multiply:
      return factor_text(variation, value.number);
    case Kind::set:
      return amount_text(*variation.field, value.number);
    case Kind::unlimited:
      return "unlimited";
    case Kind::open:
      return "open";
    case Kind::closed:
      return "closed";
  }
  return {};
}

std::string_view unit_of(Variation const& variation) {
  if (!variation.field) return {};
  return variation.absolute ? kept_unit(dimension_of(*variation.field)) : "x";
}

}  // namespace corridor

// The grammar of values: ranges, lists and draws, each with or without a unit.

#include "analysis/sweep_values.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/exact.h"
#include "corridor/base/nearest.h"
#include "corridor/model/builder.h"
#include "model/findings.h"
#include "model/scalars.h"

namespace corridor {
namespace {

using Kind = SweepValue::Kind;

Diagnostic problem(Code code, Text const& text, std::string message, std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.span = text.span;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> items;
  for (bool more = true; more;) {
    auto const comma = text.find(',');
    more = comma != std::string_view::npos;
    items.push_back(trimmed(text.substr(0, comma)));
    if (more) text.remove_prefix(comma + 1);
  }
  return items;
}

/// A value inside a longer text: its errors point at the whole.
Text part_of(Text const& whole, std::string_view part, std::string_view unit) {
  bool const bare = part.find_first_not_of("0123456789.-") == std::string_view::npos;
  Text text(part, whole.span);
  if (bare && !unit.empty()) text.text += " " + std::string(unit);
  return text;
}

Result<SweepValue> read_status_value(Text const& text) {
  if (text.text == "open") return SweepValue{Kind::open, {}};
  if (text.text == "closed") return SweepValue{Kind::closed, {}};
  return problem(Code::bad_status, text, quoted(text.text) + " is not a status to sweep over",
                 "open or closed");
}

Result<SweepValue> read_quantity_value(Network const& network, Field field, Text const& text) {
  // Everything that a quantity of a network file may have wrong is wrong here, too.
  auto figure = read_figure(text, field, network.assumptions);
  if (figure.error) return std::move(*figure.error);
  if (figure.amount.unlimited()) return SweepValue{Kind::unlimited, {}};
  auto const written = read_quantity(text, dimension_of(field)).value();
  auto const parts = narrow(exact_parts(written.number, *written.unit, network.assumptions));
  if (!parts) return problem(Code::out_of_range, text, quoted(text.text) + " is too precise");
  return SweepValue{Kind::set, *parts};
}

Result<SweepValue> read_factor_value(Text const& text) {
  std::string_view number = text.text;
  bool const percent = number.ends_with(" %");
  if (percent) number.remove_suffix(2);
  auto const decimal = Decimal::parse(number);
  std::optional<Fraction> factor;
  if (decimal && decimal->digits >= 0) {
    factor = narrow(multiply(exact(*decimal), percent ? Exact{1, 100} : Exact{1, 1}));
  }
  if (!factor) {
    return problem(Code::bad_factor, text, quoted(text.text) + " is not a value",
                   "a factor like 1.5 or 120 %, or a quantity with its unit");
  }
  if (factor->numerator / factor->denominator > kMaxParts) {
    return problem(Code::out_of_range, text, quoted(text.text) + " is too large a factor");
  }
  return SweepValue{Kind::multiply, *factor};
}

/// Every value of one variation must be of one sort, so that its column means one thing.
Diagnostics mixed(Text const& text) {
  return {problem(Code::wrong_unit, text, quoted(text.text) + " mixes factors and quantities",
                  "give all of them a unit, or none")};
}

// ---- lists and ranges ---------------------------------------------------------------------------

Result<std::vector<SweepValue>> read_list(Network const& network, SweepTarget const& target,
                                          Text const& text, std::string_view list,
                                          std::string_view unit) {
  auto const items = split(list);
  if (items.size() > kMaxLevels) {
    return problem(Code::bad_range, text, "more than 1,000,000 values for one variation");
  }
  if (unit.empty()) {
    auto const space = items.back().find(' ');
    if (space != std::string_view::npos) unit = trimmed(items.back().substr(space));
  }
  std::vector<SweepValue> values;
  for (auto const item : items) {
    auto value = read_sweep_value(network, target, part_of(text, item, unit));
    if (!value) return std::move(value).error();
    if (!values.empty() && is_absolute(*value) != is_absolute(values.front())) return mixed(text);
    if (std::find(values.begin(), values.end(), *value) != values.end()) {
      return problem(Code::bad_range, text,
                     quoted(text.text) + " names " + quoted(item) + " more than once");
    }
    values.push_back(*value);
  }
  return values;
}

/// The i-th of n values from a to b, exactly; empty beyond 64 bits.
std::optional<Fraction> between(Fraction a, Fraction b, std::int64_t i, std::int64_t n) {
  // Ends of at most 15 digits and six decimals leave room for every product.
  constexpr std::int64_t kMostNumerator = 1'000'000'000'000'000;
  constexpr std::int64_t kMostDenominator = 1'000'000;
  for (auto const& end : {a, b}) {
    if (end.numerator > kMostNumerator || end.denominator > kMostDenominator) return std::nullopt;
  }
  auto const steps = Int128{n - 1};
  auto const sum =
      Int128{a.numerator} * b.denominator * (steps - i) + Int128{b.numerator} * a.denominator * i;
  return narrow(multiply(Exact{sum, 1}, Exact{1, Int128{a.denominator} * b.denominator * steps}));
}

std::optional<std::int64_t> read_count(std::string_view text) {
  auto const decimal = Decimal::parse(text);
  if (!decimal || decimal->places != 0 || decimal->digits < 0) return std::nullopt;
  return decimal->digits;
}

Result<std::vector<SweepValue>> read_range(Network const& network, SweepTarget const& target,
                                           Text const& text) {
  std::string_view const whole = text.text;
  auto const dots = whole.find("..");
  auto const slash = whole.rfind('/');
  auto const count =
      slash == std::string_view::npos ? std::nullopt : read_count(trimmed(whole.substr(slash + 1)));
  if (!count) {
    return problem(Code::bad_range, text, quoted(whole) + " does not say how many values",
                   "like 1..5/9 for nine of them");
  }
  if (*count < 2 || *count > static_cast<std::int64_t>(kMaxLevels)) {
    return problem(Code::bad_range, text, quoted(whole) + " is not 2 to 1,000,000 values");
  }
  auto const end = trimmed(whole.substr(dots + 2, slash - dots - 2));
  auto const space = end.find(' ');
  auto const unit = space == std::string_view::npos ? "" : trimmed(end.substr(space));
  auto const first =
      read_sweep_value(network, target, part_of(text, trimmed(whole.substr(0, dots)), unit));
  if (!first) return first.error();
  auto const last = read_sweep_value(network, target, part_of(text, end, unit));
  if (!last) return last.error();
  bool const numbers = (first->kind == Kind::multiply || first->kind == Kind::set);
  if (!numbers || first->kind != last->kind) return mixed(text);
  if (first->number == last->number) {
    return problem(Code::bad_range, text, quoted(whole) + " starts where it ends");
  }
  std::vector<SweepValue> values;
  values.reserve(static_cast<std::size_t>(*count));
  for (std::int64_t i = 0; i < *count; ++i) {
    auto const number = between(first->number, last->number, i, *count);
    if (!number) {
      return problem(Code::out_of_range, text, quoted(whole) + " is too large or too precise");
    }
    values.push_back({first->kind, *number});
  }
  return values;
}

// ---- draws --------------------------------------------------------------------------------------

struct ShapeName {
  std::string_view name;
  Draw::Shape shape;
  std::size_t parameters;
  std::string_view example;
};
constexpr auto kShapes = std::to_array<ShapeName>({
    {"uniform", Draw::Shape::uniform, 2, "uniform(0.8,1.2)"},
    {"triangular", Draw::Shape::triangular, 3, "triangular(0.7,1,1.3)"},
    {"normal", Draw::Shape::normal, 2, "normal(1,0.1)"},
});

/// Thousandths of a factor, or whole kept parts; empty for a factor of more decimals.
std::optional<std::int64_t> steps_of(SweepValue const& value) {
  auto const thousandths = value.kind == Kind::multiply ? Int128{1000} : Int128{1};
  auto const scaled = Int128{value.number.numerator} * thousandths;
  if (value.kind == Kind::multiply && scaled % value.number.denominator != 0) return std::nullopt;
  auto const steps = scaled / value.number.denominator;
  if (steps > kMaxParts) return std::nullopt;
  return static_cast<std::int64_t>(steps);
}

bool in_order(Draw const& draw) {
  if (draw.shape == Draw::Shape::normal) return true;
  if (draw.shape == Draw::Shape::uniform) return draw.a <= draw.b;
  return draw.a <= draw.mode && draw.mode <= draw.b;
}

Draw draw_of(Draw::Shape shape, std::vector<std::int64_t> const& steps) {
  if (shape == Draw::Shape::triangular) return {shape, steps[0], steps[2], steps[1]};
  return {shape, steps[0], steps[1], 0};
}

Result<Variation> with_draw(Network const& network, SweepTarget const& target, Variation variation,
                            Text const& text) {
  std::string_view const whole = text.text;
  auto const open = whole.find('(');
  auto const close = whole.rfind(')');
  auto const name = trimmed(whole.substr(0, open));
  if (close == std::string_view::npos || close < open) {
    return problem(Code::bad_range, text, quoted(whole) + " lacks its closing parenthesis");
  }
  auto const unit = trimmed(whole.substr(close + 1));
  auto const list = whole.substr(open + 1, close - open - 1);
  if (name == "choice") {
    auto values = read_list(network, target, text, list, unit);
    if (!values) return std::move(values).error();
    variation.absolute = is_absolute(values->front());
    variation.levels = std::move(*values);
    return variation;
  }
  auto const shape = std::find_if(kShapes.begin(), kShapes.end(),
                                  [&](ShapeName const& each) { return each.name == name; });
  if (shape == kShapes.end()) {
    constexpr auto kNames =
        std::to_array<std::string_view>({"uniform", "triangular", "normal", "choice"});
    auto hint = did_you_mean(name, kNames);
    if (hint.empty()) hint = "uniform, triangular, normal or choice";
    return problem(Code::bad_range, text, "no distribution " + quoted(name), std::move(hint));
  }
  std::vector<std::int64_t> steps;
  for (auto const item : split(list)) {
    auto const value = read_sweep_value(network, target, part_of(text, item, unit));
    if (!value) return value.error();
    if (value->kind != Kind::multiply && value->kind != Kind::set) return mixed(text);
    if (!steps.empty() && is_absolute(*value) != variation.absolute) return mixed(text);
    variation.absolute = is_absolute(*value);
    auto const step = steps_of(*value);
    if (!step) {
      return problem(Code::too_precise, text,
                     quoted(item) + " has more than three decimals or is too large");
    }
    steps.push_back(*step);
  }
  if (steps.size() != shape->parameters) {
    return problem(Code::bad_range, text, quoted(whole) + " has the wrong number of parameters",
                   "like " + std::string(shape->example));
  }
  variation.draw = draw_of(shape->shape, steps);
  if (!in_order(*variation.draw)) {
    return problem(Code::bad_range, text, quoted(whole) + " has its parameters out of order",
                   "from the least to the largest, like " + std::string(shape->example));
  }
  return variation;
}

}  // namespace

bool is_absolute(SweepValue const& value) {
  return value.kind == Kind::set || value.kind == Kind::unlimited;
}

Result<SweepValue> read_sweep_value(Network const& network, SweepTarget const& target,
                                    Text const& text) {
  if (!target.field) return read_status_value(text);
  bool const one_word = text.text.find(' ') == std::string::npos && text.text != kUnlimited;
  bool const short_form =
      target.field == Field::departures && text.text.find('/') != text.text.npos;
  if (short_form) return read_quantity_value(network, *target.field, text);
  bool const bare = one_word || text.text.ends_with(" %");
  return bare ? read_factor_value(text) : read_quantity_value(network, *target.field, text);
}

Result<Variation> with_values(Network const& network, SweepTarget const& target,
                              Variation variation, Text const& values) {
  std::string_view const text = values.text;
  if (text.find('(') != std::string_view::npos) {
    return with_draw(network, target, std::move(variation), values);
  }
  auto levels = text.find("..") != std::string_view::npos
                    ? read_range(network, target, values)
                    : read_list(network, target, values, text, "");
  if (!levels) return std::move(levels).error();
  variation.absolute = is_absolute(levels->front());
  variation.levels = std::move(*levels);
  return variation;
}

}  // namespace corridor

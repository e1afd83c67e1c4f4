#include "model/scalars.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

#include "base/exact.h"
#include "corridor/base/nearest.h"
#include "corridor/base/quantity.h"
#include "corridor/model/builder.h"
#include "model/findings.h"

namespace corridor {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

Diagnostic finding(Code code, Text const& text, std::string message, std::string hint = {}) {
  return {.code = code, .span = text.span, .message = std::move(message), .hint = std::move(hint)};
}

/// "km, m, nmi".
std::string units_of(Dimension dimension) {
  std::string list;
  for (auto const& unit : units()) {
    if (unit.dimension != dimension) continue;
    if (!list.empty()) list += ", ";
    list += unit.name;
  }
  return list;
}

std::string hint_for_units(Dimension dimension) {
  return std::string(name_of(dimension)) + " takes a number, a space and one of " +
         units_of(dimension);
}

/// What comes closest to a misspelt unit: one of the same quantity, else the list of them.
std::string hint_for_unit(std::string_view word, Dimension dimension) {
  std::vector<std::string_view> names;
  for (auto const& unit : units()) {
    if (unit.dimension == dimension) names.push_back(unit.name);
  }
  auto const hint = did_you_mean(word, names);
  return hint.empty() ? hint_for_units(dimension) : hint;
}

/// A text that does not have the form `number unit`.
Diagnostic not_a_quantity(Text const& text, Dimension dimension) {
  if (Decimal::parse(text.text)) {
    return finding(Code::missing_unit, text, quoted(text.text) + " has no unit",
                   hint_for_units(dimension));
  }
  return finding(Code::bad_number, text, quoted(text.text) + " is not a number with a unit",
                 hint_for_units(dimension));
}

std::string kept_precision(Dimension dimension) {
  switch (dimension) {
    case Dimension::length:
      return "whole metres";
    case Dimension::time:
      return "thousandths of an hour";
    case Dimension::cost:
      return "thousandths of USD per TEU";
    case Dimension::emissions:
      return "whole grams per TEU";
    case Dimension::capacity:
      return "whole TEU per year";
    case Dimension::value_of_time:
      return "thousandths of USD per TEU and day";
    case Dimension::capital:
      return "whole USD";
    case Dimension::expansion_cost:
      return "thousandths of USD per TEU/year";
    case Dimension::frequency:
      return "thousandths of a departure a week";
    case Dimension::speed:
    case Dimension::cost_rate:
    case Dimension::emission_rate:
    case Dimension::share:
      break;
  }
  return "what is kept";
}

std::optional<int> read_digits(std::string_view text) {
  int number = 0;
  for (char const c : text) {
    if (!is_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as numbers, not yet compared with the calendar.
std::optional<std::array<int, 3>> split_date(std::string_view text) {
  bool const shaped = (text.size() == 4) || (text.size() == 7 && text[4] == '-') ||
                      (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shaped) return std::nullopt;
  auto const year = read_digits(text.substr(0, 4));
  auto const month = text.size() > 4 ? read_digits(text.substr(5, 2)) : std::optional(1);
  auto const day = text.size() > 7 ? read_digits(text.substr(8, 2)) : std::optional(1);
  if (!year || !month || !day) return std::nullopt;
  return std::array<int, 3>{*year, *month, *day};
}

bool has_id_shape(std::string_view text, bool capitals) {
  auto const letter = [&](char c) {
    return is_digit(c) || is_lower(c) || (capitals && is_upper(c));
  };
  auto const inner = [&](char c) { return letter(c) || c == '_' || c == '.' || c == '-'; };
  return !text.empty() && letter(text.front()) && std::all_of(text.begin(), text.end(), inner);
}

/// `3/week` in full: `3 departures/week`. Other texts stay as they are.
std::string with_departures(std::string const& text, Dimension dimension) {
  auto const slash = text.find('/');
  bool const short_form = dimension == Dimension::frequency && slash != std::string::npos &&
                          text.find(' ') == std::string::npos;
  if (!short_form) return text;
  return text.substr(0, slash) + " departures" + text.substr(slash);
}

}  // namespace

bool is_id(std::string_view text) { return has_id_shape(text, false); }
bool is_source_key(std::string_view text) { return has_id_shape(text, true); }

Result<WrittenQuantity> read_quantity(Text const& text, Dimension dimension) {
  auto const in_full = with_departures(text.text, dimension);
  auto const whole = std::string_view(in_full);
  auto const space = whole.find(' ');
  if (space == std::string_view::npos) return not_a_quantity(text, dimension);
  auto const number = Decimal::parse(whole.substr(0, space));
  auto const name = whole.substr(space + 1);
  if (!number || name.empty() || name.front() == ' ') return not_a_quantity(text, dimension);
  auto const* const unit = find_unit(name);
  if (unit == nullptr) {
    return finding(Code::unknown_unit, text, "no unit " + quoted(name),
                   hint_for_unit(name, dimension));
  }
  if (unit->dimension != dimension) {
    return finding(Code::wrong_unit, text,
                   quoted(name) + " is a unit of " + std::string(name_of(unit->dimension)) +
                       ", not of " + std::string(name_of(dimension)),
                   hint_for_units(dimension));
  }
  return WrittenQuantity{*number, unit};
}

Diagnostic conversion_diagnostic(ConversionError error, Text const& text, Dimension dimension,
                                 std::string_view missing) {
  switch (error) {
    case ConversionError::too_precise:
      return finding(
          Code::too_precise, text,
          quoted(text.text) + " is more precise than is kept: " + kept_precision(dimension));
    case ConversionError::negative:
      return finding(Code::negative_number, text, quoted(text.text) + " is below 0");
    case ConversionError::missing_assumption:
      return finding(Code::missing_assumption, text,
                     quoted(text.text) + " needs the network's assumption " + quoted(missing),
                     "state it under 'assumptions:'");
    case ConversionError::none:
    case ConversionError::out_of_range:
      break;
  }
  return finding(Code::out_of_range, text,
                 quoted(text.text) + " is beyond the amounts that are kept");
}

ReadFigure read_figure(Text const& text, Field field, Assumptions const& assumptions,
                       Fraction share) {
  if (field == Field::capacity && text.text == kUnlimited) return {};
  auto const dimension = dimension_of(field);
  auto const quantity = read_quantity(text, dimension);
  if (!quantity) return {.error = quantity.error().front()};
  auto const converted = to_parts(quantity->number, *quantity->unit, assumptions, share);
  if (converted.error != ConversionError::none) {
    return {.error = conversion_diagnostic(converted.error, text, dimension, converted.missing)};
  }
  if (field == Field::departures && converted.parts == 0) {
    return {.error = finding(Code::no_departures, text, quoted(text.text) + " never departs",
                             "close the link, or leave 'departures' out where nothing is waited "
                             "for")};
  }
  return {.amount = Capacity::of_parts(converted.parts)};
}

ReadShare read_share(Text const& text) {
  auto const bad = [&](std::string message) {
    return ReadShare{.error = finding(Code::bad_share, text, std::move(message),
                                      "a share is like '27 %' or a decimal from 0 to 1")};
  };
  auto number = std::string_view(text.text);
  bool const percent = number.ends_with(" %");
  if (percent) number.remove_suffix(2);
  auto const decimal = Decimal::parse(number);
  if (!decimal) return bad(quoted(text.text) + " is not a share");
  auto const share = narrow(percent ? multiply(exact(*decimal), Exact{1, 100}) : exact(*decimal));
  if (!share) return bad(quoted(text.text) + " is more precise than a share can be");
  if (share->numerator < 0) return bad(quoted(text.text) + " is below 0");
  if (share->numerator > share->denominator) return bad(quoted(text.text) + " is above the whole");
  return {.share = *share};
}

Result<std::int64_t> read_amount(Text const& text, Dimension dimension,
                                 Assumptions const& assumptions) {
  auto const quantity = read_quantity(text, dimension);
  if (!quantity) return quantity.error();
  auto const converted = to_parts(quantity->number, *quantity->unit, assumptions);
  if (converted.error != ConversionError::none) {
    return conversion_diagnostic(converted.error, text, dimension, converted.missing);
  }
  return converted.parts;
}

Result<Capital> read_capital(Text const& text) {
  auto const amount = read_amount(text, Dimension::capital, {});
  if (!amount) return amount.error();
  return Capital::of_parts(*amount);
}

Result<Fraction> read_rate(Text const& text, Dimension dimension, Assumptions const& assumptions) {
  auto const quantity = read_quantity(text, dimension);
  if (!quantity) return quantity.error();
  auto const rate = to_rate(quantity->number, *quantity->unit, assumptions);
  if (rate.error != ConversionError::none) {
    return conversion_diagnostic(rate.error, text, dimension, rate.missing);
  }
  return rate.per_metre;
}

Result<Decimal> read_positive(Text const& text) {
  auto const number = Decimal::parse(text.text);
  if (!number) {
    return finding(Code::bad_number, text, quoted(text.text) + " is not a plain decimal number");
  }
  if (number->digits < 0) {
    return finding(Code::negative_number, text, quoted(text.text) + " is below 0");
  }
  if (number->digits == 0) return finding(Code::out_of_range, text, "must be above 0");
  return *number;
}

Result<Date> read_date(Text const& text) {
  auto const parts = split_date(text.text);
  if (!parts) {
    return finding(Code::bad_date, text, quoted(text.text) + " is not a year or a date",
                   "write '2027', '2027-06' or '2027-06-30'");
  }
  auto const [year, month, day] = *parts;
  bool const in_calendar =
      year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
  if (!in_calendar) {
    return finding(Code::bad_date, text, quoted(text.text) + " is not in the calendar");
  }
  return Date{.year = static_cast<std::int16_t>(year),
              .month = static_cast<std::int8_t>(text.text.size() > 4 ? month : 0),
              .day = static_cast<std::int8_t>(text.text.size() > 7 ? day : 0)};
}

bool is_before(Date later, Date earlier) {
  if (later.year != earlier.year) return later.year < earlier.year;
  if (later.month == 0 || earlier.month == 0) return false;
  if (later.month != earlier.month) return later.month < earlier.month;
  return later.day != 0 && earlier.day != 0 && later.day < earlier.day;
}

Result<Status> read_status(Text const& text) {
  constexpr std::array kAll{Status::open, Status::planned, Status::closed};
  std::array<std::string_view, kAll.size()> names;
  for (std::size_t i = 0; i < kAll.size(); ++i) {
    names[i] = name_of(kAll[i]);
    if (names[i] == text.text) return kAll[i];
  }
  auto hint = did_you_mean(text.text, names);
  if (hint.empty()) hint = "a status is open, planned or closed";
  return finding(Code::bad_status, text, "no status " + quoted(text.text), std::move(hint));
}

Result<int> read_gauge(Text const& text) {
  constexpr std::string_view kUnit = " mm";
  constexpr std::int64_t kWidest = 10'000;
  auto number = std::string_view(text.text);
  if (!number.ends_with(kUnit)) {
    return finding(Decimal::parse(number) ? Code::missing_unit : Code::wrong_unit, text,
                   quoted(text.text) + " is not a gauge", "a gauge is like '1435 mm'");
  }
  number.remove_suffix(kUnit.size());
  auto const decimal = Decimal::parse(number);
  if (!decimal || decimal->places != 0) {
    return finding(Code::bad_number, text, quoted(text.text) + " is not a whole number of mm");
  }
  if (decimal->digits < 1 || decimal->digits > kWidest) {
    return finding(Code::out_of_range, text, quoted(text.text) + " is no gauge of a railway");
  }
  return static_cast<int>(decimal->digits);
}

Result<std::int32_t> read_degrees(Text const& text) {
  auto const number = Decimal::parse(text.text);
  if (!number) {
    return finding(Code::bad_number, text, quoted(text.text) + " is not a plain decimal number");
  }
  // Rounded without a word: a hundredth of a metre on the map changes no answer.
  constexpr Int128 kMost = std::numeric_limits<std::int32_t>::max();
  auto const scaled = multiply(exact(*number), Exact{10'000'000, 1});
  auto const rounded = scaled ? round_half_up(*scaled) : kMost + 1;
  if (rounded > kMost || rounded < -kMost) {
    return finding(Code::bad_coordinates, text, quoted(text.text) + " is not on the globe");
  }
  return static_cast<std::int32_t>(rounded);
}

}  // namespace corridor

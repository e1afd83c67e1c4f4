#include "io/written_figures.h"

#include <algorithm>
#include <optional>

#include "base/exact.h"
#include "corridor/model/builder.h"
#include "model/assembly.h"
#include "model/figures.h"
#include "model/scalars.h"

namespace corridor {
namespace {

constexpr Fraction kWhole{1, 1};

/// A fraction as a decimal, if it is one of at most 18 digits.
std::optional<Decimal> decimal_of(std::optional<Exact> const& value) {
  constexpr int kMostPlaces = 18;
  constexpr std::int64_t kMost = 999'999'999'999'999'999;
  auto scaled = value;
  for (int places = 0; scaled && places <= kMostPlaces; ++places) {
    if (scaled->denominator == 1) {
      if (scaled->numerator > kMost) return std::nullopt;
      return Decimal{static_cast<std::int64_t>(scaled->numerator), places};
    }
    scaled = multiply(scaled, Exact{10, 1});
  }
  return std::nullopt;
}

Dimension rate_dimension(Field field) {
  if (field == Field::time) return Dimension::speed;
  return field == Field::cost ? Dimension::cost_rate : Dimension::emission_rate;
}

/// The least capacity of which a share is exactly what is kept.
std::int64_t before_share(std::int64_t kept, Fraction share) {
  if (share.numerator == 0) return 0;
  auto const whole = divide(Exact{kept, 1}, Exact::of(share));
  return static_cast<std::int64_t>(whole ? -floor_of({-whole->numerator, whole->denominator})
                                         : kept);
}

bool gives(std::string const& text, Element const& element, Field field,
           Assumptions const& assumptions) {
  auto const share = field == Field::capacity ? element.share : kWhole;
  auto const read = read_figure(Text(text), field, assumptions, share);
  if (read.error) return false;
  if (field == Field::capacity) return read.amount == element.figures.capacity;
  return read.amount.capacity().parts() == parts_of(element.figures, field);
}

std::string limit_text(Limit limit) {
  Figures figures;
  figures.capacity = limit;
  return kept_text(figures, Field::capacity);
}

}  // namespace

std::string kept_figure_text(Element const& element, Field field) {
  auto const& capacity = element.figures.capacity;
  if (field != Field::capacity || capacity.unlimited()) return kept_text(element.figures, field);
  return limit_text(Capacity::of_parts(before_share(capacity.capacity().parts(), element.share)));
}

std::string figure_text(Network const& network, Element const& element, Field field) {
  auto const origin = element.origin[index_of(field)];
  bool const no_timetable =
      field == Field::departures && element.figures.departures == Departures();
  if (origin == Origin::unset || origin == Origin::rate || no_timetable) return {};
  auto written = written_text(network, element.written[index_of(field)], name_of(field));
  if (gives(written, element, field, network.assumptions)) return written;
  return kept_figure_text(element, field);
}

std::string share_text(Network const& network, Element const& element) {
  if (!element.share_written.known() && element.share == kWhole) return {};
  auto written = written_text(network, element.share_written, "share");
  auto const read = read_share(Text(written));
  if (!read.error && read.share == element.share) return written;
  return decimal_text(decimal_of(Exact::of(element.share)).value());
}

std::string cost_text(Network const& network, Expansion const& expansion) {
  auto written = written_text(network, expansion.cost_written, "expansion_cost");
  auto const read = read_amount(Text(written), Dimension::expansion_cost, network.assumptions);
  if (read && *read == expansion.cost.parts()) return written;
  return format_parts(expansion.cost.parts(), ExpansionCost::kPartsPerUnit) + " " +
         std::string(kept_unit(Dimension::expansion_cost));
}

std::string up_to_text(Network const& network, Expansion const& expansion) {
  auto written = written_text(network, expansion.up_to_written, "expansion_up_to");
  auto const read = read_figure(Text(written), Field::capacity, network.assumptions);
  if (!read.error && read.amount == expansion.up_to) return written;
  return limit_text(expansion.up_to);
}

std::string rate_text(Network const& network, Mode const& mode, Field field) {
  auto const rate = rate_of(mode, field);
  if (!rate) return {};
  auto const dimension = rate_dimension(field);
  auto written = written_text(network, rate_written(mode, field), {});
  auto const read = read_rate(Text(written), dimension, network.assumptions);
  if (read && *read == *rate) return written;
  for (auto const& unit : units()) {
    if (unit.dimension != dimension || unit.tonnes_per_teu != 0) continue;
    // A speed's unit tells the time of a metre at speed 1, which a higher speed divides.
    auto const number = decimal_of(dimension == Dimension::speed
                                       ? divide(Exact::of(unit.factor), Exact::of(*rate))
                                       : divide(Exact::of(*rate), Exact::of(unit.factor)));
    if (number) return decimal_text(*number) + " " + std::string(unit.name);
  }
  return written;
}

std::string decimal_text(Decimal number) {
  auto digits = std::to_string(number.digits);
  auto const places = static_cast<std::size_t>(number.places);
  if (places == 0) return digits;
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  return digits.insert(digits.size() - places, ".");
}

std::string date_text(Date date) {
  auto const padded = [](int number, std::size_t width) {
    auto text = std::to_string(number);
    return text.insert(0, width - std::min(width, text.size()), '0');
  };
  auto text = padded(date.year, 4);
  if (date.month != 0) text += "-" + padded(date.month, 2);
  if (date.day != 0) text += "-" + padded(date.day, 2);
  return text;
}

std::string status_text(Link const& link) {
  auto const usual = link.opens ? Status::planned : Status::open;
  return link.status == usual ? std::string() : std::string(name_of(link.status));
}

}  // namespace corridor

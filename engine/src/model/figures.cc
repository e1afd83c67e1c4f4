#include "model/figures.h"

#include <algorithm>

#include "model/scalars.h"

namespace corridor {

std::string written_text(Network const& network, Span span, std::string_view column) {
  if (network.texts == nullptr) return {};
  auto text = network.texts->text(span);
  bool const quotes = text.size() >= 2 && (text.front() == '\'' || text.front() == '"') &&
                      text.back() == text.front();
  if (quotes) text = text.substr(1, text.size() - 2);
  auto written = std::string(text);
  if (text.empty() || text == kUnlimited) return written;
  auto const& units = network.column_units;
  auto const unit = std::find_if(units.begin(), units.end(), [&](ColumnUnit const& each) {
    return each.table.file == span.file && each.column == column;
  });
  if (unit != units.end()) written += " " + unit->unit;
  return written;
}

std::int64_t parts_of(Figures const& figures, Field field) {
  switch (field) {
    case Field::length:
      return figures.length.parts();
    case Field::time:
      return figures.time.parts();
    case Field::cost:
      return figures.cost.parts();
    case Field::emissions:
      return figures.emissions.parts();
    case Field::departures:
      return figures.departures.parts();
    case Field::capacity:
      break;
  }
  return figures.capacity.capacity().parts();
}

void set_figure(Figures& figures, Field field, Limit amount) {
  auto const parts = amount.capacity().parts();
  switch (field) {
    case Field::length:
      figures.length = Length::of_parts(parts);
      return;
    case Field::time:
      figures.time = Duration::of_parts(parts);
      return;
    case Field::cost:
      figures.cost = Cost::of_parts(parts);
      return;
    case Field::emissions:
      figures.emissions = Emissions::of_parts(parts);
      return;
    case Field::capacity:
      figures.capacity = amount;
      return;
    case Field::departures:
      figures.departures = Departures::of_parts(parts);
      return;
  }
}

}  // namespace corridor

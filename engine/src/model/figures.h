#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corridor/model/network.h"

namespace corridor {

/// The place of a field in arrays by field.
constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

/// What stands for the departures of an element that has no timetable.
inline constexpr std::string_view kNoTimetable = "at any time";

/// Departures times a factor above 0, rounded down, but not to none at all.
constexpr std::int64_t kFewestDepartures = 1;

/// The figure of a field in kept parts; without meaning where a capacity is unlimited.
std::int64_t parts_of(Figures const& figures, Field field);
/// What stands at a place of the network's texts, without quotes around it and with the unit that
/// its table's header gives to the numbers of `column`. Empty where nothing is known.
std::string written_text(Network const& network, Span span, std::string_view column);
/// Sets the figure of a field from kept parts.
void set_figure(Figures& figures, Field field, Limit amount);

}  // namespace corridor

#pragma once

#include <cstddef>
#include <cstdint>

#include "corridor/model/network.h"

namespace corridor {

/// The place of a field in arrays by field.
constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

/// The figure of a field in kept parts; without meaning where a capacity is unlimited.
std::int64_t parts_of(Figures const& figures, Field field);
/// Sets the figure of a field from kept parts.
void set_figure(Figures& figures, Field field, Limit amount);

}  // namespace corridor

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "corridor/export.h"

namespace corridor {

/// The candidate nearest to a misspelt word by edit distance with transpositions (Damerau 1964),
/// ignoring case; empty when none is near enough to be meant. Ties: the first candidate.
CORRIDOR_EXPORT std::string_view nearest(std::string_view word,
                                         std::span<std::string_view const> candidates);

/// "did you mean 'aktau'?", or empty.
CORRIDOR_EXPORT std::string did_you_mean(std::string_view word,
                                         std::span<std::string_view const> candidates);

}  // namespace corridor

#include "corridor/base/nearest.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace corridor {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  auto result = std::string(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

/// One bit per character that occurs. An edit changes at most two bits, so two texts whose bits
/// differ in more than 2 x limit places need not be compared: that keeps a hint among 100,000 ids
/// cheap.
std::uint64_t letters_of(std::string_view text) {
  std::uint64_t bits = 0;
  for (char const c : text)
    bits |= std::uint64_t{1} << (static_cast<unsigned char>(lower(c)) & 63U);
  return bits;
}

/// Optimal string alignment distance (Damerau 1964: insert, delete, replace, swap neighbours), or
/// limit + 1 when it is larger than `limit`. O(length x limit): only cells near the diagonal count.
class EditDistance {
 public:
  std::size_t operator()(std::string_view a, std::string_view b, std::size_t limit) {
    auto const beyond = limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return beyond;
    before_.assign(b.size() + 2, beyond);
    above_.assign(b.size() + 2, beyond);
    row_.assign(b.size() + 2, beyond);
    for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) above_[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      if (fill_row(a, b, i, limit) > limit) return beyond;
      before_.swap(above_);
      above_.swap(row_);
    }
    return std::min(above_[b.size()], beyond);
  }

 private:
  /// Returns the smallest cell of the row.
  std::size_t fill_row(std::string_view a, std::string_view b, std::size_t i, std::size_t limit) {
    auto const beyond = limit + 1;
    auto const first = i > limit ? i - limit : 1;
    auto const last = std::min(b.size(), i + limit);
    row_[first - 1] = first == 1 && i <= limit ? i : beyond;
    auto smallest = row_[first - 1];
    for (auto j = first; j <= last; ++j) {
      auto const replaced = above_[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      auto cell = std::min({replaced, above_[j] + 1, row_[j - 1] + 1, beyond});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cell = std::min(cell, before_[j - 2] + 1);
      }
      row_[j] = cell;
      smallest = std::min(smallest, cell);
    }
    row_[last + 1] = beyond;  // the next row looks one cell further
    return smallest;
  }

  std::vector<std::size_t> before_, above_, row_;  // rows i - 2, i - 1 and i
};

}  // namespace

std::string_view nearest(std::string_view word, std::span<std::string_view const> candidates) {
  auto const wanted = lowered(word);
  auto const letters = letters_of(wanted);
  // A third of the word may be wrong, at least one letter, never all of them.
  auto best =
      std::min(std::max<std::size_t>(1, word.size() / 3), word.empty() ? 0 : word.size() - 1);
  ++best;  // look for strictly better than this
  std::string_view found;
  EditDistance distance;
  for (auto const candidate : candidates) {
    if (best == 0) break;
    auto const limit = best - 1;
    if (std::popcount(letters ^ letters_of(candidate)) > static_cast<int>(2 * limit)) continue;
    auto const edits = distance(wanted, lowered(candidate), limit);
    if (edits <= limit) {
      best = edits;
      found = candidate;
    }
  }
  return found;
}

std::string did_you_mean(std::string_view word, std::span<std::string_view const> candidates) {
  auto const found = nearest(word, candidates);
  return found.empty() ? std::string() : "did you mean '" + std::string(found) + "'?";
}

}  // namespace corridor

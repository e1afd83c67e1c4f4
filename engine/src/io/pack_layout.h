#pragma once

// The bytes of a pack (docs/pack.md): a header, a table of columns, the columns. All numbers are
// little-endian.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace corridor::pack {

inline constexpr std::string_view kMagic = "CRDRPACK";
inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::uint32_t kByteOrder = 0x01020304;

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = kVersion;
  std::uint32_t byte_order = kByteOrder;
  std::uint64_t file_bytes = 0;
  std::uint64_t column_count = 0;
  std::uint64_t checksum = 0;  ///< of this header with 0 here, and of the table of columns
};
static_assert(sizeof(Header) == 40);

/// A column: whole numbers of 1, 2, 4 or 8 bytes.
struct ColumnEntry {
  std::uint32_t name = 0;
  std::uint32_t width = 0;
  std::uint64_t count = 0;
  std::uint64_t offset = 0;  ///< in the file, a multiple of 8
  std::uint64_t checksum = 0;
};
static_assert(sizeof(ColumnEntry) == 32);

/// The columns, in the order in which they stand in the file. Numbers are of version 1: new ones
/// come at the end.
enum class Column : std::uint32_t {
  pool_bytes,  ///< all texts, one after another
  pool_ends,   ///< where each text ends
  order,       ///< the caller's permutation
  size,        ///< numbers of nodes, links and the like
  text,        ///< numbers of texts in the pool
  list_size,   ///< lengths of lists
  small,       ///< flags, years, statuses, estimates
  number,      ///< decimals, rates
  node,        ///< references, by kind
  mode,
  source,
  corridor,
  transfer,
  passage,
  expansion,
  length,  ///< figures in kept parts
  time,
  cost,
  emissions,
  capacity,  ///< 1 + parts; 0: unlimited
  departures,
  place,      ///< degrees, zigzag
  origin,     ///< of the figures, two bits each
  span_file,  ///< 1 + number of the quoted file; 0: made in code
  span_line,  ///< zigzag, from the line before
  span_column,
  span_offset,  ///< in the quoted text
  span_length,
  kCount,
};
inline constexpr std::size_t kColumns = static_cast<std::size_t>(Column::kCount);

constexpr std::size_t index_of(Column column) { return static_cast<std::size_t>(column); }

/// Fowler, Noll and Vo's hash (FNV-1a, 1991) over words of 8 bytes in four lanes: each step is a
/// bijection of the state for a given word and of the word for a given state, so that a change of
/// one word is always found.
inline std::uint64_t checksum(std::string_view bytes, std::uint64_t seed = 0) {
  constexpr std::uint64_t kPrime = 0x100000001b3U;
  constexpr std::size_t kWord = 8;
  std::array<std::uint64_t, 4> lanes{};
  for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = 0xcbf29ce484222325U + seed + i;
  auto const step = [](std::uint64_t state, std::uint64_t word) {
    state = (state ^ word) * kPrime;
    return state ^ (state >> 32U);
  };
  std::size_t at = 0;
  for (; at + kWord * lanes.size() <= bytes.size(); at += kWord * lanes.size()) {
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at + kWord * i, kWord);
      lanes[i] = step(lanes[i], word);
    }
  }
  auto state = step(lanes[0], bytes.size());
  for (; at < bytes.size(); at += kWord) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, at + kWord <= bytes.size() ? kWord : bytes.size() - at);
    state = step(state, word);
  }
  for (std::size_t i = 1; i < lanes.size(); ++i) state = step(state, lanes[i]);
  return state;
}

constexpr std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ (value < 0 ? UINT64_MAX : 0U);
}
constexpr std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ ((value & 1U) != 0 ? -1 : 0);
}

}  // namespace corridor::pack

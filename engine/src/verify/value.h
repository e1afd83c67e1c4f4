#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/base/result.h"

namespace corridor::verify {

struct Member;

/// A JSON value as it was read. Numbers keep their digits, so exact figures stay exact.
struct Value {
  enum class Kind : std::uint8_t { null, boolean, number, string, list, object };

  Kind kind = Kind::null;
  bool truth = false;
  std::uint32_t offset = 0;  ///< of its first byte in the text
  std::uint32_t length = 0;  ///< in bytes; of lists and objects 1
  std::string text;          ///< of a string or number
  std::vector<Value> items;
  std::vector<Member> members;
};

/// One entry of an object.
struct Member {
  std::string key;
  Value value;
};

Value const* find(Value const& object, std::string_view key);

/// The value that `file` of the sources holds, or what is wrong with it: broken JSON, nesting
/// beyond kMaxResultNesting, a key twice in one object. Linear, but for sorting each object's keys.
Result<Value> parse(Sources const& sources, std::uint32_t file);

/// The place of some bytes; O(offset).
Span span_at(Sources const& sources, std::uint32_t file, std::uint32_t offset,
             std::uint32_t length);

/// Whether two numbers as text are the same: "1.50" and "1.5e0" are.
bool same_number(std::string_view a, std::string_view b);

}  // namespace corridor::verify

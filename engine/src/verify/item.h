#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corridor/base/int128.h"
#include "verify/value.h"

namespace corridor::verify {

/// Ends a check early: what does not hold, and where. Nothing that comes after it matters, and each
/// step of the check may find it; verify_text is the only place that catches it.
class Refused : public std::runtime_error {
 public:
  Refused(std::string place, std::uint32_t offset, std::string const& reason)
      : std::runtime_error(reason), place_(std::move(place)), offset_(offset) {}
  std::string const& place() const { return place_; }
  std::uint32_t offset() const { return offset_; }

 private:
  std::string place_;
  std::uint32_t offset_;
};

/// A value of the result with its place there. What is asked of it and is not so is refused.
class Item {
 public:
  Item(Value const& value, std::string place) : value_(&value), place_(std::move(place)) {}

  Value const& value() const { return *value_; }
  std::string const& place() const { return place_; }
  [[noreturn]] void refuse(std::string const& reason) const;

  bool is_null() const { return value_->kind == Value::Kind::null; }
  bool is_number() const { return value_->kind == Value::Kind::number; }

  // of an object
  bool has(std::string_view key) const;
  Item at(std::string_view key) const;
  /// Refuses keys other than these; those that are missing are refused when they are asked for.
  void only(std::initializer_list<std::string_view> keys) const;

  // of a list
  std::size_t size() const;
  Item operator[](std::size_t index) const;

  // of a scalar
  std::string const& text() const;
  std::string const& number() const;
  bool truth() const;
  std::int64_t whole() const;  ///< written as digits only
  /// A number of digits, or a string of them (amounts that doubles cannot hold).
  Int128 wide() const;
  /// A place in a list of `count`.
  std::size_t index(std::size_t count) const;

  /// Refuses every difference from what it should be; the order of keys is free. Keys of the
  /// outermost object that are checked elsewhere are named in `besides`.
  void expect(Value const& wanted, std::initializer_list<std::string_view> besides = {}) const;
  /// The same for a JSON text, of ours.
  void expect_json(std::string const& wanted,
                   std::initializer_list<std::string_view> besides = {}) const;
  void expect_text(std::string_view wanted) const;
  void expect_whole(std::int64_t wanted) const;

 private:
  Value const& demand(Value::Kind kind, std::string_view what) const;
  void expect_object(Value const& wanted, std::initializer_list<std::string_view> besides) const;
  void expect_list(Value const& wanted) const;

  Value const* value_;
  std::string place_;
};

/// A value for a message: 'aktau', 70, nothing, a list of 3.
std::string shown(Value const& value);

}  // namespace corridor::verify

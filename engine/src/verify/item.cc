#include "verify/item.h"

#include <algorithm>
#include <charconv>

#include "corridor/base/decimal.h"

namespace corridor::verify {
namespace {

constexpr std::size_t kLongest = 60;  // of a text that a message quotes

bool is_in(std::initializer_list<std::string_view> keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

std::string shown(Value const& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return "null";
    case Value::Kind::boolean:
      return value.truth ? "true" : "false";
    case Value::Kind::number:
      return value.text.substr(0, kLongest);
    case Value::Kind::string: {
      bool const fits = value.text.size() <= kLongest;
      return "'" + (fits ? value.text : value.text.substr(0, kLongest) + "...") + "'";
    }
    case Value::Kind::list:
      return "a list of " + std::to_string(value.items.size());
    case Value::Kind::object:
      break;
  }
  return "an object";
}

void Item::refuse(std::string const& reason) const {
  throw Refused(place_, value_->offset, reason);
}

Value const& Item::demand(Value::Kind kind, std::string_view what) const {
  if (value_->kind != kind) refuse("is " + shown(*value_) + ", not " + std::string(what));
  return *value_;
}

bool Item::has(std::string_view key) const {
  return find(demand(Value::Kind::object, "an object"), key) != nullptr;
}

Item Item::at(std::string_view key) const {
  auto const* found = find(demand(Value::Kind::object, "an object"), key);
  if (found == nullptr) refuse("has no '" + std::string(key) + "'");
  return {*found, place_.empty() ? std::string(key) : place_ + "." + std::string(key)};
}

void Item::only(std::initializer_list<std::string_view> keys) const {
  for (auto const& member : demand(Value::Kind::object, "an object").members) {
    if (!is_in(keys, member.key)) at(member.key).refuse("is no key of ours");
  }
}

std::size_t Item::size() const { return demand(Value::Kind::list, "a list").items.size(); }

Item Item::operator[](std::size_t index) const {
  auto const& items = demand(Value::Kind::list, "a list").items;
  if (index >= items.size()) refuse("has no entry number " + std::to_string(index));
  return {items[index], place_ + "[" + std::to_string(index) + "]"};
}

std::string const& Item::text() const { return demand(Value::Kind::string, "a text").text; }
std::string const& Item::number() const { return demand(Value::Kind::number, "a number").text; }
bool Item::truth() const { return demand(Value::Kind::boolean, "true or false").truth; }

std::int64_t Item::whole() const {
  auto const& digits = number();
  std::int64_t amount = 0;
  auto const* const end = digits.data() + digits.size();
  auto const read = std::from_chars(digits.data(), end, amount);
  if (read.ec != std::errc() || read.ptr != end) refuse("is " + digits + ", not a whole number");
  return amount;
}

Int128 Item::wide() const {
  bool const written = value_->kind == Value::Kind::string || is_number();
  auto const amount = written ? parse_whole(value_->text) : std::nullopt;
  if (!amount) refuse("is " + shown(*value_) + ", not a whole number");
  return *amount;
}

std::size_t Item::index(std::size_t count) const {
  auto const number = whole();
  if (number < 0 || static_cast<std::size_t>(number) >= count) {
    refuse("is " + std::to_string(number) + ", and there are " + std::to_string(count));
  }
  return static_cast<std::size_t>(number);
}

void Item::expect(Value const& wanted, std::initializer_list<std::string_view> besides) const {
  bool same = value_->kind == wanted.kind;
  if (same) {
    switch (wanted.kind) {
      case Value::Kind::object:
        return expect_object(wanted, besides);
      case Value::Kind::list:
        return expect_list(wanted);
      case Value::Kind::boolean:
        same = value_->truth == wanted.truth;
        break;
      case Value::Kind::number:
        same = same_number(value_->text, wanted.text);
        break;
      case Value::Kind::string:
        same = value_->text == wanted.text;
        break;
      case Value::Kind::null:
        break;
    }
  }
  if (!same) refuse("says " + shown(*value_) + ", is " + shown(wanted));
}

void Item::expect_object(Value const& wanted,
                         std::initializer_list<std::string_view> besides) const {
  for (auto const& member : wanted.members) at(member.key).expect(member.value);
  for (auto const& member : value_->members) {
    if (is_in(besides, member.key) || find(wanted, member.key) != nullptr) continue;
    at(member.key).refuse("is no key of ours");
  }
}

void Item::expect_list(Value const& wanted) const {
  auto const count = std::min(size(), wanted.items.size());
  for (std::size_t i = 0; i < count; ++i) (*this)[i].expect(wanted.items[i]);
  if (size() == wanted.items.size()) return;
  refuse("has " + std::to_string(size()) + " entries, should have " +
         std::to_string(wanted.items.size()));
}

void Item::expect_json(std::string const& wanted,
                       std::initializer_list<std::string_view> besides) const {
  Sources own;
  auto const file = own.add("expected", wanted);
  expect(parse(own, file).value(), besides);
}

void Item::expect_text(std::string_view wanted) const {
  if (text() != wanted) refuse("says " + shown(*value_) + ", is '" + std::string(wanted) + "'");
}

void Item::expect_whole(std::int64_t wanted) const {
  if (!is_number() || !same_number(value_->text, std::to_string(wanted))) {
    refuse("says " + shown(*value_) + ", is " + std::to_string(wanted));
  }
}

}  // namespace corridor::verify

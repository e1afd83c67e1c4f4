// The one file that sees nlohmann's JSON, and of it only the event parser: its values would hold
// figures as doubles.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "corridor/verify/verify.h"
#include "verify/value.h"

namespace corridor::verify {
namespace {

/// Hands out the bytes of a text and remembers how far the reading has come.
class Bytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = char const*;
  using reference = char const&;

  Bytes(char const* at, std::size_t& taken) : at_(at), taken_(&taken) {}
  char const& operator*() const { return *at_; }
  Bytes& operator++() {
    ++at_;
    ++*taken_;
    return *this;
  }
  bool operator==(Bytes const& other) const { return at_ == other.at_; }
  bool operator!=(Bytes const& other) const { return at_ != other.at_; }

 private:
  char const* at_;
  std::size_t* taken_;
};

bool in_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Where the string that ends at `end` (its closing quote included) begins.
std::size_t start_of_string(std::string_view text, std::size_t end) {
  auto at = end - 1;
  while (at > 0) {
    --at;
    if (text[at] != '"') continue;
    std::size_t slashes = 0;
    while (slashes < at && text[at - 1 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 0) return at;
  }
  return 0;
}

/// Receives the parser's events and builds the tree. Each returns whether to go on.
class Events {
 public:
  using Json = nlohmann::json;

  Events(Sources const& sources, std::uint32_t file, std::size_t const& taken)
      : sources_(sources), file_(file), text_(sources.text(file)), taken_(taken) {}

  bool null() { return add(literal(Value::Kind::null, 4)); }
  bool boolean(bool truth) {
    auto value = literal(Value::Kind::boolean, truth ? 4 : 5);
    value.truth = truth;
    return add(std::move(value));
  }
  bool number_integer(Json::number_integer_t) { return add(number()); }
  bool number_unsigned(Json::number_unsigned_t) { return add(number()); }
  bool number_float(Json::number_float_t, Json::string_t const&) { return add(number()); }
  bool string(Json::string_t& text) {
    Value value;
    value.kind = Value::Kind::string;
    place(value, start_of_string(text_, taken_), taken_);
    value.text = std::move(text);
    return add(std::move(value));
  }
  bool binary(Json::binary_t&) { return false; }  // has no text form

  bool start_object(std::size_t) { return open(Value::Kind::object); }
  bool start_array(std::size_t) { return open(Value::Kind::list); }
  bool key(Json::string_t& text) {
    key_ = std::move(text);
    return true;
  }
  bool end_array() {
    close();
    return true;
  }
  bool end_object() {
    auto const twice = key_twice(open_.back().value);
    if (!twice) {
      close();
      return true;
    }
    report(Code::duplicate_key, open_.back().value.offset,
           "this object has the key \"" + *twice + "\" twice");
    return false;
  }

  bool parse_error(std::size_t, std::string const&, Json::exception const& error) {
    std::string what = error.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while ..."
    auto const mark = what.find(": ");
    if (mark != std::string::npos) what.erase(0, mark + 2);
    what.erase(std::min(what.find("; last read"), what.size()));
    report(Code::json_syntax, taken_ == 0 ? 0 : taken_ - 1, "not JSON: " + what);
    return false;
  }

  std::optional<Diagnostic> const& error() const { return error_; }
  Value take() { return std::move(root_); }

 private:
  struct Open {
    std::string key;
    Value value;
  };

  static void place(Value& value, std::size_t start, std::size_t end) {
    value.offset = static_cast<std::uint32_t>(start);
    value.length = static_cast<std::uint32_t>(end - start);
  }

  Value literal(Value::Kind kind, std::size_t length) const {
    Value value;
    value.kind = kind;
    place(value, taken_ < length ? 0 : taken_ - length, taken_);
    return value;
  }

  /// The parser has read one byte beyond a number, unless the text ends there.
  Value number() const {
    auto end = taken_;
    while (end > 0 && !in_number(text_[end - 1])) --end;
    auto start = end;
    while (start > 0 && in_number(text_[start - 1])) --start;
    Value value;
    value.kind = Value::Kind::number;
    place(value, start, end);
    value.text = text_.substr(start, end - start);
    return value;
  }

  bool open(Value::Kind kind) {
    Value value;
    value.kind = kind;
    place(value, taken_ == 0 ? 0 : taken_ - 1, taken_);
    if (open_.size() >= static_cast<std::size_t>(kMaxResultNesting)) {
      report(Code::nesting_too_deep, value.offset,
             "nested deeper than " + std::to_string(kMaxResultNesting) + " levels");
      return false;
    }
    open_.push_back({std::move(key_), std::move(value)});
    key_.clear();
    return true;
  }

  void close() {
    auto done = std::move(open_.back());
    open_.pop_back();
    key_ = std::move(done.key);
    add(std::move(done.value));
  }

  bool add(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().value.kind == Value::Kind::list) {
      open_.back().value.items.push_back(std::move(value));
    } else {
      open_.back().value.members.push_back(Member{std::move(key_), std::move(value)});
    }
    return true;
  }

  static std::optional<std::string> key_twice(Value const& object) {
    std::vector<std::string_view> keys;
    keys.reserve(object.members.size());
    for (auto const& member : object.members) keys.push_back(member.key);
    std::sort(keys.begin(), keys.end());
    auto const twice = std::adjacent_find(keys.begin(), keys.end());
    if (twice == keys.end()) return std::nullopt;
    return std::string(*twice);
  }

  void report(Code code, std::size_t offset, std::string message) {
    if (error_) return;
    error_.emplace();
    error_->code = code;
    error_->span = span_at(sources_, file_, static_cast<std::uint32_t>(offset), 1);
    error_->message = std::move(message);
  }

  Sources const& sources_;
  std::uint32_t file_;
  std::string_view text_;
  std::size_t const& taken_;
  std::vector<Open> open_;
  std::string key_;
  Value root_;
  std::optional<Diagnostic> error_;
};

}  // namespace

Result<Value> parse(Sources const& sources, std::uint32_t file) {
  auto const text = sources.text(file);
  std::size_t taken = 0;
  std::size_t ignored = 0;
  Events events(sources, file, taken);
  bool const complete = nlohmann::json::sax_parse(
      Bytes(text.data(), taken), Bytes(text.data() + text.size(), ignored), &events);
  if (events.error()) return *events.error();
  if (!complete) {
    Diagnostic unknown;
    unknown.code = Code::json_syntax;
    unknown.span = span_at(sources, file, 0, 1);
    unknown.message = "not JSON";
    return unknown;
  }
  return events.take();
}

}  // namespace corridor::verify

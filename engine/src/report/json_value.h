#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace corridor::report {

/// A JSON value whose numbers are decimal text, so that an exact figure stays exact: a double
/// cannot hold 9007199254740.993, and a shortest-digits printer may still add digits.
class Json {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, string, list, object };
  using Member = std::pair<std::string, Json>;

  Json() = default;  ///< null
  static Json boolean(bool value);
  static Json number(std::int64_t value);
  /// A number that is already decimal text: "312.8".
  static Json number(std::string text);
  static Json string(std::string_view text);
  /// A string, or null when it is empty.
  static Json string_or_null(std::string_view text);
  static Json list(std::vector<Json> items = {});
  static Json object(std::vector<Member> members = {});

  Json& push(Json item);                        ///< of a list
  Json& set(std::string_view key, Json value);  ///< appends a member; keys keep their order

  Kind kind() const { return kind_; }
  /// The text with two spaces a level; lists of scalars stay on one line. Ends without a newline.
  std::string dump() const;

 private:
  bool is_scalar() const { return kind_ != Kind::list && kind_ != Kind::object; }
  bool fits_line() const;
  void write(std::string& out, int depth) const;
  void write_inline(std::string& out) const;
  void write_object(std::string& out, int depth) const;
  void write_list(std::string& out, int depth) const;

  Kind kind_ = Kind::null;
  bool truth_ = false;
  std::string text_;
  std::vector<Json> items_;
  std::vector<Member> members_;
};

/// A text in quotes with everything escaped that JSON demands; the input is valid UTF-8.
std::string json_quoted(std::string_view text);

}  // namespace corridor::report

#include "report/json_value.h"

#include <algorithm>

namespace corridor::report {
namespace {

void indent(std::string& out, int depth) {
  out += '\n';
  out.append(static_cast<std::size_t>(depth) * 2, ' ');
}

std::string escaped(char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  auto const byte = static_cast<unsigned char>(c);
  if (byte >= 0x20 && byte != 0x7F) return std::string(1, c);
  return std::string("\\u00") + kHex[byte >> 4U] + kHex[byte & 0xFU];
}

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) out += escaped(c);
  out += '"';
  return out;
}

Json Json::boolean(bool value) {
  Json json;
  json.kind_ = Kind::boolean;
  json.truth_ = value;
  return json;
}

Json Json::number(std::int64_t value) { return number(std::to_string(value)); }

Json Json::number(std::string text) {
  Json json;
  json.kind_ = Kind::number;
  json.text_ = std::move(text);
  return json;
}

Json Json::string(std::string_view text) {
  Json json;
  json.kind_ = Kind::string;
  json.text_ = text;
  return json;
}

Json Json::string_or_null(std::string_view text) { return text.empty() ? Json() : string(text); }

Json Json::list(std::vector<Json> items) {
  Json json;
  json.kind_ = Kind::list;
  json.items_ = std::move(items);
  return json;
}

Json Json::object(std::vector<Member> members) {
  Json json;
  json.kind_ = Kind::object;
  json.members_ = std::move(members);
  return json;
}

Json& Json::push(Json item) {
  items_.push_back(std::move(item));
  return *this;
}

Json& Json::set(std::string_view key, Json value) {
  members_.emplace_back(key, std::move(value));
  return *this;
}

std::string Json::dump() const {
  std::string out;
  write(out, 0);
  return out;
}

bool Json::fits_line() const {
  return std::all_of(items_.begin(), items_.end(), [](Json const& item) {
    return item.is_scalar() || (item.kind_ == Kind::list && item.fits_line());
  });
}

void Json::write(std::string& out, int depth) const {
  if (kind_ == Kind::object && !members_.empty()) {
    write_object(out, depth);
  } else if (kind_ == Kind::list && !fits_line()) {
    write_list(out, depth);
  } else {
    write_inline(out);
  }
}

void Json::write_inline(std::string& out) const {
  switch (kind_) {
    case Kind::null:
      out += "null";
      return;
    case Kind::boolean:
      out += truth_ ? "true" : "false";
      return;
    case Kind::number:
      out += text_;
      return;
    case Kind::string:
      out += json_quoted(text_);
      return;
    case Kind::object:
      out += "{}";
      return;
    case Kind::list:
      break;
  }
  out += '[';
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (i > 0) out += ", ";
    items_[i].write_inline(out);
  }
  out += ']';
}

void Json::write_object(std::string& out, int depth) const {
  out += '{';
  for (std::size_t i = 0; i < members_.size(); ++i) {
    if (i > 0) out += ',';
    indent(out, depth + 1);
    out += json_quoted(members_[i].first);
    out += ": ";
    members_[i].second.write(out, depth + 1);
  }
  indent(out, depth);
  out += '}';
}

void Json::write_list(std::string& out, int depth) const {
  out += '[';
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (i > 0) out += ',';
    indent(out, depth + 1);
    items_[i].write(out, depth + 1);
  }
  indent(out, depth);
  out += ']';
}

}  // namespace corridor::report

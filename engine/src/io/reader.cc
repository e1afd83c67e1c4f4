#include "io/reader.h"

#include <algorithm>
#include <utility>

#include "corridor/base/decimal.h"
#include "corridor/base/nearest.h"
#include "model/scalars.h"

namespace corridor {
namespace {

/// The first unit of a dimension that needs no assumption.
std::string_view plain_unit(Dimension dimension) {
  for (auto const& unit : units()) {
    bool const plain =
        unit.teu_per_train == 0 && unit.tonnes_per_teu == 0 && unit.operating_days == 0;
    if (unit.dimension == dimension && plain) return unit.name;
  }
  return {};
}

std::string example_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::length:
      return "836 km";
    case Dimension::time:
      return "9.5 h";
    case Dimension::capacity:
      return "12 train_pairs/day";
    case Dimension::speed:
    case Dimension::cost:
    case Dimension::cost_rate:
    case Dimension::emissions:
    case Dimension::emission_rate:
    case Dimension::share:
    case Dimension::value_of_time:
    case Dimension::capital:
    case Dimension::expansion_cost:
    case Dimension::frequency:
      break;
  }
  return "20 " + std::string(plain_unit(dimension));
}

std::string_view name_of(Document::Kind kind) {
  switch (kind) {
    case Document::Kind::scalar:
      return "a single value";
    case Document::Kind::list:
      return "a list";
    case Document::Kind::map:
      break;
  }
  return "a map";
}

}  // namespace

std::string expectation(KeyInfo const& info) {
  switch (info.form) {
    case Form::text:
    case Form::id:
    case Form::reference:
      return "a single value";
    case Form::references:
    case Form::figures:
      return "a name or a list of names";
    case Form::pair:
      return "a list of two names";
    case Form::format:
      return "1";
    case Form::year:
      return "a year such as '2026'";
    case Form::date:
      return "a year or a date";
    case Form::status:
      return "open, planned or closed";
    case Form::gauge:
      return "a gauge such as '1435 mm'";
    case Form::number:
      return "a number";
    case Form::factor:
      return "a factor such as '5' or '120 %'";
    case Form::frequency:
      return "a frequency such as '3/week'";
    case Form::quantity:
    case Form::capacity:
      return "a value such as '" + example_of(info.dimension) + "'";
    case Form::share:
      return "a share such as '27 %'";
    case Form::coordinates:
      return "[latitude, longitude]";
    case Form::entry:
    case Form::entry_by_id:
    case Form::entries_by_id:
    case Form::references_by_id:
      return "a map";
    case Form::entries:
      break;
  }
  return "a list of maps";
}

Diagnostics Reader::take_errors() {
  auto errors = findings_.take_errors();
  if (unsupported_) {
    std::erase_if(errors, [](auto const& error) { return error.code != Code::unsupported_format; });
  }
  return errors;
}

void Reader::report(Code code, Span span, std::string message, std::string hint) {
  if (findings_.full()) return;  // before the flag: an error that is not kept silences no other
  if (code == Code::unsupported_format) unsupported_ = true;
  auto const prefix = owner_.kind.empty() ? std::string() : owner_.prefix();
  findings_.error(code, span, prefix + std::move(message), std::move(hint));
}

void Reader::wrong_type(KeyInfo const& info, Document::Node value) {
  report(Code::wrong_type, value.span(),
         quoted(info.key) + " takes " + expectation(info) + ", not " +
             std::string(name_of(value.kind())));
}

bool Reader::expect(Document::Kind kind, KeyInfo const& info, Document::Node value) {
  if (value.reported()) return false;
  if (value.kind() == kind) return true;
  wrong_type(info, value);
  return false;
}

bool Reader::expect_map(Document::Node value) {
  if (value.reported()) return false;
  if (value.kind() == Document::Kind::map) return true;
  report(Code::wrong_type, value.span(),
         "a map of keys was expected, not " + std::string(name_of(value.kind())));
  return false;
}

void Reader::unknown_key(Document::Node key, std::vector<std::string_view> const& keys) {
  if (findings_.full()) return;
  auto hint = did_you_mean(key.text(), keys);
  if (hint.empty()) {
    hint = "known here: ";
    for (auto const known : keys) hint += (known == keys.front() ? "" : ", ") + std::string(known);
  }
  report(Code::unknown_key, key.span(), "unknown key " + quoted(key.text()), std::move(hint));
}

void Reader::missing_key(Span place, std::string_view key) {
  report(Code::missing_key, place, "key " + quoted(key) + " is missing");
}

OptionalText Reader::stand_in(KeyInfo const& info, Span span) {
  switch (info.form) {
    case Form::capacity:
      return Text("unlimited", span);
    case Form::quantity:
      return Text("1 " + std::string(plain_unit(info.dimension)), span);
    case Form::reference:
    case Form::pair:
      ++lost_references_;
      break;
    default:
      break;
  }
  return std::nullopt;
}

OptionalText Reader::text(KeyInfo const& info, Document::Node value) {
  if (!expect(Document::Kind::scalar, info, value)) return stand_in(info, value.span());
  return Text(value.text(), value.span());
}

std::vector<Text> Reader::texts(KeyInfo const& info, Document::Node value) {
  std::vector<Text> all;
  if (value.reported()) return all;
  if (value.kind() == Document::Kind::scalar) {
    all.emplace_back(value.text(), value.span());
    return all;
  }
  if (!expect(Document::Kind::list, info, value)) return all;
  all.reserve(value.size());
  auto item = value.first_child();
  for (std::uint32_t i = 0; i < value.size(); ++i) {
    if (item.kind() != Document::Kind::scalar) {
      wrong_type(info, item);
    } else if (!item.reported()) {
      all.emplace_back(item.text(), item.span());
    }
    item = item.next_sibling();
  }
  return all;
}

std::optional<std::array<Text, 2>> Reader::two_texts(KeyInfo const& info, Document::Node value) {
  if (!expect(Document::Kind::list, info, value)) {
    ++lost_references_;
    return std::nullopt;
  }
  auto const first = value.first_child();
  if (value.size() != 2) {
    report(Code::wrong_type, value.span(),
           quoted(info.key) + " takes " + expectation(info) + "; there " +
               (value.size() == 1 ? "is 1" : "are " + std::to_string(value.size())));
    ++lost_references_;
    return std::nullopt;
  }
  auto const second = first.next_sibling();
  bool const good = expect(Document::Kind::scalar, info, first);
  if (!expect(Document::Kind::scalar, info, second) || !good) {
    ++lost_references_;
    return std::nullopt;
  }
  return std::array<Text, 2>{Text(first.text(), first.span()), Text(second.text(), second.span())};
}

std::optional<int> Reader::year(KeyInfo const& info, Document::Node value) {
  if (!expect(Document::Kind::scalar, info, value)) return std::nullopt;
  return year_of(Text(value.text(), value.span()));
}

std::optional<int> Reader::year_of(Text const& text) {
  auto const date = text.text.size() == 4 ? read_date(text) : Result<Date>(Diagnostics{});
  if (date) return date->year;
  report(Code::bad_year, text.span, quoted(text.text) + " is not a year",
         "write four digits, such as '2026'");
  return std::nullopt;
}

}  // namespace corridor

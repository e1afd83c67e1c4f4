#include "corridor/io/schema.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/fields.h"

namespace corridor {
namespace {

/// JSON text by appending; the schema needs objects, lists and texts only.
std::string quote(std::string_view text) {
  std::string json = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  return json + '"';
}

using Members = std::vector<std::pair<std::string, std::string>>;

std::string indented(std::string const& json) {
  std::string result;
  for (char const c : json) {
    result += c;
    if (c == '\n') result += "  ";
  }
  return result;
}

std::string object(Members const& members) {
  if (members.empty()) return "{}";
  std::string json = "{";
  for (auto const& [key, value] : members) {
    json += (json.size() == 1 ? "\n  " : ",\n  ") + quote(key) + ": " + indented(value);
  }
  return json + "\n}";
}

std::string list(std::vector<std::string> const& items) {
  std::string json = "[";
  for (auto const& item : items) json += (json.size() == 1 ? "" : ", ") + item;
  return json + "]";
}

// --- values ------------------------------------------------------------------------------------

constexpr std::string_view kIdPattern = "^[a-z0-9][a-z0-9_.-]*$";
constexpr std::string_view kNumber = "(0|[1-9][0-9]*)(\\.[0-9]+)?";

std::string one_of_types(std::initializer_list<std::string_view> types) {
  std::vector<std::string> names;
  for (auto const type : types) names.push_back(quote(type));
  return list(names);
}

/// Editors read `2025` and `0.27` as numbers and `NO` as text or a boolean; all are text here.
std::string any_scalar() {
  return object({{"type", one_of_types({"string", "number", "boolean"})}});
}

/// A pattern holds for what an editor sees as text; numbers pass.
std::string scalar_like(std::string const& pattern) {
  return object({{"type", one_of_types({"string", "number"})}, {"pattern", quote(pattern)}});
}

std::string escaped(std::string_view unit) {
  std::string pattern;
  for (char const c : unit) {
    if (c == '/' || c == '.') pattern += '\\';
    pattern += c;
  }
  return pattern;
}

/// `^-?(number) (unit|unit)$` from the units table.
std::string quantity(Dimension dimension, bool unlimited) {
  std::string names;
  for (auto const& unit : units()) {
    if (unit.dimension == dimension) names += (names.empty() ? "" : "|") + escaped(unit.name);
  }
  auto pattern = "-?" + std::string(kNumber) + " (" + names + ")";
  if (unlimited) pattern = "(" + pattern + "|unlimited)";
  return object({{"type", quote("string")}, {"pattern", quote("^" + pattern + "$")}});
}

std::string list_of(std::string const& item, int exactly = 0) {
  Members members{{"type", quote("array")}, {"items", item}};
  if (exactly > 0) {
    members.push_back({"minItems", std::to_string(exactly)});
    members.push_back({"maxItems", std::to_string(exactly)});
  }
  return object(members);
}

std::string one_or_many(std::string const& item) {
  return object({{"anyOf", list({item, list_of(item)})}});
}

std::string map_of(std::string const& value, std::string_view key_pattern) {
  return object({{"type", quote("object")},
                 {"propertyNames", object({{"pattern", quote(key_pattern)}})},
                 {"additionalProperties", value}});
}

// --- maps --------------------------------------------------------------------------------------

std::string schema_of(KeyInfo const& info);

template <class Spec>
Members map_members(Rows<Spec> rows) {
  Members properties;
  std::vector<std::string> required;
  for (auto const& row : rows) {
    properties.emplace_back(row.info.key, schema_of(row.info));
    if (row.info.need != Need::optional) required.push_back(quote(row.info.key));
  }
  Members members{{"type", quote("object")}, {"properties", object(properties)}};
  if (!required.empty()) members.emplace_back("required", list(required));
  members.emplace_back("additionalProperties", "false");
  return members;
}

template <class Spec>
std::string map_schema(Rows<Spec> rows) {
  return object(map_members(rows));
}

/// What a kind of map holds; every table of fields.h but the top-level ones stands here once.
std::string entry_schema(Entry entry) {
  switch (entry) {
    case Entry::assumptions:
      return map_schema(assumption_keys());
    case Entry::source:
      return map_schema(source_keys());
    case Entry::mode:
      return map_schema(mode_keys());
    case Entry::node:
      return map_schema(node_keys());
    case Entry::transfer:
      return map_schema(transfer_keys());
    case Entry::passage:
      return map_schema(passage_keys());
    case Entry::expansion:
      return map_schema(expansion_keys());
    case Entry::link:
      return map_schema(link_keys());
    case Entry::change:
      return map_schema(change_keys());
    case Entry::factor_change:
      return map_schema(factor_change_keys());
    case Entry::quantity_change:
      return map_schema(quantity_change_keys());
    case Entry::difference_change:
      return map_schema(difference_change_keys());
    case Entry::state_change:
      return map_schema(state_change_keys());
    case Entry::insertion:
      return map_schema(insertion_keys());
    case Entry::curve:
      return map_schema(curve_keys());
    case Entry::tables:
      return map_schema(tables_keys());
    case Entry::gmns:
      return map_schema(gmns_keys());
    case Entry::none:
      break;
  }
  return any_scalar();
}

std::string_view key_pattern(Entry entry) {
  return entry == Entry::source ? "^[A-Za-z0-9][A-Za-z0-9_.-]*$" : kIdPattern;
}

std::string value_schema(KeyInfo const& info) {
  auto const number = std::string(kNumber);
  switch (info.form) {
    case Form::text:
    case Form::reference:
      return any_scalar();
    case Form::id:
      return scalar_like(std::string(kIdPattern));
    case Form::references:
    case Form::figures:
      return one_or_many(any_scalar());
    case Form::pair:
      return list_of(any_scalar(), 2);
    case Form::format:
      return object({{"enum", list({"1", quote("1")})}});
    case Form::year:
      return scalar_like("^[0-9]{4}$");
    case Form::date:
      return scalar_like("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
    case Form::status:
      return object({{"enum", list({quote("open"), quote("planned"), quote("closed")})}});
    case Form::gauge:
      return scalar_like("^[1-9][0-9]* mm$");
    case Form::number:
      return scalar_like("^" + number + "$");
    case Form::factor:
      return scalar_like("^" + number + "( %)?$");
    case Form::quantity:
      return quantity(info.dimension, false);
    case Form::capacity:
      return quantity(info.dimension, true);
    case Form::frequency:
      return scalar_like("^-?" + number + "(/| departures/)(day|week|year)$");
    case Form::share:
      return scalar_like("^" + number + "( %)?$");
    case Form::coordinates:
      return list_of(scalar_like("^-?" + number + "$"), 2);
    case Form::entry:
      return entry_schema(info.entry);
    case Form::entries:
      return list_of(entry_schema(info.entry));
    case Form::entry_by_id:
      return map_of(entry_schema(info.entry), key_pattern(info.entry));
    case Form::entries_by_id:
      return map_of(list_of(entry_schema(info.entry)), kIdPattern);
    case Form::references_by_id:
      break;
  }
  return map_of(one_or_many(any_scalar()), kIdPattern);
}

/// The description goes inside the object that `value_schema` made.
std::string schema_of(KeyInfo const& info) {
  auto value = value_schema(info);
  if (info.help.empty()) return value;
  return "{\n  \"description\": " + quote(info.help) + "," + value.substr(1);
}

template <class Spec>
std::string file_schema(std::string_view title, Rows<Spec> rows) {
  Members members{{"$schema", quote("http://json-schema.org/draft-07/schema#")},
                  {"title", quote(title)}};
  auto rest = map_members(rows);
  members.insert(members.end(), rest.begin(), rest.end());
  return object(members) + "\n";
}

}  // namespace

std::string json_schema(FileKind kind) {
  switch (kind) {
    case FileKind::network:
      return file_schema("corridor network", network_keys());
    case FileKind::scenario:
      return file_schema("corridor scenario", scenario_keys());
    case FileKind::study:
      break;
  }
  return file_schema("corridor study", study_keys());
}

}  // namespace corridor

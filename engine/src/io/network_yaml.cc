#include "io/network_yaml.h"

#include <utility>
#include <vector>

#include "io/written_figures.h"

namespace corridor {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether YAML takes a text for itself without quotes, wherever it stands.
bool is_plain(std::string_view text) {
  if (text.empty() || !is_letter_or_digit(text.front()) || text.back() == ' ') return false;
  for (char const c : text) {
    if (!is_letter_or_digit(c) && std::string_view("_.-/% ").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return text != "null" && text != "Null" && text != "NULL";
}

std::string scalar(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string quoted = "\"";
  for (char const c : text) {
    switch (c) {
      case '"':
      case '\\':
        quoted += '\\';
        quoted += c;
        break;
      case '\n':
        quoted += "\\n";
        break;
      case '\r':
        quoted += "\\r";
        break;
      case '\t':
        quoted += "\\t";
        break;
      default:
        quoted += c;
    }
  }
  return quoted + '"';
}

std::string list(std::vector<std::string> const& texts) {
  std::string items;
  for (auto const& text : texts) items += (items.empty() ? "" : ", ") + scalar(text);
  return "[" + items + "]";
}

/// A map on one line; what is empty is left out.
class Map {
 public:
  void add(std::string_view key, std::string_view text) {
    if (!text.empty()) add_raw(key, scalar(text));
  }
  void add(std::string_view key, std::vector<std::string> const& texts) {
    if (!texts.empty()) add_raw(key, list(texts));
  }
  void add_raw(std::string_view key, std::string const& value) {
    if (!entries_.empty()) entries_ += ", ";
    entries_ += std::string(key) + ": " + value;
  }
  std::string text() const { return "{" + entries_ + "}"; }
  bool empty() const { return entries_.empty(); }

 private:
  std::string entries_;
};

class Writer {
 public:
  explicit Writer(Network const& network) : network_(network) {}

  std::string write(std::string_view tables) {
    line("format", "1");
    line("network", scalar(network_.title));
    line("year", date_text({.year = static_cast<std::int16_t>(network_.year)}));
    if (!network_.note.empty()) line("note", scalar(network_.note));
    write_assumptions();
    section("sources", network_.sources, [&](Source const& source) { return map_of(source); });
    section("modes", network_.modes, [&](Mode const& mode) { return map_of(mode); });
    out_ += std::string(tables) + "\n";
    write_transfers();
    section("passages", network_.passages, [&](Passage const& passage) {
      return std::pair(network_.nodes[passage.node].id, element_map({}, passage.element));
    });
    section("regions", network_.regions,
            [&](Region const& region) { return std::pair(region.id, nodes_of(region)); });
    return std::move(out_);
  }

 private:
  void line(std::string_view key, std::string const& value) {
    out_ += std::string(key) + ": " + value + "\n";
  }

  /// A line for each row, as `entry` gives its id and value.
  template <class Rows, class Entry>
  void section(std::string_view key, Rows const& rows, Entry entry) {
    if (rows.empty()) return;
    out_ += std::string(key) + ":\n";
    for (auto const& row : rows) {
      auto const [id, value] = entry(row);
      out_ += "  " + scalar(id) + ": " + value + "\n";
    }
  }

  void write_assumptions() {
    auto const& assumptions = network_.assumptions;
    Map map;
    auto const add = [&](std::string_view key, std::optional<Decimal> const& number) {
      if (number) map.add(key, decimal_text(*number));
    };
    add("teu_per_train", assumptions.teu_per_train);
    add("tonnes_per_teu", assumptions.tonnes_per_teu);
    add("operating_days", assumptions.operating_days);
    if (!map.empty()) line("assumptions", map.text());
  }

  static std::pair<std::string, std::string> map_of(Source const& source) {
    Map map;
    map.add("title", source.title);
    map.add("publisher", source.publisher);
    map.add("date", source.date);
    map.add("address", source.address);
    map.add("note", source.note);
    return {source.id, map.text()};
  }

  std::pair<std::string, std::string> map_of(Mode const& mode) const {
    Map map;
    map.add("name", mode.name);
    map.add("kind", mode.kind);
    if (mode.gauge_mm) map.add("gauge", std::to_string(*mode.gauge_mm) + " mm");
    map.add("speed", rate_text(network_, mode, Field::time));
    map.add("cost", rate_text(network_, mode, Field::cost));
    map.add("emissions", rate_text(network_, mode, Field::emissions));
    map.add("source", sources_of(mode.sources));
    map.add("note", mode.note);
    return {mode.id, map.text()};
  }

  /// Node by node, as they were read.
  void write_transfers() {
    if (network_.transfers.empty()) return;
    out_ += "transfers:\n";
    for (auto const& node : network_.nodes) {
      if (node.transfers.empty()) continue;
      out_ += "  " + scalar(node.id) + ":\n";
      for (auto const id : node.transfers) {
        auto const& transfer = network_.transfers[id];
        auto const& from = network_.modes[transfer.from].id;
        auto const& to = network_.modes[transfer.to].id;
        Map map;
        if (transfer.both_ways) {
          map.add("between", std::vector{from, to});
        } else {
          map.add("from", from);
          map.add("to", to);
        }
        out_ += "    - " + element_map(std::move(map), transfer.element) + "\n";
      }
    }
  }

  std::string element_map(Map map, Element const& element) const {
    for (auto const field :
         {Field::time, Field::cost, Field::emissions, Field::capacity, Field::departures}) {
      map.add(name_of(field), figure_text(network_, element, field));
      if (field == Field::capacity) map.add("share", share_text(network_, element));
    }
    if (element.expansion)
      map.add_raw("expansion", map_of(network_.expansions[*element.expansion]));
    std::vector<std::string> estimates;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      auto const field = static_cast<Field>(i);
      if (element.is_estimate(field)) estimates.emplace_back(name_of(field));
    }
    map.add("estimate", estimates);
    map.add("source", sources_of(element.sources));
    map.add("note", element.note);
    return map.text();
  }

  std::string map_of(Expansion const& expansion) const {
    Map map;
    map.add("cost", cost_text(network_, expansion));
    map.add("up_to", up_to_text(network_, expansion));
    std::vector<std::string> estimates;
    if (expansion.cost_estimated) estimates.emplace_back("cost");
    if (expansion.up_to_estimated) estimates.emplace_back("up_to");
    map.add("estimate", estimates);
    map.add("source", sources_of(expansion.sources));
    map.add("note", expansion.note);
    return map.text();
  }

  std::vector<std::string> sources_of(std::vector<SourceId> const& sources) const {
    std::vector<std::string> ids;
    ids.reserve(sources.size());
    for (auto const source : sources) ids.push_back(network_.sources[source].id);
    return ids;
  }

  std::string nodes_of(Region const& region) const {
    std::vector<std::string> ids;
    ids.reserve(region.nodes.size());
    for (auto const node : region.nodes) ids.push_back(network_.nodes[node].id);
    return list(ids);
  }

  Network const& network_;
  std::string out_;
};

}  // namespace

std::string yaml_beside_tables(Network const& network, std::string_view tables) {
  return Writer(network).write(tables);
}

}  // namespace corridor

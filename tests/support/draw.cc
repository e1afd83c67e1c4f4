#include "support/draw.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

namespace corridor::test {
namespace {

struct Stroke {
  std::string_view pen, mode;
};
constexpr auto kStrokes = std::to_array<Stroke>(
    {{"--", "rail_1435"}, {"==", "rail_1520"}, {"~~", "sea"}, {"..", "road"}});

std::string_view trim(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    auto const end = std::min(text.find(separator), text.size());
    if (auto const part = trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// The first word; `text` keeps the rest.
std::string_view take_word(std::string_view& text) {
  text = trim(text);
  auto const word = text.substr(0, std::min(text.find(' '), text.size()));
  text.remove_prefix(word.size());
  text = trim(text);
  return word;
}

[[noreturn]] void refuse(std::string_view what) {
  throw std::invalid_argument("cannot read this part of a drawing: " + std::string(what));
}

void set_quantity(std::string_view quantity, ElementSpec& element) {
  if (quantity == "unlimited") {
    element.capacity = std::string(quantity);
    return;
  }
  Unit const* const unit = find_unit(quantity.substr(quantity.find(' ') + 1));
  if (unit == nullptr) refuse(quantity);
  std::string const text(quantity);
  switch (unit->dimension) {
    case Dimension::length:
      element.length = text;
      return;
    case Dimension::time:
      element.time = text;
      return;
    case Dimension::cost:
      element.cost = text;
      return;
    case Dimension::emissions:
      element.emissions = text;
      return;
    case Dimension::capacity:
      element.capacity = text;
      return;
    case Dimension::frequency:
      element.departures = text;
      return;
    case Dimension::speed:
    case Dimension::cost_rate:
    case Dimension::emission_rate:
    case Dimension::share:
    case Dimension::value_of_time:
    case Dimension::capital:
    case Dimension::expansion_cost:
      break;
  }
  refuse(quantity);
}

class Drawing {
 public:
  explicit Drawing(std::string_view text) {
    add_modes();
    for (std::string_view const line : split(text, '\n')) read_line(line);
    for (std::string const& id : starred_) add_free_transfers(node(id));
  }

  NetworkSpec spec() && { return std::move(spec_); }

 private:
  void add_modes() {
    for (Stroke const& stroke : kStrokes) {
      ModeSpec mode;
      mode.id = std::string(stroke.mode);
      mode.kind = std::string(stroke.mode.substr(0, stroke.mode.find('_')));
      if (*mode.kind->text.c_str() == 'r' && stroke.mode.find('_') != std::string_view::npos) {
        mode.gauge = std::string(stroke.mode.substr(5)) + " mm";
      }
      spec_.modes.push_back(std::move(mode));
    }
  }

  void read_line(std::string_view line) {
    std::string_view rest = line;
    std::string_view const first = take_word(rest);
    if (first == "region") {
      read_region(rest);
    } else if (first.ends_with(':')) {
      read_node(first.substr(0, first.size() - 1), rest);
    } else {
      read_chain(first, rest);
    }
  }

  void read_region(std::string_view rest) {
    RegionSpec region;
    std::string_view const id = take_word(rest);
    region.id = std::string(id.substr(0, id.size() - 1));
    for (std::string_view const name : split(rest, ' '))
      region.nodes.emplace_back(std::string(name));
    spec_.regions.push_back(std::move(region));
  }

  void read_node(std::string_view id, std::string_view rest) {
    for (std::string_view entry : split(rest, ';')) {
      std::string_view const what = take_word(entry);
      if (what == "country") {
        node(id).country = std::string(entry);
      } else if (what == "passage") {
        node(id).passage = element_of(entry);
      } else {
        node(id).transfers.push_back(transfer_of(what, entry));
      }
    }
  }

  static ElementSpec element_of(std::string_view quantities) {
    ElementSpec element;
    element.capacity = "unlimited";
    for (std::string_view const quantity : split(quantities, ',')) set_quantity(quantity, element);
    return element;
  }

  static TransferSpec transfer_of(std::string_view modes, std::string_view quantities) {
    auto const arrow = modes.find('>');
    if (arrow == std::string_view::npos || arrow == 0) refuse(modes);
    bool const both_ways = modes[arrow - 1] == '<';
    TransferSpec transfer;
    transfer.from = std::string(modes.substr(0, both_ways ? arrow - 1 : arrow));
    transfer.to = std::string(modes.substr(arrow + 1));
    transfer.both_ways = both_ways;
    transfer.element = element_of(quantities);
    return transfer;
  }

  void read_chain(std::string_view first, std::string_view rest) {
    std::string from = name_of_node(first);
    while (!rest.empty()) {
      LinkSpec link = take_stroke(rest);
      if (rest.empty()) refuse("a link from " + from + " to nowhere");
      std::string const to = name_of_node(take_word(rest));
      link.from = from;
      link.to = to;
      if (link.id.text.empty()) link.id = free_id(from + "-" + to);
      spec_.links.push_back(std::move(link));
      from = to;
    }
  }

  std::string name_of_node(std::string_view word) {
    std::string id(word.ends_with('*') ? word.substr(0, word.size() - 1) : word);
    if (word.ends_with('*')) starred_.insert(id);
    node(id);
    return id;
  }

  static LinkSpec take_stroke(std::string_view& rest) {
    for (Stroke const& stroke : kStrokes) {
      if (!rest.starts_with(stroke.pen)) continue;
      rest.remove_prefix(2);
      auto end = rest.find(stroke.pen);
      // `a -- b ...` and `a --> b` have no label, though another stroke may follow.
      bool const bare = rest.empty() || rest.front() == ' ' || rest.front() == '>';
      LinkSpec link = link_of(stroke.mode, bare ? std::string_view() : rest.substr(0, end));
      if (!bare && end == std::string_view::npos) refuse(rest);
      if (!bare) rest.remove_prefix(end + 2);
      link.both_ways = !rest.starts_with('>');
      if (!link.both_ways) rest.remove_prefix(1);
      rest = trim(rest);
      return link;
    }
    refuse(rest);
  }

  static LinkSpec link_of(std::string_view mode, std::string_view label) {
    LinkSpec link;
    link.mode = std::string(mode);
    link.element.length = "1 km";
    link.element.time = "1 h";
    link.element.cost = "1 USD/TEU";
    link.element.emissions = "1 kg/TEU";
    link.element.capacity = "unlimited";
    if (auto const colon = label.find(':'); colon != std::string_view::npos) {
      link.id = std::string(trim(label.substr(0, colon)));
      label.remove_prefix(colon + 1);
    }
    for (std::string_view const part : split(label, ',')) set_part(part, link);
    return link;
  }

  static void set_part(std::string_view part, LinkSpec& link) {
    if (part.starts_with('#')) {
      link.corridors.emplace_back(std::string(part.substr(1)));
    } else if (part.starts_with("opens ")) {
      link.opens = std::string(part.substr(6));
    } else if (part.starts_with("closes ")) {
      link.closes = std::string(part.substr(7));
    } else if (part == "planned" || part == "closed" || part == "open") {
      link.status = std::string(part);
    } else if (part != "unlimited" && part.find(' ') == std::string_view::npos) {
      link.id = std::string(part);
    } else {
      set_quantity(part, link.element);
    }
  }

  NodeSpec& node(std::string_view id) {
    for (NodeSpec& known : spec_.nodes) {
      if (known.id.text == id) return known;
    }
    NodeSpec& fresh = spec_.nodes.emplace_back();
    fresh.id = std::string(id);
    return fresh;
  }

  std::string free_id(std::string const& wanted) {
    int const copies = ++ids_[wanted];
    return copies == 1 ? wanted : wanted + "-" + std::to_string(copies);
  }

  void add_free_transfers(NodeSpec& at) {
    std::set<std::string> modes;
    for (LinkSpec const& link : spec_.links) {
      if (link.from->text == at.id.text || link.to->text == at.id.text) {
        modes.insert(link.mode->text);
      }
    }
    for (auto from = modes.begin(); from != modes.end(); ++from) {
      for (auto to = std::next(from); to != modes.end(); ++to) {
        at.transfers.push_back(transfer_of(*from + "<>" + *to, ""));
      }
    }
  }

  NetworkSpec spec_;
  std::set<std::string> starred_;
  std::map<std::string, int> ids_;
};

}  // namespace

NetworkSpec spec_of(std::string_view drawing) { return Drawing(drawing).spec(); }

Network draw(std::string_view drawing) { return build(spec_of(drawing)); }

}  // namespace corridor::test

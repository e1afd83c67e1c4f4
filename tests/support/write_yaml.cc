#include "support/write_yaml.h"

#include <utility>
#include <vector>

namespace corridor::test {
namespace {

/// A scalar, list or map; lists have entries without keys.
struct Value {
  enum class Kind { scalar, list, map };
  Kind kind = Kind::map;
  std::string words;
  // Two columns, since a pair cannot hold a type that is still incomplete.
  std::vector<std::string> keys;
  std::vector<Value> entries;

  static Value scalar(std::string scalar_words) {
    return {Kind::scalar, std::move(scalar_words), {}, {}};
  }
  void add(std::string key, Value value) {
    keys.push_back(std::move(key));
    entries.push_back(std::move(value));
  }
  void add(std::string key, OptionalText const& written) {
    if (written) add(std::move(key), scalar(written->text));
  }
};

class Writer {
 public:
  explicit Writer(YamlStyle style) : style_(style) {}

  std::string write(Value const& root) {
    if (style_ == YamlStyle::quoted) return inline_text(root) + "\n";
    write_block(root, 0);
    return out_;
  }

 private:
  std::string scalar_text(std::string const& text) const {
    return style_ == YamlStyle::quoted ? '"' + text + '"' : text;
  }

  std::string inline_text(Value const& value) const {
    if (value.kind == Value::Kind::scalar) return scalar_text(value.words);
    std::string text;
    for (std::size_t i = 0; i < value.entries.size(); ++i) {
      std::string const& key = value.keys[i];
      Value const& entry = value.entries[i];
      text += text.empty() ? "" : ", ";
      if (value.kind == Value::Kind::map) text += scalar_text(key) + ": ";
      text += inline_text(entry);
    }
    return value.kind == Value::Kind::map ? "{" + text + "}" : "[" + text + "]";
  }

  void write_block(Value const& value, std::size_t depth) {
    for (std::size_t i = 0; i < value.entries.size(); ++i) {
      std::string const& key = value.keys[i];
      Value const& entry = value.entries[i];
      out_ += std::string(2 * depth, ' ') + (value.kind == Value::Kind::map ? key + ":" : "-");
      bool const on_one_line = entry.kind == Value::Kind::scalar || entry.entries.empty() ||
                               (style_ == YamlStyle::flow && depth >= 1);
      if (on_one_line) {
        out_ += " " + inline_text(entry) + "\n";
      } else {
        out_ += "\n";
        write_block(entry, depth + 1);
      }
    }
  }

  YamlStyle style_;
  std::string out_;
};

Value list_of(std::vector<std::string> const& texts) {
  Value list{Value::Kind::list, {}, {}, {}};
  for (std::string const& text : texts) list.add("", Value::scalar(text));
  return list;
}

void add_ends(OptionalText const& from, OptionalText const& to, bool both_ways, Value& value) {
  if (both_ways) {
    value.add("between", list_of({from->text, to->text}));
  } else {
    value.add("from", from);
    value.add("to", to);
  }
}

void add_element(ElementSpec const& element, Value& value) {
  value.add("length", element.length);
  value.add("time", element.time);
  value.add("cost", element.cost);
  value.add("emissions", element.emissions);
  value.add("capacity", element.capacity);
  value.add("share", element.share);
  if (element.expansion) {
    Value expansion;
    expansion.add("cost", element.expansion->cost);
    expansion.add("up_to", element.expansion->up_to);
    value.add("expansion", std::move(expansion));
  }
}

Value value_of(ModeSpec const& mode) {
  Value value;
  value.add("kind", mode.kind);
  value.add("gauge", mode.gauge);
  return value;
}

Value value_of(NodeSpec const& node) {
  Value value;
  value.add("name", node.name);
  value.add("country", node.country);
  if (node.passage) {
    Value passage;
    add_element(*node.passage, passage);
    value.add("passage", std::move(passage));
  }
  Value transfers{Value::Kind::list, {}, {}, {}};
  for (TransferSpec const& transfer : node.transfers) {
    Value entry;
    add_ends(transfer.from, transfer.to, transfer.both_ways, entry);
    add_element(transfer.element, entry);
    transfers.add("", std::move(entry));
  }
  if (!transfers.entries.empty()) value.add("transfers", std::move(transfers));
  return value;
}

Value value_of(LinkSpec const& link) {
  Value value;
  add_ends(link.from, link.to, link.both_ways, value);
  value.add("mode", link.mode);
  add_element(link.element, value);
  value.add("status", link.status);
  value.add("opens", link.opens);
  value.add("closes", link.closes);
  std::vector<std::string> tags;
  for (Text const& tag : link.corridors) tags.push_back(tag.text);
  if (!tags.empty()) value.add("corridors", list_of(tags));
  return value;
}

template <class Specs>
Value map_of(Specs const& specs) {
  Value value;
  for (auto const& spec : specs) value.add(spec.id.text, value_of(spec));
  return value;
}

}  // namespace

std::string write_yaml(NetworkSpec const& spec, YamlStyle style) {
  Value root;
  root.add("format", Value::scalar("1"));
  root.add("network", Value::scalar(spec.title));
  root.add("year", Value::scalar(std::to_string(spec.year)));
  root.add("modes", map_of(spec.modes));
  root.add("nodes", map_of(spec.nodes));
  root.add("links", map_of(spec.links));
  return Writer(style).write(root);
}

}  // namespace corridor::test

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/io/document.h"
#include "io/fields.h"
#include "model/findings.h"

namespace corridor {

/// Reads maps by their field tables and collects what is wrong with their structure. Where a value
/// is refused, a harmless one takes its place, so that one cause gives one message.
class Reader {
 public:
  explicit Reader(Document const& document) : findings_(document.sources()) {
    for (auto const& finding : document.findings()) findings_.add(finding);
  }

  /// Everything that was reported, with the findings of the document, in order of place. Of a file
  /// of another format only that: its keys may mean other things.
  Diagnostics take_errors();
  bool any_errors() const { return findings_.any_errors(); }
  /// Whether the file is of another format than this reader's.
  bool unsupported() const { return unsupported_; }
  /// What messages are about from now on.
  void about(std::string_view kind, std::string_view id, std::string_view part = {}) {
    owner_ = {kind, id, part};
  }
  Owner about() const { return owner_; }
  void restore(Owner owner) { owner_ = owner; }
  void report(Code code, Span span, std::string message, std::string hint = {});

  /// Reads every key of a map by its table; reports keys that are unknown or missing. `place` is
  /// where a missing key is reported. False when the value is no map.
  template <class Spec>
  bool read_map(Document::Node map, Span place, Rows<Spec> rows, Spec& spec);

  /// Calls `read(Item)` for each entry of a map from ids.
  template <class Read>
  void for_each_entry(Item const& section, Read&& read);
  /// Calls `read(node)` for each item of a list.
  template <class Read>
  void for_each_item(Item const& section, Read&& read);

  // Values. What is refused is reported and replaced.
  OptionalText text(KeyInfo const& info, Document::Node value);
  std::vector<Text> texts(KeyInfo const& info, Document::Node value);
  /// Exactly two scalars, or nothing.
  std::optional<std::array<Text, 2>> two_texts(KeyInfo const& info, Document::Node value);
  std::optional<int> year(KeyInfo const& info, Document::Node value);
  std::optional<int> year_of(Text const& text);

  /// How often a reference was refused: what depends on it is not worth reading on.
  std::size_t lost_references() const { return lost_references_; }
  void lose_reference() { ++lost_references_; }

 private:
  bool expect(Document::Kind kind, KeyInfo const& info, Document::Node value);
  bool expect_map(Document::Node value);
  void wrong_type(KeyInfo const& info, Document::Node value);
  OptionalText stand_in(KeyInfo const& info, Span span);
  void unknown_key(Document::Node key, std::vector<std::string_view> const& keys);
  void missing_key(Span place, std::string_view key);

  Findings findings_;
  Owner owner_;
  std::size_t lost_references_ = 0;
  bool unsupported_ = false;
};

/// "takes a length such as '836 km'".
std::string expectation(KeyInfo const& info);

template <class Spec>
bool Reader::read_map(Document::Node map, Span place, Rows<Spec> rows, Spec& spec) {
  if (!expect_map(map)) return false;
  std::uint64_t seen = 0;
  auto node = map.first_child();
  for (std::uint32_t i = 0; i < map.size(); ++i) {
    auto const item = Item{node, node.next_sibling()};
    node = item.value.next_sibling();
    if (item.key.reported()) continue;
    auto const word = item.key.text();
    std::size_t row = 0;
    while (row < rows.size() && rows[row].info.key != word) ++row;
    if (row == rows.size()) {
      // A misspelt key stands for the one that was meant, so that its value is checked as well and
      // nothing is said to be missing.
      std::vector<std::string_view> keys;
      for (auto const& known : rows) keys.push_back(known.info.key);
      unknown_key(item.key, keys);
      auto const meant = nearest(word, keys);
      row = 0;
      while (row < rows.size() && rows[row].info.key != meant) ++row;
      if (row == rows.size() || ((seen >> row) & 1U) != 0) continue;
    }
    seen |= std::uint64_t{1} << row;
    rows[row].read(*this, rows[row].info, item, spec);
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    bool const missing = rows[row].info.need == Need::required && ((seen >> row) & 1U) == 0;
    if (missing) missing_key(place, rows[row].info.key);
  }
  return true;
}

template <class Read>
void Reader::for_each_entry(Item const& section, Read&& read) {
  if (!expect_map(section.value)) return;
  auto node = section.value.first_child();
  for (std::uint32_t i = 0; i < section.value.size(); ++i) {
    auto const item = Item{node, node.next_sibling()};
    node = item.value.next_sibling();
    if (!item.key.reported()) read(item);
  }
}

template <class Read>
void Reader::for_each_item(Item const& section, Read&& read) {
  if (section.value.reported()) return;
  if (section.value.kind() != Document::Kind::list) {
    report(Code::wrong_type, section.value.span(),
           quoted(section.key.text()) + " takes a list of maps");
    return;
  }
  auto node = section.value.first_child();
  for (std::uint32_t i = 0; i < section.value.size(); ++i) {
    if (!node.reported()) read(node);
    node = node.next_sibling();
  }
}

}  // namespace corridor

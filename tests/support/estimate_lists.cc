#include "support/estimate_lists.h"

#include <cstdint>
#include <functional>

namespace corridor::test {
namespace {

using Visit = std::function<void(Document::Node key, Document::Node value)>;

void for_each_entry(Document::Node map, Visit const& visit) {
  auto key = map.first_child();
  for (std::uint32_t i = 0; i < map.size(); ++i) {
    auto const value = key.next_sibling();
    visit(key, value);
    key = value.next_sibling();
  }
}

std::vector<std::string> texts_of(Document::Node list) {
  if (list.kind() == Document::Kind::scalar) return {std::string(list.text())};
  std::vector<std::string> texts;
  auto item = list.first_child();
  for (std::uint32_t i = 0; i < list.size(); ++i, item = item.next_sibling()) {
    texts.emplace_back(item.text());
  }
  return texts;
}

std::vector<std::string> estimate_of(Document::Node map) {
  std::vector<std::string> marks;
  for_each_entry(map, [&](auto key, auto value) {
    if (key.text() == "estimate") marks = texts_of(value);
  });
  return marks;
}

std::string transfer_id(std::string const& node, Document::Node map) {
  std::string from, to;
  for_each_entry(map, [&](auto key, auto value) {
    if (key.text() == "from") from = value.text();
    if (key.text() == "to") to = value.text();
    if (key.text() != "between") return;
    auto const modes = texts_of(value);
    from = modes.at(0);
    to = modes.at(1);
  });
  return node + ":" + from + ">" + to;
}

void add_node(EstimateLists& lists, std::string const& id, Document::Node node) {
  lists["node " + id] = estimate_of(node);
  for_each_entry(node, [&](auto key, auto value) {
    if (key.text() == "passage") lists[id + ":passage"] = estimate_of(value);
    if (key.text() != "transfers") return;
    auto item = value.first_child();
    for (std::uint32_t i = 0; i < value.size(); ++i, item = item.next_sibling()) {
      lists[transfer_id(id, item)] = estimate_of(item);
    }
  });
}

}  // namespace

EstimateLists estimate_lists(Document const& document) {
  EstimateLists lists;
  for_each_entry(document.root(), [&](auto section, auto entries) {
    bool const nodes = section.text() == "nodes";
    if (!nodes && section.text() != "links") return;
    for_each_entry(entries, [&](auto key, auto value) {
      std::string const id(key.text());
      if (nodes) {
        add_node(lists, id, value);
      } else {
        lists[id] = estimate_of(value);
      }
    });
  });
  return lists;
}

}  // namespace corridor::test

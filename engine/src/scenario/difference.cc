#include <utility>

#include "corridor/scenario/apply.h"

namespace corridor {
namespace {

constexpr std::string_view kAbsent = "absent";
constexpr std::string_view kPresent = "present";

/// The node, mode and link of `other` that has the same id. What both networks have from their
/// common base stands in the same row, so the search by id is for what scenarios inserted.
template <class Key, class Rows, class Find>
std::optional<Key> same_id(Rows const& rows, Key key, Network const& other, Rows const& other_rows,
                           Find const& find) {
  auto const& id = rows[key].id;
  if (key.index() < other_rows.size() && other_rows[key].id == id) return key;
  return find(other, id);
}

std::optional<NodeId> same_node(Network const& network, NodeId node, Network const& other) {
  return same_id(network.nodes, node, other, other.nodes, find_node);
}

std::optional<ModeId> same_mode(Network const& network, ModeId mode, Network const& other) {
  return same_id(network.modes, mode, other, other.modes, find_mode);
}

/// The element of `other` that is the same one.
std::optional<ElementRef> same_element(Network const& network, ElementRef ref,
                                       Network const& other) {
  switch (ref.kind) {
    case ElementKind::link: {
      auto const link = same_id(network.links, LinkId(ref.index), other, other.links, find_link);
      if (!link) return std::nullopt;
      return ElementRef{ref.kind, link->index()};
    }
    case ElementKind::transfer: {
      auto const& transfer = network.transfers[TransferId(ref.index)];
      auto const node = same_node(network, transfer.node, other);
      auto const from = same_mode(network, transfer.from, other);
      auto const to = same_mode(network, transfer.to, other);
      if (!node || !from || !to) return std::nullopt;
      auto const found = find_transfer(other, *node, *from, *to);
      if (!found) return std::nullopt;
      return ElementRef{ref.kind, found->index()};
    }
    case ElementKind::passage: {
      auto const node = same_node(network, network.passages[PassageId(ref.index)].node, other);
      if (!node || !other.nodes[*node].passage) return std::nullopt;
      return ElementRef{ref.kind, other.nodes[*node].passage->index()};
    }
  }
  return std::nullopt;
}

std::string state_of(Network const& network, ElementRef ref) {
  if (ref.kind != ElementKind::link) return std::string(kPresent);
  return state_text(network.links[LinkId(ref.index)]);
}

std::string state_of(Node const& node) { return node.closed ? "closed" : "open"; }

class Comparison {
 public:
  Comparison(Network const& before, Network const& after) : before_(before), after_(after) {}

  std::vector<Difference> run() && {
    compare(ElementKind::link, before_.links.size(), after_.links.size());
    compare(ElementKind::transfer, before_.transfers.size(), after_.transfers.size());
    compare(ElementKind::passage, before_.passages.size(), after_.passages.size());
    compare_nodes();
    return std::move(found_);
  }

 private:
  void compare(ElementKind kind, std::size_t count_before, std::size_t count_after) {
    for (std::size_t index = 0; index < count_before; ++index) {
      auto const ref = ElementRef{kind, static_cast<std::uint32_t>(index)};
      auto const other = same_element(before_, ref, after_);
      if (other) {
        compare(ref, *other);
      } else {
        add(before_, ref, std::nullopt, state_of(before_, ref), std::string(kAbsent));
      }
    }
    for (std::size_t index = 0; index < count_after; ++index) {
      auto const ref = ElementRef{kind, static_cast<std::uint32_t>(index)};
      if (same_element(after_, ref, before_)) continue;
      add(after_, ref, std::nullopt, std::string(kAbsent), state_of(after_, ref));
    }
  }

  void compare(ElementRef old_ref, ElementRef new_ref) {
    auto const& old_figures = element(before_, old_ref).figures;
    auto const& new_figures = element(after_, new_ref).figures;
    if (auto was = state_of(before_, old_ref), is = state_of(after_, new_ref); was != is) {
      add(after_, new_ref, std::nullopt, std::move(was), std::move(is));
    }
    if (old_figures == new_figures) return;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      auto const field = static_cast<Field>(i);
      auto was = kept_text(old_figures, field);
      auto is = kept_text(new_figures, field);
      if (was != is) add(after_, new_ref, field, std::move(was), std::move(is));
    }
  }

  void compare_nodes() {
    for (auto const id : before_.nodes.ids()) {
      auto const other = same_node(before_, id, after_);
      auto const was = state_of(before_.nodes[id]);
      auto const is = other ? state_of(after_.nodes[*other]) : std::string(kAbsent);
      if (was != is) add(other ? after_ : before_, other.value_or(id), was, is);
    }
    for (auto const id : after_.nodes.ids()) {
      if (same_node(after_, id, before_)) continue;
      add(after_, id, std::string(kAbsent), state_of(after_.nodes[id]));
    }
  }

  void add(Network const& network, ElementRef ref, std::optional<Field> field, std::string was,
           std::string is) {
    found_.push_back({.element = ref,
                      .id = id_of(network, ref),
                      .title = title_of(network, ref),
                      .field = field,
                      .before = std::move(was),
                      .after = std::move(is)});
  }

  void add(Network const& network, NodeId node, std::string was, std::string is) {
    found_.push_back({.node = node,
                      .id = network.nodes[node].id,
                      .title = display_name(network.nodes[node]),
                      .before = std::move(was),
                      .after = std::move(is)});
  }

  Network const& before_;
  Network const& after_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> difference(Network const& before, Network const& after) {
  return Comparison(before, after).run();
}

}  // namespace corridor

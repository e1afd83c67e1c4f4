#include "io/tree.h"

#include <utility>

namespace corridor {

Document::Document(std::shared_ptr<Storage const> storage) : storage_(std::move(storage)) {}

Document::Node Document::root() const { return {*storage_, 0}; }
std::shared_ptr<Sources const> Document::sources() const { return storage_->sources; }
std::uint32_t Document::file() const { return storage_->file; }
Diagnostics const& Document::findings() const { return storage_->findings; }

Document::Kind Document::Node::kind() const {
  return static_cast<Kind>(storage_->nodes[index_].kind);
}

std::string_view Document::Node::text() const {
  auto const& node = storage_->nodes[index_];
  return static_cast<Kind>(node.kind) == Kind::scalar ? storage_->text(node) : std::string_view();
}

Span Document::Node::span() const { return storage_->span(storage_->nodes[index_]); }
bool Document::Node::reported() const { return storage_->nodes[index_].reported != 0; }

std::uint32_t Document::Node::size() const {
  auto const& node = storage_->nodes[index_];
  return static_cast<Kind>(node.kind) == Kind::scalar ? 0 : node.size;
}

Document::Node Document::Node::next_sibling() const {
  auto const& node = storage_->nodes[index_];
  bool const leaf = static_cast<Kind>(node.kind) == Kind::scalar;
  return {*storage_, leaf ? index_ + 1 : node.link};
}

}  // namespace corridor

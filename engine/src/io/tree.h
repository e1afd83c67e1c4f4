#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/io/document.h"

namespace corridor {

/// One scalar, list or map. Children follow their container at once, so the tree is one vector.
struct NodeRecord {
  std::uint32_t offset = 0;  ///< of the first byte in the file
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;  ///< in bytes as written
  /// Of a scalar: where its text starts in the file or the arena. Of a container: the index after
  /// all it holds.
  std::uint32_t link = 0;
  std::uint32_t size : 28 = 0;  ///< bytes of the text, items, or entries
  std::uint32_t kind : 2 = 0;
  std::uint32_t in_arena : 1 = 0;
  std::uint32_t reported : 1 = 0;
};
static_assert(sizeof(NodeRecord) == 24);

struct Document::Storage {
  std::shared_ptr<Sources const> sources;
  std::uint32_t file = 0;
  std::string_view source;        ///< the file's text, owned by `sources`
  std::string arena;              ///< scalars that are not written as they read
  std::vector<NodeRecord> nodes;  ///< in document order
  Diagnostics findings;

  std::string_view text(NodeRecord const& node) const {
    std::string_view const from = node.in_arena != 0 ? std::string_view(arena) : source;
    return from.substr(node.link, node.size);
  }
  Span span(NodeRecord const& node) const {
    return {file, node.line, node.column, node.offset, node.length};
  }
};

}  // namespace corridor

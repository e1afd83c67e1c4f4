#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corridor/base/result.h"
#include "corridor/base/sources.h"
#include "corridor/export.h"

namespace corridor {

// Limits of a file; each has its own diagnostic.
inline constexpr std::size_t kMaxFileBytes = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t kMaxTableBytes =
    std::size_t{2} * 1024 * 1024 * 1024;  ///< of a table or a DIMACS graph: places are 32 bits
inline constexpr std::size_t kMaxScalarBytes = std::size_t{4} * 1024;
inline constexpr int kMaxNesting = 16;
inline constexpr std::size_t kMaxListItems = 100'000;  ///< of one list; maps have no such limit
inline constexpr std::size_t kMaxValues = 5'000'000;   ///< keys, values, lists and maps of a file

/// A YAML document as a tree of maps, lists and scalars with positions: exactly what was written,
/// nothing interpreted. Nodes are stored in document order, 24 bytes each. Columns do not count a
/// byte order mark.
class CORRIDOR_EXPORT Document {
 public:
  enum class Kind : std::uint8_t { scalar, list, map };
  class Node;
  struct Storage;

  explicit Document(std::shared_ptr<Storage const> storage);

  Node root() const;
  std::shared_ptr<Sources const> sources() const;
  std::uint32_t file() const;
  /// Errors that did not stop the parsing (duplicate keys, null values, anchors ...), in order of
  /// position. Whoever reads the document reports them with its own: nothing is valid then.
  Diagnostics const& findings() const;

 private:
  std::shared_ptr<Storage const> storage_;
};

/// A cheap handle to one node; valid while the Document lives.
class CORRIDOR_EXPORT Document::Node {
 public:
  Node(Storage const& storage, std::uint32_t index) : storage_(&storage), index_(index) {}

  Kind kind() const;
  /// The scalar's value as YAML reads it (quotes and escapes resolved); empty for lists and maps.
  std::string_view text() const;
  Span span() const;
  /// Whether one of Document::findings() is about this node (for a key: about its value, too), so
  /// that one cause gives one message.
  bool reported() const;
  std::uint32_t size() const;  ///< entries of a map, items of a list

  /// The first item of a list, the first key of a map; iterate with next_sibling().
  Node first_child() const { return {*storage_, index_ + 1}; }
  /// The node after this one and all it holds. A map's children alternate key, value.
  Node next_sibling() const;

 private:
  Storage const* storage_;
  std::uint32_t index_;
};

/// Reads and parses one file under the contract's rules of section 1. Never hangs: directories,
/// pipes, devices, files beyond kMaxFileBytes are refused before reading. Linear in the size of
/// the file; a hostile one is given up early. Errors: the file itself, broken YAML.
CORRIDOR_EXPORT Result<Document> parse_file(std::shared_ptr<Sources> const& sources,
                                            std::string const& path);

/// The same for a text that is already in memory.
CORRIDOR_EXPORT Result<Document> parse_text(std::shared_ptr<Sources> const& sources,
                                            std::string name, std::string text);

}  // namespace corridor

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/model/network.h"

namespace corridor {

/// A network in one compact file that is mapped into memory instead of read: columns with a
/// checksum each. docs/pack.md describes the bytes.
///
/// Checksums find damage, not malice; so every number is also held against its range before it is
/// used. A const Pack may be shared between threads.
class CORRIDOR_EXPORT Pack {
 public:
  /// Maps a file and checks it: magic, version, byte order, sizes, every checksum, every index.
  /// Errors: the file itself, not a pack, a pack of a newer version, a damaged one. Linear in the
  /// file, at the speed of memory.
  static Result<Pack> open(std::string const& path);
  /// The same for bytes that are already in memory, under a name for messages.
  static Result<Pack> read(std::string name, std::string bytes);

  std::uint64_t node_count() const;
  std::uint64_t link_count() const;
  /// The permutation that was given to to_pack, where the file lies; empty when none was.
  std::span<std::uint32_t const> order() const;
  /// The whole network; its places point into texts that are added to `sources`, which hold the
  /// packed file as the network's and, of the files it was made from, what is quoted. Errors: a
  /// damaged pack. Linear.
  Result<Network> network(std::shared_ptr<Sources> const& sources) const;

 private:
  struct Storage;
  explicit Pack(std::shared_ptr<Storage const> storage);
  std::shared_ptr<Storage const> storage_;
};

/// Whether a text is a pack, by its first bytes.
CORRIDOR_EXPORT bool is_pack(std::string_view bytes);

/// The bytes of a pack: a network to which no scenario was applied, with a permutation of any
/// vertices that the caller numbers, or none. The same network gives the same bytes. Linear.
CORRIDOR_EXPORT std::string to_pack(Network network, std::span<std::uint32_t const> order = {});

}  // namespace corridor

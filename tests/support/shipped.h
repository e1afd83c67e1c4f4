#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corridor/base/result.h"
#include "corridor/io/load.h"
#include "corridor/model/network.h"

namespace corridor::test {

// The files of the repository as tests read them: from disk, not the copies in the library.
// Whatever should be there and is not throws std::runtime_error with the diagnostics.

/// The bytes of a file; `path` is relative to the top of the repository.
std::string file_text(std::string const& path);
/// Names (without ending) of the files of a folder with this ending, sorted.
std::vector<std::string> file_names(std::string const& folder, std::string const& ending);

/// A shipped network and what scenarios make of it.
class ShippedNetwork {
 public:
  explicit ShippedNetwork(std::string const& name);

  Network const& base() const { return base_; }
  Sources const& texts() const { return *loader_.sources(); }
  /// Shipped scenarios by name, applied in order.
  Network with(std::vector<std::string> const& scenarios);
  Result<Network> try_with(std::vector<std::string> const& scenarios);
  Loader& loader() { return loader_; }

 private:
  Loader loader_;
  Network base_;
};

/// Whether the run should rewrite generated parts of the documentation (CORRIDOR_UPDATE_DOCS=1).
bool updating_docs();

/// The lines of a page between `<!-- generated: NAME -->` and `<!-- end -->`.
std::string generated_part(std::string const& path, std::string const& name);
void replace_generated_part(std::string const& path, std::string const& name,
                            std::string const& text);

}  // namespace corridor::test

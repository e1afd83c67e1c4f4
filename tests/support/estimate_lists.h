#pragma once

#include <map>
#include <string>
#include <vector>

#include "corridor/io/document.h"

namespace corridor::test {

/// Marks that the model does not keep, as the file lists them: the `estimate` of each link, node
/// ("node baku"), transfer and passage, in the order written.
using EstimateLists = std::map<std::string, std::vector<std::string>>;
EstimateLists estimate_lists(Document const& document);

}  // namespace corridor::test

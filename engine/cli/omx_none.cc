#include "omx.h"

namespace corridor::cli {

bool writes_omx() { return false; }

std::optional<std::string> omx_of(SkimAnswer const&, Network const&) { return std::nullopt; }

}  // namespace corridor::cli

#include <cstddef>

#include "corridor/base/id.h"

using NodeId = corridor::Id<struct NodeTag>;

NodeId id(std::size_t index) {
#ifdef MISTAKE
  return index;
#else
  return NodeId(index);
#endif
}

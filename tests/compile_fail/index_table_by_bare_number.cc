#include "corridor/base/id.h"

using NodeId = corridor::Id<struct NodeTag>;

int first(corridor::Table<NodeId, int> const& table) {
#ifdef MISTAKE
  return table[0];
#else
  return table[NodeId(0)];
#endif
}

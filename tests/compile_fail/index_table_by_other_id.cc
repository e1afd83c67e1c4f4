#include "corridor/base/id.h"

using NodeId = corridor::Id<struct NodeTag>;
using LinkId = corridor::Id<struct LinkTag>;

int row(corridor::Table<NodeId, int> const& table, [[maybe_unused]] LinkId link,
        [[maybe_unused]] NodeId node) {
#ifdef MISTAKE
  return table[link];
#else
  return table[node];
#endif
}

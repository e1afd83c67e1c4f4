#include "corridor/base/id.h"

using NodeId = corridor::Id<struct NodeTag>;
using LinkId = corridor::Id<struct LinkTag>;

bool same(NodeId node, LinkId link) {
#ifdef MISTAKE
  return node == link;
#else
  return node.index() == link.index();
#endif
}

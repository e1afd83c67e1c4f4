#include "corridor/base/quantity.h"

corridor::Limit limit(corridor::Length length) {
#ifdef MISTAKE
  return length;
#else
  return corridor::Capacity::of_parts(length.parts());
#endif
}

#include <cstdint>

#include "corridor/base/quantity.h"

std::int64_t metres(corridor::Length length) {
#ifdef MISTAKE
  return length;
#else
  return length.parts();
#endif
}

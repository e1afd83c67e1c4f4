#include "corridor/base/quantity.h"

corridor::Cost both(corridor::Cost a, corridor::Cost b) {
#ifdef MISTAKE
  return a * b;
#else
  return a + b;
#endif
}

#include "corridor/base/quantity.h"

corridor::Length distance() {
#ifdef MISTAKE
  return 836;
#else
  return corridor::Length::of_parts(836);
#endif
}

#include "corridor/base/quantity.h"

corridor::Length sum(corridor::Length length, corridor::Duration duration) {
#ifdef MISTAKE
  return length + duration;
#else
  return length + corridor::Length::of_parts(duration.parts());
#endif
}

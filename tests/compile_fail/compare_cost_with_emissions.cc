#include "corridor/base/quantity.h"

bool dearer(corridor::Cost cost, corridor::Emissions emissions) {
#ifdef MISTAKE
  return cost > emissions;
#else
  return cost.parts() > emissions.parts();
#endif
}

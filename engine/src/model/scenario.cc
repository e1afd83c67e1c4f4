#include "corridor/model/scenario.h"

namespace corridor {

std::string_view name_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::multiply:
      return "multiply";
    case ChangeKind::set:
      return "set";
    case ChangeKind::add:
      return "add";
    case ChangeKind::close:
      return "close";
    case ChangeKind::open:
      return "open";
    case ChangeKind::insert:
      return "insert";
  }
  return {};
}

}  // namespace corridor

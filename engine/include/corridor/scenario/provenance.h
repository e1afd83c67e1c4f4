#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/export.h"
#include "corridor/model/network.h"

namespace corridor {

/// Everything that is known about one figure of one element.
struct Provenance {
  struct Setting {
    Span span;
    std::string what;   ///< "written 12 train_pairs/day, share 93 %", "multiply 5 (fivefold)"
    std::string after;  ///< the value as kept after it
    std::vector<SourceId> sources;
  };
  std::string id;
  std::string title;
  std::string field;    ///< "capacity", "status", ...
  std::string value;    ///< number as kept: "1589121", "unlimited", "7.5"
  std::string unit;     ///< "TEU/year"
  std::string written;  ///< "12 train_pairs/day"; empty when nothing was written
  bool estimate = false;
  std::vector<SourceId> sources;
  std::string note;
  std::vector<Setting> set_by;  ///< in order, through all scenarios

  /// What a number of departures means to those who wait for one.
  struct Service {
    Departures departures;
    Duration wait;
  };
  /// Of departures: half as many, as it is, one more a week, twice as many. Empty without a
  /// timetable.
  std::vector<Service> services;
};

/// `ID` gives all its figures, `ID.FIELD` one. ID is a link's id, `node:mode>mode`, `node:passage`
/// or `node:mode>mode` with one mode twice. Ids may hold dots: the longest match wins.
struct Explanation {
  std::vector<Provenance> figures;
  std::string problem;  ///< unknown id or field, with the nearest name
};
CORRIDOR_EXPORT Explanation explain(Network const& network, std::string_view what);

}  // namespace corridor

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/analysis/named_way.h"
#include "corridor/model/question.h"
#include "session.h"

namespace corridor::cli {

/// A way that is named on the command line, with the question it belongs to.
struct AskedWay {
  WayName name;
  Question question;
  std::string from, to;  ///< as typed, else the ends of the way
};

/// The way that a word names. --from and --to widen its ends, which must be among them; wrong usage
/// for names that make no way. Ends that a network brings along (DIMACS) do not count.
AskedWay asked_way(Session& session, std::string const& typed, Network const& network,
                   std::optional<std::string> const& from, std::optional<std::string> const& to);

/// The way in the question's graph; wrong usage where no chain of links passes its points.
NamedWay found_way(Session const& session, Network const& network, Graph const& graph,
                   AskedWay const& asked, std::vector<Criterion const*> const& by,
                   ValueOfTime value);

}  // namespace corridor::cli

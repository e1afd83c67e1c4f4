#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corridor/analysis/k_shortest.h"
#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/graph/graph.h"
#include "corridor/model/question.h"

namespace corridor::report {

/// What the contract calls an element in machine output.
struct ArcName {
  std::string kind;      ///< link, transfer, passage
  std::string id;        ///< a link's id, `node:mode>mode` for transfers and passages
  std::string from, to;  ///< nodes of a link, modes of a transfer or passage
};
ArcName name_arc(Network const& network, Graph const& graph, ArcId arc);

/// The wait for a departure that an arc's time includes; 0 where nothing is waited for.
Duration wait_at(Network const& network, Graph const& graph, ArcId arc);

/// `black_sea` as people write it: "Black sea".
std::string name_from_id(std::string id);
/// A node's name where it is short, else its id as a name: "Alat" for a long name with the id
/// `alat`.
std::string short_name(Node const& node);
/// For people: "Aktau → Alat", "Dostyk, gauge change", "Aktau, to Caspian container ship", "Brest,
/// passage". A link that shares its ends with another one also tells its mode.
std::string title_arc(Network const& network, Graph const& graph, ArcId arc);
/// Several, joined, the largest capacity first: "A + B", and beyond `most` "A + 6 more".
std::string title_arcs(Network const& network, Graph const& graph, std::vector<ArcId> arcs,
                       std::size_t most = 2);

/// Their ids, parted by spaces.
std::string ids_of(Network const& network, Graph const& graph, std::vector<ArcId> const& arcs);

/// The ids of a route's links, parted by spaces.
std::string links_of(Network const& network, Graph const& graph, Route const& route);

/// flow / capacity in thousandths of a percent, rounded half up; 0 for an unlimited capacity.
std::int64_t utilisation(Capacity flow, Limit capacity);
/// For people: whole percent, and "100 %" only where the element is full; "–" for unlimited.
std::string percent_used(Capacity flow, Limit capacity);
/// Thousandths of a percent, rounded half up; 0 for a route without length.
std::int64_t percent_apart(RouteDifference const& difference);
/// A change for people: "+12 %", "−3 %", "=" when nothing changed, "new" from nothing.
std::string change_text(std::int64_t before, std::int64_t after);

// Figures for people, thousands grouped: "70,000", "unlimited", "1,234", "21.3".
std::string text_of(Capacity capacity);
std::string text_of(Limit capacity);
std::string kilometres(Length length);
std::string hours(Duration time);
std::string days(Duration time);
std::string usd(Cost cost);
std::string kilograms(Emissions emissions);
std::string tonnes(Emissions emissions);
/// "1 border crossing", "2 border crossings".
std::string counted(std::int64_t count, std::string const& thing);

// Figures exactly as kept, for machines: "312.8".
std::string exact(Length length);
std::string exact(Duration time);
std::string exact(Cost cost);
std::string exact(Emissions emissions);    ///< kilograms
std::string exact(Departures departures);  ///< a week

/// The amount of an objective for people: "2,100 USD/TEU", "21.3 days".
std::string amount_text(Objective const& objective, Totals const& totals, ValueOfTime value);

/// Names of nodes joined: "Xi'an, Lianyungang"; of many, the first and how many more.
std::string names_of(Network const& network, std::vector<NodeId> const& nodes);
/// A place as typed for people: the node's name, or the region's id as a name.
std::string place_title(Network const& network, std::string const& typed);
/// "Middle Corridor and its rivals, 2025, with fivefold, corridor middle only".
std::string circumstances(Network const& network, Question const& question);

/// Links, transfers and passages of the file that carry something, in arc order.
std::vector<ArcId> carrying(Graph const& graph, Flow const& flow);

}  // namespace corridor::report

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/export.h"
#include "corridor/graph/compile.h"
#include "corridor/graph/objective.h"

namespace corridor {

/// What can fail, in the order of ties.
enum class FailureKind : std::uint8_t {
  link,      ///< in both directions where it is written with `between`
  transfer,  ///< likewise
  passage,   ///< a declared one, of one mode: each mode's is a pool of its own
  node,      ///< neither origin nor destination: everything inside it
  country,   ///< all of its nodes, ends included
};
CORRIDOR_EXPORT std::string_view name_of(FailureKind kind);

/// One thing that fails. What cannot be used then are its `arcs`: of a node all that passes or
/// transfers there, of a country also its starts and ends. Links to such a node lead nowhere.
struct Failure {
  FailureKind kind = FailureKind::link;
  std::uint32_t index = 0;  ///< of the link, transfer, passage or node; of a country its first node
  ModeId mode;              ///< of a passage
  std::vector<ArcId> arcs;  ///< in arc order
};

/// A failure and what it costs.
struct FailureLoss {
  Failure failure;
  Capacity throughput;               ///< what still flows
  Capacity loss;                     ///< what does not
  bool isolating = false;            ///< nothing flows any more
  std::optional<std::size_t> group;  ///< elements only: the place among the groups
};

/// Why the elements of a group may stand for each other.
enum class GroupKind : std::uint8_t {
  series,  ///< whatever passes one of them passes all: one fails, all are idle
  twins,   ///< they join the same places with the same capacities: exchanging them changes nothing
};
CORRIDOR_EXPORT std::string_view name_of(GroupKind kind);

/// Elements whose failures cost the same because they are interchangeable, worst group first.
struct FailureGroup {
  GroupKind kind = GroupKind::series;
  Capacity loss;                      ///< the loss when any one of them fails
  std::vector<std::size_t> elements;  ///< places among the elements, in order
};

struct Criticality {
  std::vector<FailureLoss> elements;   ///< every usable link, transfer, passage and inner node,
                                       ///< worst first; ties: by kind, then file order
  std::vector<FailureLoss> countries;  ///< worst first; ties: the order of their first nodes
  std::vector<FailureGroup> groups;    ///< of two or more elements that lose something
  std::uint64_t searches = 0;          ///< how many failures needed a search
};

/// What is lost when each element or country fails, exactly. `flow` is max_flow(graph); when it is
/// not bounded, the answer is empty.
///
/// One flow serves all: what an element carried is rerouted in the residual network and undone.
/// No search for elements that carry nothing, that lie in series with one already answered, or
/// whose ends lie in different strong components of the residual network (Picard and Queyranne
/// 1980). O(vertices + arcs) plus what rerouting touches; each country is a flow of its own.
/// Throws std::overflow_error where max_flow does.
CORRIDOR_EXPORT Criticality criticality(Network const& network, Graph const& graph,
                                        Flow const& flow);

/// Two elements that fail together, by their places among the elements. Each stands for its group
/// of elements in series.
struct PairLoss {
  std::size_t first = 0;
  std::size_t second = 0;
  Capacity throughput;
  Capacity loss;
  Capacity beyond_sum;  ///< how much more is lost than by each alone together: they back each
                        ///< other up
};

struct PairCriticality {
  std::vector<PairLoss> worst;  ///< ties: by the places of the elements
  std::size_t dependent = 0;    ///< how many pairs lose more than the worse of the two alone
  bool dependent_known = true;  ///< false: at least that many; bounds spared the rest
  std::uint64_t pairs = 0;      ///< how many there are
  std::uint64_t searched = 0;   ///< how many needed a search; the others were decided by bounds
};

/// The `most` worst pairs of elements that together cost more than the worse of the two alone.
/// Pairs with an isolating element are left out: without it everything is lost anyway.
///
/// Bounds decide most pairs: the flow that avoids the one loses at most what it carries over the
/// other, and a minimum cut without the one, less the other's capacity in it, is crossed by no
/// more. What is left is searched in the order of what it can lose at most.
/// O(elements that carry something x elements) plus the searches.
CORRIDOR_EXPORT PairCriticality pair_criticality(Graph const& graph, Flow const& flow,
                                                 Criticality const& criticality, std::size_t most);

/// The best route's amount by one objective without each element.
struct RouteCriticality {
  Int128 best = 0;                             ///< with everything
  std::vector<std::optional<Int128>> without;  ///< by place among the elements; empty: no route
};

/// Replacement searches for the elements of the best route only: no other failure changes it.
/// Each is Dijkstra's (1959) on the weights reduced by the distances to the destination (Hart,
/// Nilsson and Raphael 1968), so it touches what is no farther off the best route than the answer.
/// There is a route.
CORRIDOR_EXPORT RouteCriticality route_criticality(Graph const& graph, Objective const& objective,
                                                   Criticality const& criticality,
                                                   ValueOfTime value = kDefaultValueOfTime);

/// What proves one loss: a flow that avoids the failed arcs and a cut of that much capacity
/// without them.
struct FailureProof {
  std::size_t flow = 0;  ///< places in the proof's lists
  std::size_t cut = 0;
};

/// Proofs of all losses. A flow is given by its differences from the flow with everything.
struct CriticalityProof {
  struct Difference {
    ArcId arc;
    Capacity flow;
    bool operator==(const Difference&) const = default;
  };
  std::vector<std::vector<Difference>> flows;  ///< the first is the flow itself: no difference
  std::vector<std::vector<ArcId>> cuts;        ///< the first is the minimum cut itself
  std::vector<std::optional<FailureProof>> elements;  ///< empty: none was asked for
  std::vector<FailureProof> countries, pairs;
};

/// O(vertices + arcs) for each failure that loses or reroutes something; of elements at most
/// `most` such, the worst.
CORRIDOR_EXPORT CriticalityProof proof_of(Graph const& graph, Flow const& flow,
                                          Criticality const& criticality,
                                          std::vector<PairLoss> const& pairs = {},
                                          std::size_t most = SIZE_MAX);

// Independent checks; each returns what is violated, or an empty text.

/// Every failure of the graph is listed once, worst first; each loss is proved from below by a
/// conserved flow within the capacities that avoids it, and from above by a cut; groups lose the
/// same. O(vertices + arcs) for each flow and cut of the proof.
CORRIDOR_EXPORT std::string violation(Network const& network, Graph const& graph, Flow const& flow,
                                      Criticality const& criticality,
                                      std::vector<PairLoss> const& pairs,
                                      CriticalityProof const& proof);

/// Without each element of a best route, no amount is smaller (distances by relaxation until
/// nothing changes); the other elements leave it as it is.
CORRIDOR_EXPORT std::string violation(Graph const& graph, Objective const& objective,
                                      Criticality const& criticality,
                                      RouteCriticality const& routes,
                                      ValueOfTime value = kDefaultValueOfTime);

/// "dostyk-aktogay", "aktau:rail_1520>caspian", "aktau", "KZ".
CORRIDOR_EXPORT std::string id_of(Network const& network, Graph const& graph,
                                  Failure const& failure);

}  // namespace corridor

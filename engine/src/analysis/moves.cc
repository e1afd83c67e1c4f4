#include "analysis/moves.h"

#include <map>
#include <string_view>

#include "analysis/route.h"

namespace corridor {
namespace {

constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();

/// Numbers of the nodes' countries; 0 for a node without one.
Table<NodeId, std::uint32_t> countries_of(Network const& network) {
  std::map<std::string_view, std::uint32_t> numbers;
  Table<NodeId, std::uint32_t> country(network.nodes.size());
  for (NodeId const node : network.nodes.ids()) {
    std::string_view const name = network.nodes[node].country;
    if (name.empty()) continue;
    auto const next = static_cast<std::uint32_t>(numbers.size() + 1);
    country[node] = numbers.try_emplace(name, next).first->second;
  }
  return country;
}

}  // namespace

/// Finds the places, nearest first, and with each the moves out of it.
class Moves::Discovery {
 public:
  Discovery(Network const& network, Graph const& graph, Question const& question,
            bool counts_borders, Moves& moves)
      : network_(network), graph_(graph), via_(question.via), moves_(moves) {
    if (counts_borders) country_of_ = countries_of(network);
    for (auto const country : country_of_) countries_ = std::max(countries_, country + 1);
    numbers_.resize(countries_ * (via_.size() + 1));
  }

  void run() {
    places_ = {{graph_.origin(), {}}, {graph_.destination(), {}}};
    for (std::uint32_t place = 0; place < places_.size(); ++place) {
      moves_.first_out_.push_back(static_cast<std::uint32_t>(moves_.count()));
      if (place != kDestination) leave(place);
    }
    moves_.first_out_.push_back(static_cast<std::uint32_t>(moves_.count()));
  }

 private:
  /// What is remembered of the way to a vertex.
  struct Memory {
    std::uint32_t stage = 0;    ///< vias passed
    std::uint32_t country = 0;  ///< last stood in; 0: none yet
  };
  struct Place {
    VertexId vertex;
    Memory memory;
  };

  void leave(std::uint32_t place) {
    auto const [vertex, before] = places_[place];  // a copy: finding places moves them
    auto const first_out = graph_.first_out();
    for (auto i = first_out[vertex.index()]; i < first_out[vertex.index() + 1]; ++i) {
      ArcId const inner(i);
      auto memory = before;
      auto borders = 0;
      if (graph_.kind(inner) == ArcKind::end) {
        if (memory.stage != via_.size()) continue;
        borders += stand(memory, vertex);
        add(place, kDestination, inner, inner, borders);
        continue;
      }
      VertexId const departure = graph_.head(inner);
      if (graph_.kind(inner) == ArcKind::start) pass(memory, departure);
      if (!sails_by(network_, graph_, inner)) borders += stand(memory, departure);
      for (auto j = first_out[departure.index()]; j < first_out[departure.index() + 1]; ++j) {
        follow(place, inner, ArcId(j), memory, borders);
      }
    }
  }

  void follow(std::uint32_t place, ArcId inner, ArcId link, Memory memory, int borders) {
    VertexId const arrival = graph_.head(link);
    pass(memory, arrival);
    // On land whatever comes next stands at this node, so that it may be counted now: fewer places.
    if (!is_aboard_ship(network_, graph_, arrival)) borders += stand(memory, arrival);
    add(place, number_of(arrival, memory), inner, link, borders);
  }

  void add(std::uint32_t from, std::uint32_t to, ArcId inner, ArcId link, int borders) {
    moves_.tail_.push_back(from);
    moves_.head_.push_back(to);
    moves_.inner_.push_back(inner);
    moves_.link_.push_back(link);
    moves_.positions_.push_back(graph_.columns().element[link]);
    moves_.borders_.push_back(static_cast<std::uint8_t>(borders));
  }

  void pass(Memory& memory, VertexId v) const {
    NodeId const node = graph_.columns().node[v];
    while (memory.stage < via_.size() && via_[memory.stage] == node) ++memory.stage;
  }

  /// Stands at a vertex's node: whether a border was crossed since the last time.
  int stand(Memory& memory, VertexId v) const {
    if (country_of_.size() == 0) return 0;
    auto const here = country_of_[graph_.columns().node[v]];
    if (here == 0 || here == memory.country) return 0;
    bool const crossed = memory.country != 0;
    memory.country = here;
    return crossed ? 1 : 0;
  }

  std::uint32_t number_of(VertexId v, Memory memory) {
    auto& numbers = numbers_[memory.stage * countries_ + memory.country];
    if (numbers.empty()) numbers.assign(graph_.vertex_count(), kUnknown);
    auto& number = numbers[v.index()];
    if (number == kUnknown) {
      number = static_cast<std::uint32_t>(places_.size());
      places_.push_back({v, memory});
    }
    return number;
  }

  Network const& network_;
  Graph const& graph_;
  std::vector<NodeId> const& via_;
  Moves& moves_;
  Table<NodeId, std::uint32_t> country_of_;  ///< empty where borders do not count
  std::uint32_t countries_ = 1;              ///< and none
  std::vector<Place> places_;
  std::vector<std::vector<std::uint32_t>> numbers_;  ///< by memory, made when it is met; by vertex
};

Moves::Moves(Network const& network, Graph const& graph, Question const& question,
             bool counts_borders) {
  Discovery(network, graph, question, counts_borders, *this).run();
  list_in();
}

void Moves::list_in() {
  first_in_.assign(places() + 1, 0);
  for (auto const head : head_) ++first_in_[head + 1];
  for (std::size_t place = 0; place < places(); ++place) first_in_[place + 1] += first_in_[place];
  in_.resize(count());
  auto next = first_in_;
  for (std::uint32_t move = 0; move < count(); ++move) in_[next[head_[move]]++] = move;
}

Int128 amount_of(Criterion const& criterion, Graph const& graph, Moves const& moves,
                 std::uint32_t move, ValueOfTime value) {
  auto const inner = moves.inner(move);
  switch (criterion.measure) {
    case Criterion::Measure::transfers:
      return graph.kind(inner) == ArcKind::transfer ? 1 : 0;
    case Criterion::Measure::borders:
      return moves.borders(move);
    case Criterion::Measure::objective:
      break;
  }
  auto totals = totals_of(graph, inner);
  if (moves.has_link(move)) totals += totals_of(graph, moves.link(move));
  return criterion.objective->amount(totals, value);
}

std::vector<ArcId> arcs_of(Moves const& moves, std::vector<std::uint32_t> const& way) {
  std::vector<ArcId> arcs;
  for (auto const move : way) {
    arcs.push_back(moves.inner(move));
    if (moves.has_link(move)) arcs.push_back(moves.link(move));
  }
  return arcs;
}

}  // namespace corridor

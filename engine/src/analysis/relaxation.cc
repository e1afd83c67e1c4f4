#include "analysis/relaxation.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace corridor {
namespace {

/// Position in file order, kinds of things one after another.
auto order_of(Relaxation const& r) {
  unsigned kind = 4;
  std::uint32_t index = 0;
  if (r.element) {
    kind = static_cast<unsigned>(r.element->kind);
    index = r.element->index;
  } else if (r.obstacle != Obstacle::no_transfer) {
    kind = 3;
  }
  return std::tuple(kind, index, r.node.value_or(NodeId()), r.from_mode.value_or(ModeId()),
                    r.to_mode.value_or(ModeId()), r.obstacle);
}

/// Whether an obstacle of an arc is one of the node around it, rather than of its element.
bool is_of_node(ArcKind kind, Obstacle obstacle) {
  return kind != ArcKind::link && (obstacle == Obstacle::closed || obstacle == Obstacle::avoided);
}

NodeId node_inside(Graph const& graph, ArcId arc) {
  VertexId const v = graph.kind(arc) == ArcKind::start ? graph.head(arc) : graph.tail(arc);
  return graph.columns().node[v];
}

Relaxation relaxation_of(Graph const& graph, ArcId arc, Obstacle obstacle) {
  Relaxation r;
  r.obstacle = obstacle;
  if (obstacle == Obstacle::no_transfer) {
    r.node = node_inside(graph, arc);
    r.from_mode = graph.columns().mode[graph.tail(arc)];
    r.to_mode = graph.columns().mode[graph.head(arc)];
  } else if (is_of_node(graph.kind(arc), obstacle)) {
    r.node = node_inside(graph, arc);
  } else {
    r.element = graph.element(arc);
  }
  return r;
}

std::string file_and_line(Network const& network, Span span) {
  if (!network.texts || !span.known()) return {};
  return " (" + std::string(network.texts->name(span.file)) + ":" + std::to_string(span.line) + ")";
}

/// " by scenario red-sea-closed (scenarios/red-sea-closed.yaml:7)", when the last edit of the
/// state or capacity was a scenario's.
std::string scenario_behind(Network const& network, Relaxation const& r) {
  std::optional<Field> field;
  if (r.obstacle == Obstacle::no_capacity) field = Field::capacity;
  auto const concerns = [&](Edit const& edit) {
    if (edit.field != field) return false;
    return r.element ? !edit.node && edit.element == *r.element : edit.node == r.node;
  };
  auto const edit = std::find_if(network.edits.rbegin(), network.edits.rend(), concerns);
  if (edit == network.edits.rend()) return {};
  return " by scenario " + network.scenarios[edit->scenario].id +
         file_and_line(network, edit->span);
}

std::string tags_of(Network const& network, Link const& link) {
  std::string tags;
  for (CorridorId const corridor : link.corridors) {
    tags += (tags.empty() ? "" : ", ") + network.corridors[corridor].id;
  }
  return tags;
}

std::string mode_change(Network const& network, Relaxation const& r) {
  return "from " + network.modes[*r.from_mode].id + " to " + network.modes[*r.to_mode].id;
}

/// The thing that a relaxation is about: "link tacheng-bakhty (Tacheng-Bakhty)".
std::string subject_of(Network const& network, Relaxation const& r) {
  if (!r.element) return display_name(network.nodes[*r.node]);
  if (r.element->kind != ElementKind::link) return "the " + title_of(network, *r.element);
  return "link " + id_of(network, *r.element) + " (" + title_of(network, *r.element) + ")";
}

std::string year_asked(Network const& network, Question const& question) {
  return " (the question is about " + std::to_string(question.year_of(network)) + ")";
}

std::string planned_text(Network const& network, Question const& question, Link const& link) {
  if (!link.opens) return " is planned without an opening date";
  return " is planned and opens in " + std::to_string(link.opens->year) +
         year_asked(network, question);
}

std::string text_of(Network const& network, Question const& question, Relaxation const& r) {
  std::string subject = subject_of(network, r);
  switch (r.obstacle) {
    case Obstacle::none:
      break;
    case Obstacle::closed:
      return subject + " is closed" + scenario_behind(network, r);
    case Obstacle::planned:
      return subject + planned_text(network, question, network.links[LinkId(r.element->index)]);
    case Obstacle::ended:
      return subject + " runs until " +
             std::to_string(network.links[LinkId(r.element->index)].closes->year) +
             year_asked(network, question);
    case Obstacle::outside_corridor:
      return subject + " is not in corridor " + network.corridors[*question.corridor].id +
             " (it bears " + tags_of(network, network.links[LinkId(r.element->index)]) + ")";
    case Obstacle::avoided:
      return subject + " is to be avoided";
    case Obstacle::no_capacity:
      return subject + " has capacity 0" + scenario_behind(network, r);
    case Obstacle::no_transfer:
      return subject + " has no transfer " + mode_change(network, r);
  }
  return subject;
}

std::string remedy_of(Network const& network, Relaxation const& r) {
  switch (r.obstacle) {
    case Obstacle::none:
      break;
    case Obstacle::closed:
    case Obstacle::planned:
    case Obstacle::ended:
      return "opening " + subject_of(network, r);
    case Obstacle::outside_corridor:
    case Obstacle::avoided:
      return "allowing " + subject_of(network, r);
    case Obstacle::no_capacity:
      return "capacity on " + subject_of(network, r);
    case Obstacle::no_transfer:
      return "a transfer " + mode_change(network, r) + " at " + subject_of(network, r);
  }
  return {};
}

/// "Xi'an", "Xi'an, Almaty", "Xi'an and 7 other places".
std::string places(Network const& network, std::vector<NodeId> const& nodes) {
  if (nodes.empty()) return "nowhere";
  std::string const& first = display_name(network.nodes[nodes.front()]);
  if (nodes.size() == 1) return first;
  if (nodes.size() == 2) return first + " or " + display_name(network.nodes[nodes.back()]);
  return first + " or " + std::to_string(nodes.size() - 1) + " other places";
}

std::string ends_text(Network const& network, Question const& question) {
  std::string text = places(network, question.from) + " to " + places(network, question.to);
  for (std::size_t i = 0; i < question.via.size(); ++i) {
    text += (i == 0 ? " by way of " : ", ") + display_name(network.nodes[question.via[i]]);
  }
  return text;
}

constexpr std::size_t kNamed = 3;

std::string named_barriers(std::vector<Relaxation> const& barriers) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kNamed, barriers.size()); ++i) {
    text += (i == 0 ? "" : "; ") + barriers[i].text;
  }
  if (barriers.size() > kNamed) {
    text += "; and " + std::to_string(barriers.size() - kNamed) + " more";
  }
  return text;
}

std::string remedies(Network const& network, NoRoute const& answer, std::string_view effect) {
  if (answer.cheapest) return remedy_of(network, *answer.cheapest) + std::string(effect);
  std::string text = "it takes all of: ";
  for (std::size_t i = 0; i < answer.together.size(); ++i) {
    text += (i == 0 ? "" : ", ") + remedy_of(network, answer.together[i]);
  }
  return text;
}

}  // namespace

std::vector<Relaxation> relaxations_of(Network const& network, Question const& question,
                                       RelaxedGraph const& relaxed,
                                       std::vector<ArcId> const& arcs) {
  std::vector<Relaxation> found;
  for (ArcId const arc : arcs) {
    for (unsigned bits = relaxed.obstacles[arc]; bits != 0; bits &= bits - 1) {
      auto const obstacle = static_cast<Obstacle>(std::countr_zero(bits) + 1);
      found.push_back(relaxation_of(relaxed.graph, arc, obstacle));
    }
  }
  auto const before = [](auto const& a, auto const& b) { return order_of(a) < order_of(b); };
  auto const same = [](auto const& a, auto const& b) { return order_of(a) == order_of(b); };
  std::sort(found.begin(), found.end(), before);
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  for (Relaxation& r : found) r.text = text_of(network, question, r);
  return found;
}

std::string reason_of(Network const& network, Question const& question, NoRoute const& answer) {
  std::string const ends = ends_text(network, question);
  if (answer.barriers.empty()) {
    return "no chain of links leads from " + ends + ", not even with all of them open";
  }
  return "no way leads from " + ends + " in " + std::to_string(question.year_of(network)) + ": " +
         named_barriers(answer.barriers) + "; " +
         remedies(network, answer, " alone would connect them");
}

std::string reason_of_named_way(Network const& network, Question const& question,
                                NoRoute const& answer) {
  return "this way cannot be used in " + std::to_string(question.year_of(network)) + ": " +
         named_barriers(answer.barriers) + "; " + remedies(network, answer, " alone would open it");
}

}  // namespace corridor

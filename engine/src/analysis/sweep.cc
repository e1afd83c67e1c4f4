#include "corridor/analysis/sweep.h"

#include <bit>
#include <utility>

#include "analysis/sweep_model.h"
#include "corridor/analysis/certificate.h"
#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

/// Takes whole numbers and texts, byte by byte, low bytes first: the same on every machine.
class Fingerprint {
 public:
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) add_byte(static_cast<unsigned char>(number >> (8 * i)));
  }
  void add(std::string_view text) {
    add(text.size());
    for (char const c : text) add_byte(static_cast<unsigned char>(c));
  }
  std::uint64_t value() const { return hash_; }

 private:
  void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3U; }
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

std::uint64_t bits_of(std::int64_t number) { return std::bit_cast<std::uint64_t>(number); }
std::uint64_t bits_of(Limit capacity) {
  return capacity.unlimited() ? UINT64_MAX : bits_of(capacity.capacity().parts());
}

void add(Fingerprint& print, Figures const& figures) {
  print.add(bits_of(figures.length.parts()));
  print.add(bits_of(figures.time.parts()));
  print.add(bits_of(figures.cost.parts()));
  print.add(bits_of(figures.emissions.parts()));
  print.add(bits_of(figures.capacity));
  // What has no timetable keeps the fingerprint that it had before there were timetables.
  if (figures.departures != Departures()) print.add(bits_of(figures.departures.parts()));
}

void add(Fingerprint& print, Network const& network, Graph const& graph) {
  auto const& columns = graph.columns();
  print.add(graph.vertex_count());
  for (ArcId const arc : columns.tail.ids()) {
    print.add(columns.tail[arc].index());
    print.add(columns.head[arc].index());
    add(print, Figures{columns.length[arc],
                       columns.time[arc],
                       columns.cost[arc],
                       columns.emissions[arc],
                       columns.capacity[arc],
                       {}});
    auto const element = graph.element(arc);
    print.add(element ? id_of(network, *element) : std::string());
  }
}

void add(Fingerprint& print, SweepPlan const& plan) {
  print.add(static_cast<std::uint64_t>(plan.order));
  print.add(plan.count);
  print.add(plan.seed);
  for (auto const& variation : plan.variations) {
    print.add(variation.path);
    print.add(variation.written);
    for (auto const& level : variation.levels) {
      print.add(static_cast<std::uint64_t>(level.kind));
      print.add(bits_of(level.number.numerator));
      print.add(bits_of(level.number.denominator));
    }
  }
}

/// Arcs of a scenario's own graph as arcs of the sweep's, which holds them in the same order.
class ArcMap {
 public:
  ArcMap(Graph const& own, Graph const& whole) : in_whole_(own.arc_count()) {
    std::size_t next = 0;
    for (ArcId const arc : own.columns().tail.ids()) {
      while (next < whole.arc_count() && !same(own, arc, whole, ArcId(next))) ++next;
      if (next == whole.arc_count()) throw Defect("a scenario has an arc that the sweep lacks");
      in_whole_[arc] = ArcId(next);
    }
  }

  std::vector<ArcId> map(std::vector<ArcId> arcs) const {
    for (auto& arc : arcs) arc = in_whole_[arc];
    return arcs;
  }

 private:
  static bool same_vertex(Graph const& a, VertexId v, Graph const& b, VertexId w) {
    auto const kind = a.columns().vertex_kind[v];
    if (kind != b.columns().vertex_kind[w]) return false;
    if (kind == VertexKind::origin || kind == VertexKind::destination) return true;
    return a.columns().node[v] == b.columns().node[w] && a.columns().mode[v] == b.columns().mode[w];
  }
  static bool same(Graph const& a, ArcId i, Graph const& b, ArcId j) {
    return a.kind(i) == b.kind(j) && a.columns().element[i] == b.columns().element[j] &&
           same_vertex(a, a.tail(i), b, b.tail(j)) && same_vertex(a, a.head(i), b, b.head(j));
  }

  Table<ArcId, ArcId> in_whole_;
};

void demand(std::string const& violation) {
  if (!violation.empty()) throw Defect("an answer fails its check: " + violation);
}

}  // namespace

bool same_answer(SweepRow const& a, SweepRow const& b) {
  return a.scenario == b.scenario && a.values == b.values && a.bounded == b.bounded &&
         (!a.bounded || a.throughput == b.throughput) && *a.bottleneck == *b.bottleneck &&
         *a.route == *b.route && a.totals == b.totals;
}

SweepRange shard_of(SweepPlan const& plan, std::uint64_t i, std::uint64_t n) {
  auto const start = [&](std::uint64_t part) {
    return static_cast<std::uint64_t>(static_cast<Int128>(plan.count) * static_cast<Int128>(part) /
                                      static_cast<Int128>(n));
  };
  return {start(i - 1), start(i)};
}

Sweep::Sweep(Network network, Question question, SweepPlan plan, Objective const& by,
             ValueOfTime value)
    : model_(std::make_unique<Model const>(std::move(network), std::move(question), std::move(plan),
                                           by, value)) {}
Sweep::Sweep(Sweep&&) noexcept = default;
Sweep& Sweep::operator=(Sweep&&) noexcept = default;
Sweep::~Sweep() = default;

SweepPlan const& Sweep::plan() const { return model_->plan; }
Network const& Sweep::network() const { return model_->network; }
Question const& Sweep::question() const { return model_->question; }
Graph const& Sweep::graph() const { return model_->graph; }
Objective const& Sweep::objective() const { return *model_->by; }
ValueOfTime Sweep::value_of_time() const { return model_->value; }

std::uint64_t Sweep::fingerprint() const {
  Fingerprint print;
  print.add(model_->by->name);
  print.add(bits_of(model_->value.parts()));
  add(print, model_->network, model_->graph);
  for (auto const& slot : model_->slots) add(print, slot.base.figures);
  add(print, model_->plan);
  return print.value();
}

Network Sweep::network_of(std::uint64_t scenario) const { return model_->network_of(scenario); }

SweepRow Sweep::solve(std::uint64_t scenario) const {
  auto const network = model_->network_of(scenario);
  auto const& question = model_->question;
  auto const graph = compile(network, question);
  ArcMap const arcs(graph, model_->graph);
  auto const flow = max_flow(graph);
  demand(violation(graph, flow));
  auto const best = shortest_path(network, graph, question, *model_->by, model_->value);
  SweepRoute route;
  SweepRow row;
  if (best) {
    demand(violation(network, graph, question, *model_->by, model_->value, *best));
    route.arcs = arcs.map(best->arcs);
    row.totals = best->totals;
  } else {
    route.reason = why_no_route(network, question, *model_->by, model_->value).reason;
  }
  row.scenario = scenario;
  row.values = values_of(model_->plan, scenario);
  row.bounded = flow.bounded;
  row.throughput = flow.bounded ? flow.throughput : Capacity();
  row.bottleneck = std::make_shared<std::vector<ArcId> const>(arcs.map(flow.cut));
  row.route = std::make_shared<SweepRoute const>(std::move(route));
  return row;
}

}  // namespace corridor

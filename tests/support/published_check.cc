#include "support/published_check.h"

#include <stdexcept>
#include <utility>

#include "corridor/analysis/certificate.h"
#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/graph/compile.h"
#include "corridor/model/question.h"

namespace corridor::test {
namespace {

constexpr std::int64_t kTeuPerFeu = 2;

/// Answers questions of one network in the words of a check.
class Asker {
 public:
  Asker(Network const& network, PublishedCheck const& check) : network_(network), check_(check) {}

  Route route(std::string const& to, std::string const& corridor,
              std::vector<std::string> const& via) const {
    Question question = this->question(check_.from, to, corridor);
    for (auto const& name : via) question.via.push_back(node(name));
    for (auto const& name : check_.avoid) question.avoid_nodes.push_back(node(name));
    Objective const* objective = find_objective(check_.by);
    if (objective == nullptr) fail("no objective '" + check_.by + "'");
    Graph const graph = compile(network_, question);
    auto const best = shortest_path(network_, graph, question, *objective);
    if (!best) fail("no route");
    require(violation(network_, graph, question, *objective, kDefaultValueOfTime, *best));
    return *best;
  }
  Route route() const { return route(check_.to, only_corridor(), check_.via); }

  std::int64_t throughput(std::string const& from, std::string const& to) const {
    Graph const graph = compile(network_, question(from, to, only_corridor()));
    Flow const flow = max_flow(graph);
    require(violation(graph, flow));
    if (!flow.bounded) fail("throughput without a limit");
    return flow.throughput.parts();
  }
  std::int64_t throughput_both() const {
    return throughput(check_.from, check_.to) + throughput(check_.to, check_.from);
  }

  /// Whole TEU a year of the element `from` there plus back.
  std::int64_t capacity_both() const {
    std::string const& id = check_.from;
    if (auto const link = find_link(network_, id)) {
      return both(network_.links[*link].element, network_.links[*link].both_ways, 0);
    }
    auto const colon = id.find(':');
    auto const arrow = id.find('>');
    if (colon == std::string::npos || arrow == std::string::npos) fail("no element '" + id + "'");
    std::string const from = id.substr(colon + 1, arrow - colon - 1);
    NodeId const place = node(id.substr(0, colon));
    auto const there = find_transfer(network_, place, mode(from), mode(id.substr(arrow + 1)));
    auto const back = find_transfer(network_, place, mode(id.substr(arrow + 1)), mode(from));
    if (!there || !back) fail("no transfer both ways '" + id + "'");
    return both(network_.transfers[*there].element, there == back,
                finite(network_.transfers[*back].element));
  }

  /// Metres of the links of a route, all of them or those whose mode is a railway.
  std::int64_t metres(Route const& route, bool rail_only) const {
    Graph const graph = compile(network_, question(check_.from, check_.to, only_corridor()));
    std::int64_t sum = 0;
    for (ArcId const arc : route.arcs) {
      auto const ref = graph.element(arc);
      if (!ref || ref->kind != ElementKind::link) continue;
      Link const& link = network_.links[LinkId(ref->index)];
      if (!rail_only || network_.modes[link.mode].kind == "rail") {
        sum += link.element.figures.length.parts();
      }
    }
    return sum;
  }

  Ratio teu_per_train() const {
    auto const number = network_.assumptions.teu_per_train.value();
    if (number.places != 0) fail("teu_per_train is not whole");
    return {number.digits, 1};
  }

 private:
  Question question(std::string const& from, std::string const& to,
                    std::string const& corridor) const {
    Question question;
    question.from = place(from);
    question.to = place(to);
    if (!corridor.empty()) {
      question.corridor = find_corridor(network_, corridor);
      if (!question.corridor) fail("no corridor '" + corridor + "'");
    }
    require(problem_of(network_, question));
    return question;
  }
  std::string only_corridor() const {
    return check_.corridors.empty() ? std::string() : check_.corridors.front();
  }
  std::vector<NodeId> place(std::string const& text) const {
    Place found = find_place(network_, text);
    require(found.problem);
    return std::move(found.nodes);
  }
  NodeId node(std::string const& id) const {
    auto const found = find_node(network_, id);
    if (!found) fail("no node '" + id + "'");
    return *found;
  }
  ModeId mode(std::string const& id) const {
    auto const found = find_mode(network_, id);
    if (!found) fail("no mode '" + id + "'");
    return *found;
  }
  std::int64_t finite(Element const& element) const {
    if (element.figures.capacity.unlimited()) fail("capacity without a limit");
    return element.figures.capacity.capacity().parts();
  }
  std::int64_t both(Element const& element, bool both_ways, std::int64_t back) const {
    return finite(element) + (both_ways ? finite(element) : back);
  }
  void require(std::string const& problem) const {
    if (!problem.empty()) fail(problem);
  }
  [[noreturn]] void fail(std::string const& what) const {
    throw std::runtime_error("check " + check_.id + ": " + what);
  }

  Network const& network_;
  PublishedCheck const& check_;
};

Ratio days(Duration time) { return {time.parts(), 24 * Duration::kPartsPerUnit}; }
Ratio usd_per_feu(Cost cost) { return {cost.parts() * kTeuPerFeu, Cost::kPartsPerUnit}; }
Ratio km(std::int64_t metres) { return {metres, 1000}; }

Ratio time_after_via(Asker const& asker, PublishedCheck const& check) {
  std::string const& via = check.via.at(0);
  Duration const whole = asker.route().totals.time;
  return days(whole - asker.route(via, check.corridors.at(0), {}).totals.time);
}

Ratio cost_ratio(Asker const& asker, PublishedCheck const& check) {
  Cost const above = asker.route(check.to, check.corridors.at(0), check.via).totals.cost;
  Cost const below = asker.route(check.to, check.corridors.at(1), check.via).totals.cost;
  return {above.parts(), below.parts()};
}

}  // namespace

std::vector<PublishedCheck> read_checks(CsvTable const& table) {
  std::vector<PublishedCheck> checks;
  for (auto const& row : table.rows()) {
    auto const cell = [&](char const* column) { return table.cell(row, column); };
    PublishedCheck check;
    check.id = cell("id");
    check.question = cell("question");
    check.by = cell("by");
    check.from = cell("from");
    check.to = cell("to");
    check.measure = cell("measure");
    check.unit = cell("unit");
    check.how = cell("how");
    check.via = split(cell("via"), ';');
    check.avoid = split(cell("avoid"), ';');
    check.corridors = split(cell("corridor"), ';');
    check.scenarios = split(cell("scenario"), ';');
    check.low = decimal(cell("low"));
    check.high = decimal(cell("high"));
    check.holds = cell("holds") == "yes";
    checks.push_back(std::move(check));
  }
  return checks;
}

Ratio model_value(ShippedNetwork& shipped, PublishedCheck const& check) {
  Network const network = shipped.with(check.scenarios);
  Asker const asker(network, check);
  std::string const& measure = check.measure;
  if (measure == "time_day") return days(asker.route().totals.time);
  if (measure == "time_after_via_day") return time_after_via(asker, check);
  if (measure == "cost_usd_per_feu") return usd_per_feu(asker.route().totals.cost);
  if (measure == "cost_ratio") return cost_ratio(asker, check);
  if (measure == "length_km") return km(asker.route().totals.length.parts());
  if (measure == "length_rail_km") return km(asker.metres(asker.route(), true));
  if (measure == "throughput_teu") return {asker.throughput(check.from, check.to), 1};
  if (measure == "throughput_teu_both") return {asker.throughput_both(), 1};
  if (measure == "capacity_teu_both") return {asker.capacity_both(), 1};
  if (measure == "trains_both") {
    return {rounded_down(Ratio{asker.capacity_both(), 1} / asker.teu_per_train()), 1};
  }
  throw std::runtime_error("check " + check.id + ": no measure '" + measure + "'");
}

bool is_floor(PublishedCheck const& check) { return check.question != "route"; }

bool holds(PublishedCheck const& check, Ratio model) {
  if (is_floor(check)) return check.high <= model;
  bool const length = check.measure.starts_with("length");
  Ratio const least{length ? 95 : 90, 100};
  Ratio const most{length ? 105 : 110, 100};
  return least * check.low <= model && model <= most * check.high;
}

}  // namespace corridor::test

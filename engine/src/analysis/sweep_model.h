#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "analysis/sweep_certificate.h"
#include "analysis/sweep_element.h"
#include "corridor/analysis/sweep.h"
#include "flow/warm_flow.h"

namespace corridor {

/// What all scenarios of a sweep share; immutable.
struct Sweep::Model {
  static constexpr std::uint32_t kNoSlot = UINT32_MAX;

  /// An element that some variation names, with its arcs; none where the question never meets it.
  struct Slot : SweepSlot {
    std::vector<ArcId> arcs;
  };

  Model(Network asked, Question asked_question, SweepPlan planned, Objective const& objective,
        ValueOfTime value_of_time);

  /// Every slot's element in a scenario. Throws std::overflow_error where a plan was made without
  /// the checks of plan_grid and its like.
  std::vector<SweepElement> elements_of(std::vector<SweepValue> const& values) const;
  /// Whether the element carries anything, as compile() would see it.
  bool carries(SweepSlot const& slot, SweepElement const& element) const;
  flow::Amount capacity_of(SweepSlot const& slot, SweepElement const& element) const;
  flow::Amount in_flow(Limit capacity) const;
  Network network_of(std::uint64_t scenario) const;

  Network network;
  Question question;
  SweepPlan plan;
  Objective const* by;
  ValueOfTime value;
  std::vector<Slot> slots;                         ///< by element
  std::vector<std::vector<std::size_t>> slots_of;  ///< by variation
  /// Everything that some scenario may use: varied links that may be opened are open, varied
  /// capacities are not 0. A scenario takes arcs away again by giving them capacity 0. Arcs and
  /// vertices stand in the same order as in any scenario's own graph, so ties are decided alike.
  Graph graph;
  std::vector<std::uint32_t> slot_of_arc;
  /// Stands for an unlimited capacity: more than all finite ones of any scenario together.
  flow::Amount unlimited = 0;
  /// The unvaried network's flow; empty where the amounts of all scenarios do not fit a solver that
  /// holds them at once. Then each scenario is solved from the network.
  std::optional<flow::WarmFlow> warm;

 private:
  static std::vector<Slot> slots_for(Network const& network, SweepPlan const& plan);
  static bool earlier(ElementRef const& a, ElementRef const& b);
  std::optional<std::size_t> slot_number(ElementRef ref) const;
  void number_slots();
  void find_arcs();
  void prepare_flow();
};

/// Answers scenarios one after another; one per thread.
class SweepWorker {
 public:
  explicit SweepWorker(Sweep::Model const& model);
  SweepRow answer(std::uint64_t scenario);

 private:
  struct Throughput {
    bool bounded = true;
    Capacity amount;
    std::shared_ptr<std::vector<ArcId> const> bottleneck;
  };
  /// FNV-1a over whole numbers.
  struct Hash {
    std::size_t operator()(std::vector<std::int64_t> const& key) const;
  };
  template <class Answer>
  using Known = std::unordered_map<std::vector<std::int64_t>, Answer, Hash>;

  Throughput const& throughput();
  Throughput solve_flow();
  Throughput described(flow::Cut const& cut) const;
  std::shared_ptr<SweepRoute const> const& route(std::uint64_t scenario);
  SweepRoute solve_route(std::uint64_t scenario);
  Totals totals_of_route(SweepRoute const& route) const;
  Totals totals_at(ArcId arc) const;

  Sweep::Model const& model_;
  std::optional<flow::WarmFlow> warm_;
  SweepCheck check_;
  std::vector<SweepElement> elements_;  ///< by slot, in the scenario at work
  std::vector<flow::Amount> capacity_;  ///< by arc, likewise
  std::vector<flow::Change> changes_;
  std::vector<std::int64_t> key_;
  // What was found already. Grids and lists repeat themselves; draws do not, so there is a limit.
  Known<Throughput> flows_;
  Known<std::shared_ptr<SweepRoute const>> routes_;
};

}  // namespace corridor

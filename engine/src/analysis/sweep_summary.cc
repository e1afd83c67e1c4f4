#include "corridor/analysis/sweep_summary.h"

#include <algorithm>
#include <cstdlib>

namespace corridor {
namespace {

constexpr std::uint64_t kLooked = 100'000;  // scenarios in which the ends of a draw are sought

SweepValue percentile(std::vector<SweepValue>& values, std::size_t percent) {
  auto const at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * percent / 100);
  std::nth_element(values.begin(), at, values.end(), less);
  return *at;
}

bool is_kept(SweepValue const& value) { return value.kind == SweepValue::Kind::keep; }

}  // namespace

std::int64_t SweepSummary::Swing::width() const {
  return at_low && at_high ? (*at_high - *at_low).parts() : 0;
}

std::optional<Capacity> SweepTally::Mean::value() const {
  if (count == 0) return std::nullopt;
  auto const n = static_cast<Int128>(count);
  return Capacity::of_parts(static_cast<std::int64_t>((2 * sum + n) / (2 * n)));
}

SweepTally::SweepTally(SweepPlan const& plan) : inputs_(plan.variations.size()) {
  std::vector<std::vector<SweepValue>> drawn(plan.variations.size());
  bool const draws = std::any_of(plan.variations.begin(), plan.variations.end(),
                                 [](auto const& variation) { return variation.draw.has_value(); });
  for (std::uint64_t i = 0; draws && i < std::min(plan.count, kLooked); ++i) {
    auto const values = values_of(plan, i);
    for (std::size_t v = 0; v < values.size(); ++v) drawn[v].push_back(values[v]);
  }
  for (std::size_t v = 0; v < inputs_.size(); ++v) {
    auto const& variation = plan.variations[v];
    auto& input = inputs_[v];
    if (variation.draw) {
      if (drawn[v].empty()) continue;
      constexpr std::size_t kTenth = 10;
      input.low = percentile(drawn[v], kTenth);
      input.high = percentile(drawn[v], 100 - kTenth);
      continue;
    }
    std::vector<SweepValue> levels;
    std::remove_copy_if(variation.levels.begin(), variation.levels.end(),
                        std::back_inserter(levels), is_kept);
    if (levels.empty()) continue;
    auto const [low, high] = std::minmax_element(levels.begin(), levels.end(), less);
    input.low = *low;
    input.high = *high;
  }
}

void SweepTally::add(std::vector<SweepValue> const& values, std::optional<Capacity> throughput,
                     std::string const& bottleneck_ids) {
  ++count_;
  ++bottlenecks_[bottleneck_ids];
  if (!throughput) {
    ++unbounded_;
    return;
  }
  ++throughputs_[throughput->parts()];
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    auto& input = inputs_[i];
    if (is_kept(values[i])) continue;
    auto const add_to = [&](Mean& mean) {
      mean.sum += throughput->parts();
      ++mean.count;
    };
    if (!less(input.low, values[i])) add_to(input.at_low);
    if (!less(values[i], input.high)) add_to(input.at_high);
  }
}

/// Scenarios without a limit come last.
std::optional<Capacity> SweepTally::order_statistic(std::uint64_t rank) const {
  std::uint64_t passed = 0;
  for (auto const& [throughput, scenarios] : throughputs_) {
    passed += scenarios;
    if (passed >= rank) return Capacity::of_parts(throughput);
  }
  return std::nullopt;
}

SweepSummary SweepTally::summary() const {
  SweepSummary summary;
  summary.scenarios = count_;
  summary.unbounded = unbounded_;
  auto const zero = throughputs_.find(0);
  summary.without_flow = zero == throughputs_.end() ? 0 : zero->second;
  if (count_ > 0) {
    for (int const percent : {0, 5, 25, 50, 75, 95, 100}) {
      // Nearest rank: at most a thousand million scenarios, so the product fits.
      auto const rank = (count_ * static_cast<std::uint64_t>(percent) + 99) / 100;
      summary.quantiles.push_back({percent, order_statistic(std::max<std::uint64_t>(rank, 1))});
    }
  }
  for (auto const& [ids, scenarios] : bottlenecks_) summary.bottlenecks.push_back({ids, scenarios});
  std::stable_sort(summary.bottlenecks.begin(), summary.bottlenecks.end(),
                   [](auto const& a, auto const& b) { return a.scenarios > b.scenarios; });
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    auto const& input = inputs_[i];
    summary.swings.push_back(
        {i, input.low, input.high, input.at_low.value(), input.at_high.value()});
  }
  std::stable_sort(summary.swings.begin(), summary.swings.end(), [](auto const& a, auto const& b) {
    return std::abs(a.width()) > std::abs(b.width());
  });
  return summary;
}

}  // namespace corridor

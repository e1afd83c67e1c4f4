#include "analysis/sweep_certificate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "support/draw.h"

namespace corridor {
namespace {

/// More than all that the lines below can carry together.
constexpr std::int64_t kNoLimit = 10'000;

/// A proof that can be changed, of two ways from a to c.
class SweepCertificate : public ::testing::Test {
 protected:
  SweepCertificate() {
    auto const flow = max_flow(graph_);
    for (ArcId const a : flow.on.ids()) {
      auto const limit = graph_.capacity(a);
      capacity_.push_back(limit.unlimited() ? kNoLimit : limit.capacity().parts());
      flow_.push_back(flow.on[a].parts());
    }
    source_side_.assign(graph_.vertex_count(), 1);
    source_side_[graph_.destination().index()] = 0;
    for (ArcId const a : flow.cut) source_side_[graph_.head(a).index()] = 0;
    throughput_ = flow.throughput.parts();
  }

  std::string violation() {
    return SweepCheck(graph_).violation({capacity_, flow_, source_side_, throughput_, kNoLimit});
  }

  /// The first arc that carries something.
  std::size_t used() const {
    auto const found =
        std::find_if(flow_.begin(), flow_.end(), [](auto amount) { return amount > 0; });
    return static_cast<std::size_t>(found - flow_.begin());
  }

  Network network_ = test::draw(R"(
    a --direct: 100 TEU/year, 5 h-- c
    a --first: 300 TEU/year, 10 h-- b
    b --last: 200 TEU/year, 10 h-- c
  )");
  Graph graph_ = compile(network_, test::ask(network_, "a", "c"));
  std::vector<std::int64_t> capacity_, flow_;
  std::vector<char> source_side_;
  std::int64_t throughput_ = 0;
};

TEST_F(SweepCertificate, HoldsForAMaximumFlowAndItsCut) { EXPECT_EQ(violation(), ""); }

TEST_F(SweepCertificate, RefusesAFlowAboveACapacity) {
  capacity_[used()] = flow_[used()] - 1;
  EXPECT_NE(violation(), "");
}

TEST_F(SweepCertificate, RefusesANegativeFlow) {
  flow_[used()] = -1;
  EXPECT_NE(violation(), "");
}

TEST_F(SweepCertificate, RefusesAFlowThatIsNotConserved) {
  --flow_[used()];
  EXPECT_NE(violation(), "");
}

TEST_F(SweepCertificate, RefusesAnotherThroughput) {
  for (std::int64_t const by : {-1, 1}) {
    throughput_ += by;
    EXPECT_EQ(violation(), "what leaves the origin is not the throughput");
    throughput_ -= by;
  }
}

TEST_F(SweepCertificate, RefusesASmallerFlowThanTheCutAllows) {
  std::fill(flow_.begin(), flow_.end(), 0);
  throughput_ = 0;
  EXPECT_EQ(violation(), "a cut does not add up to the throughput");
}

TEST_F(SweepCertificate, RefusesACutThatDoesNotSeparateTheEnds) {
  source_side_[graph_.destination().index()] = 1;
  EXPECT_EQ(violation(), "a cut does not separate the ends");
  source_side_[graph_.destination().index()] = 0;
  source_side_[graph_.origin().index()] = 0;
  EXPECT_EQ(violation(), "a cut does not separate the ends");
}

TEST_F(SweepCertificate, RefusesAnotherCut) {
  for (std::size_t v = 2; v < source_side_.size(); ++v) source_side_[v] = 0;
  EXPECT_EQ(violation(), "a cut does not add up to the throughput");
}

TEST_F(SweepCertificate, RefusesANoLimitThatLimitedCapacitiesReach) {
  auto const least = *std::min_element(capacity_.begin(), capacity_.end());
  EXPECT_EQ(SweepCheck(graph_).violation({capacity_, flow_, source_side_, throughput_, least + 1}),
            "what stands for no limit is too small");
}

TEST_F(SweepCertificate, TakesAFlowWithoutLimitForItsOwnProof) {
  auto const more = kNoLimit - throughput_;
  // The arcs of one way: a start, a link and an end.
  for (ArcId const a : graph_.columns().tail.ids()) {
    bool const direct =
        graph_.kind(a) == ArcKind::link && graph_.columns().element[a] == 0 && flow_[a.index()] > 0;
    bool const end = (graph_.kind(a) == ArcKind::start || graph_.kind(a) == ArcKind::end) &&
                     flow_[a.index()] > 0;
    if (direct) capacity_[a.index()] = kNoLimit;
    if (direct || end) flow_[a.index()] += more;
  }
  throughput_ = kNoLimit;
  EXPECT_EQ(violation(), "");
}

TEST_F(SweepCertificate, RefusesAProofOfAnotherGraph) {
  flow_.pop_back();
  EXPECT_EQ(violation(), "a proof is not of this graph");
}

}  // namespace
}  // namespace corridor

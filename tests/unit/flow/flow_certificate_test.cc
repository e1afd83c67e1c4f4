#include "support/flow_certificate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/flow_families.h"

namespace corridor::families {
namespace {

using testing::HasSubstr;

//   0 --3--> 1 --2--> 3      the cut is {1>3, 0>2}: 2 + 1
//   0 --1--> 2 --5--> 3
struct Diamond : testing::Test {
  std::vector<flow::Edge> edges{{0, 1, 3, 0}, {1, 3, 2, 0}, {0, 2, 1, 0}, {2, 3, 5, 0}};
  flow::Problem problem{4, 0, 3, edges};
  flow::Solution solution{.cut = {3, {1, 1, 0, 0}}, .flows = {2, 2, 1, 1}};
};

TEST_F(Diamond, ARightSolutionHolds) { EXPECT_EQ(violation(problem, solution), ""); }

TEST_F(Diamond, ACutOfAnotherCapacityIsRefused) {
  solution.cut.source_side = {1, 0, 0, 0};
  EXPECT_THAT(violation(problem, solution), HasSubstr("another capacity"));
}

TEST_F(Diamond, ACutThatDoesNotSeparateIsRefused) {
  solution.cut.source_side = {1, 1, 1, 1};
  EXPECT_THAT(violation(problem, solution), HasSubstr("the sink is on"));
  solution.cut.source_side = {0, 1, 0, 0};
  EXPECT_THAT(violation(problem, solution), HasSubstr("the source is on"));
  solution.cut.source_side = {1};
  EXPECT_THAT(violation(problem, solution), HasSubstr("every vertex"));
}

TEST_F(Diamond, AFlowAboveACapacityIsRefused) {
  solution.flows = {2, 3, 1, 0};
  EXPECT_THAT(violation(problem, solution), HasSubstr("edge 1 carries"));
  solution.flows = {2, 2, 1, -1};
  EXPECT_THAT(violation(problem, solution), HasSubstr("edge 3 carries"));
}

TEST_F(Diamond, AFlowThatStopsUnderwayIsRefused) {
  solution.flows = {3, 2, 1, 1};
  EXPECT_THAT(violation(problem, solution), HasSubstr("not conserved at vertex"));
  solution.flows = {2, 2, 1};
  EXPECT_THAT(violation(problem, solution), HasSubstr("not every edge"));
}

TEST_F(Diamond, ASmallerFlowIsNotProvedByTheCut) {
  solution.flows = {1, 1, 1, 1};
  EXPECT_THAT(violation(problem, solution), HasSubstr("not conserved at vertex"));
}

TEST(FlowCertificate, AReverseCapacityCountsWhenItLeavesTheSourcesSide) {
  std::vector<flow::Edge> const edges{{1, 0, 4, 7}};
  flow::Problem const problem{2, 0, 1, edges};
  EXPECT_EQ(violation(problem, flow::Solution{.cut = {7, {1, 0}}, .flows = {-7}}), "");
  EXPECT_NE(violation(problem, flow::Solution{.cut = {4, {1, 0}}, .flows = {-4}}), "");
}

}  // namespace
}  // namespace corridor::families

#include "corridor/model/question.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/model/caspian.h"

namespace corridor {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Questions : public ::testing::Test {
 protected:
  Network const network_ = test::Caspian().build().value();
};

TEST_F(Questions, FindNodesRegionsAndLists) {
  EXPECT_THAT(find_place(network_, "dostyk").nodes, ElementsAre(NodeId(1)));
  EXPECT_THAT(find_place(network_, "sea").nodes, ElementsAre(NodeId(2), NodeId(3)));
  EXPECT_THAT(find_place(network_, "alat, sea,xian").nodes,
              ElementsAre(NodeId(3), NodeId(2), NodeId(0)))
      << "in the order named, each once";
}

TEST_F(Questions, SayWhatIsNoPlace) {
  EXPECT_EQ(find_place(network_, "aktao").problem,
            "no node or region 'aktao', did you mean 'aktau'?");
  EXPECT_EQ(find_place(network_, "hamburg").problem, "no node or region 'hamburg'");
  EXPECT_EQ(find_place(network_, "xian,").problem, "a place is missing");
  EXPECT_EQ(find_place(network_, "").problem, "a place is missing");
  EXPECT_THAT(find_place(network_, "xian,nowhere").nodes, IsEmpty());
}

TEST_F(Questions, CannotBeAskedWithoutTwoSeparateEnds) {
  auto const problem = [&](Question const& question) { return problem_of(network_, question); };
  auto const [a, b, c] = std::array{NodeId(0), NodeId(1), NodeId(2)};
  EXPECT_EQ(problem({.from = {a}, .to = {b}}), "");
  EXPECT_EQ(problem({.from = {}, .to = {b}}), "there is no origin");
  EXPECT_EQ(problem({.from = {a}, .to = {}}), "there is no destination");
  EXPECT_EQ(problem({.from = {a, b}, .to = {c, b}}),
            "node 'dostyk' is both origin and destination");
  EXPECT_EQ(problem({.from = {a}, .to = {b}, .via = {a}}),
            "node 'xian' is both an end and on the way");
  EXPECT_EQ(problem({.from = {a, c}, .to = {b}, .via = {a}}), "") << "the other start remains";
}

}  // namespace
}  // namespace corridor

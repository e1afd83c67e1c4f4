#include "corridor/base/quantity.h"

#include <gtest/gtest.h>

#include "corridor/base/id.h"

namespace corridor {
namespace {

TEST(Quantity, AddsSubtractsAndCompares) {
  auto const two = Duration::of_parts(2000);
  auto const three = Duration::of_parts(3000);
  EXPECT_EQ((two + three).parts(), 5000);
  EXPECT_EQ((two - three).parts(), -1000);
  EXPECT_LT(two, three);
}

TEST(Limit, KeepsUnlimitedApartFromEveryNumber) {
  EXPECT_TRUE(Limit().unlimited());
  EXPECT_FALSE(Limit().zero());
  EXPECT_FALSE(Limit(Capacity::of_parts(0)).unlimited());
  EXPECT_TRUE(Limit(Capacity::of_parts(0)).zero());
  EXPECT_NE(Limit(), Limit(Capacity::of_parts(kMaxParts)));
}

TEST(Table, HandsOutItsIdsInOrder) {
  using Key = Id<struct KeyTag>;
  Table<Key, int> table;
  EXPECT_EQ(table.push_back(10), Key(0));
  EXPECT_EQ(table.push_back(20), Key(1));
  int sum = 0;
  for (auto const key : table.ids()) sum = sum * 100 + table[key];
  EXPECT_EQ(sum, 1020);
}

}  // namespace
}  // namespace corridor

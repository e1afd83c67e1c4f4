#include "corridor/base/nearest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace corridor {
namespace {

constexpr std::string_view kNames[] = {"aktau", "aktobe", "dostyk", "baku"};

TEST(Nearest, FindsOneMistake) {
  EXPECT_EQ(nearest("aktao", kNames), "aktau");
  EXPECT_EQ(nearest("akatu", kNames), "aktau") << "two neighbours swapped";
  EXPECT_EQ(nearest("dosty", kNames), "dostyk");
  EXPECT_EQ(nearest("ddostyk", kNames), "dostyk");
  EXPECT_EQ(nearest("BAKU", kNames), "baku") << "case does not count";
}

TEST(Nearest, FindsNothingFarAway) {
  EXPECT_EQ(nearest("hamburg", kNames), "");
  EXPECT_EQ(nearest("", kNames), "");
  EXPECT_EQ(nearest("x", kNames), "");
  EXPECT_EQ(nearest("aktau", {}), "");
}

TEST(Nearest, PrefersTheFirstOfEquallyNear) {
  constexpr std::string_view kTwo[] = {"cat", "car"};
  EXPECT_EQ(nearest("cas", kTwo), "cat");
}

TEST(Nearest, SaysItAsAQuestion) {
  EXPECT_EQ(did_you_mean("aktao", kNames), "did you mean 'aktau'?");
  EXPECT_EQ(did_you_mean("hamburg", kNames), "");
}

/// The textbook recursion over the whole table.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      auto const same = a[i - 1] == b[j - 1];
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(Nearest, AgreesWithTheWholeTableOnRandomWords) {
  std::mt19937 random(7);
  auto const word = [&] {
    auto text = std::string(1 + random() % 9, 'a');
    for (auto& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    auto const wanted = word();
    std::vector<std::string> const names{word(), word(), word()};
    std::vector<std::string_view> const views(names.begin(), names.end());
    auto const limit = std::min(std::max<std::size_t>(1, wanted.size() / 3), wanted.size() - 1);
    auto best = limit + 1;
    std::string_view expected;
    for (auto const& name : names) {
      if (auto const edits = slow_distance(wanted, name); edits < best) {
        best = edits;
        expected = name;
      }
    }
    EXPECT_EQ(nearest(wanted, views), expected)
        << wanted << " among " << names[0] << " " << names[1] << " " << names[2];
  }
}

}  // namespace
}  // namespace corridor

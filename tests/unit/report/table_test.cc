#include "report/table.h"

#include <gtest/gtest.h>

namespace corridor::report {
namespace {

TEST(DisplayWidth, CountsColumnsAndNotBytes) {
  EXPECT_EQ(display_width("Aktau"), 5);
  EXPECT_EQ(display_width("Ақтау"), 5);
  EXPECT_EQ(display_width("西安"), 4);
  EXPECT_EQ(display_width("u\xCC\x88"), 1);  // u and a combining diaeresis
  EXPECT_EQ(display_width("a\xE2\x80\x8B"
                          "b"),
            2);                         // a zero-width space
  EXPECT_EQ(display_width("\xFF"), 1);  // no UTF-8 at all
  EXPECT_EQ(display_width("\xE4"), 1);  // cut short
  EXPECT_EQ(display_width(""), 0);
}

TEST(Wrapped, BreaksAtSpacesAndKeepsTheMargin) {
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("  one two", 6), (std::vector<std::string>{"  one", "  two"}));
  EXPECT_EQ(wrapped("unbreakable", 4), std::vector<std::string>{"unbreakable"});
  EXPECT_EQ(wrapped("", 4), std::vector<std::string>{""});
}

TEST(TextTable, AlignsNumbersRightAndNamesLeft) {
  TextTable table({{"place"}, {"TEU", Align::right}});
  table.add({"西安", "1,000"});
  table.add({"Aktau", "7"});
  EXPECT_EQ(table.layout({}),
            "place    TEU\n"
            "西安   1,000\n"
            "Aktau      7\n");
}

TEST(TextTable, SetsOffTheTotal) {
  TextTable table({{"leg"}, {"km", Align::right}});
  table.add({"a", "5"});
  table.add_total({"total", "5"});
  EXPECT_EQ(table.layout({}), "leg    km\na       5\n─────────\ntotal   5\n");
}

TEST(TextTable, WrapsFlexibleColumnsBeforeAnythingElse) {
  TextTable table({{"a"}, {"words", Align::left, true}, {"b"}});
  table.add({"1",
             "one two three four five six seven eight nine ten eleven twelve thirteen "
             "fourteen fifteen sixteen seventeen",
             "2"});
  for (auto const width : {40, 80}) {
    auto const text = table.layout({width, false});
    for (std::size_t at = 0; at < text.size();) {
      auto const end = text.find('\n', at);
      EXPECT_LE(display_width(text.substr(at, end - at)), width);
      at = end + 1;
    }
    EXPECT_NE(text.find("seventeen"), std::string::npos);
  }
}

TEST(TextTable, RepeatsTheFirstColumnWhenItMustBreak) {
  std::vector<TextTable::Column> columns{{"name"}};
  std::vector<std::string> row{"x"};
  for (int i = 0; i < 10; ++i) {
    columns.push_back({"column" + std::to_string(i), Align::right});
    row.push_back("123456789012");
  }
  TextTable table(columns);
  table.add(row);
  auto const text = table.layout({80, false});
  std::size_t names = 0;
  for (auto at = text.find("name"); at != std::string::npos; at = text.find("name", at + 1))
    ++names;
  EXPECT_EQ(names, 2U);
  for (int i = 0; i < 10; ++i) {
    EXPECT_NE(text.find("column" + std::to_string(i)), std::string::npos);
  }
}

TEST(TextTable, LeavesNoTrailingSpaces) {
  TextTable table({{"a"}, {"b"}});
  table.add({"x", ""});
  EXPECT_EQ(table.layout({}), "a  b\nx\n");
}

TEST(Emphasis, IsPlainWithoutColour) {
  EXPECT_EQ(bold("x", {100, false}), "x");
  EXPECT_EQ(bold("x", {100, true}), "\x1b[1mx\x1b[0m");
  EXPECT_EQ(accent("", {100, true}), "");
}

}  // namespace
}  // namespace corridor::report

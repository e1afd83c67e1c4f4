#include "corridor/io/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace corridor {
namespace {

using ::testing::HasSubstr;

/// Cells with `|` between them and `/` between rows.
std::string cells(std::string const& text) {
  auto const rows = parse_csv(std::make_shared<Sources>(), "t.csv", text);
  if (!rows) return "error: " + rows.error().front().message;
  std::string all;
  for (auto const& row : *rows) {
    for (auto const& cell : row) all += cell.text + "|";
    all += "/";
  }
  return all;
}

std::string errors(std::string const& text) {
  auto const sources = std::make_shared<Sources>();
  auto const rows = parse_csv(sources, "t.csv", text);
  return rows ? "" : render(rows.error(), *sources);
}

TEST(Csv, IsReadWithAndWithoutQuotesAndWithAnyLineEnd) {
  EXPECT_EQ(cells("a,b\n1,2\n"), "a|b|/1|2|/");
  EXPECT_EQ(cells("a,b\r\n1,2\r\n"), "a|b|/1|2|/");
  EXPECT_EQ(cells("a,b\n1,2"), "a|b|/1|2|/");
  EXPECT_EQ(cells("\xEF\xBB\xBF"
                  "a\n1\n"),
            "a|/1|/");
  EXPECT_EQ(cells("\"a,b\" , c \n\"say \"\"x\"\"\",\n"), "a,b|c|/say \"x\"||/");
  EXPECT_EQ(cells("a\n\n1\n\n"), "a|/1|/");
}

TEST(Csv, OfOneRowOfNothingHasNoRows) { EXPECT_EQ(cells("\n\n"), "error: the file has no rows"); }

TEST(Csv, TellsWhereItIsWrong) {
  EXPECT_THAT(errors("a,b\n1\n"),
              HasSubstr("t.csv:2:1: error: this row has 1 cells, the header 2"));
  EXPECT_THAT(errors("a\n\"1\n"), HasSubstr("t.csv:2:1: error: this quote is never closed"));
  EXPECT_THAT(errors("a\n\"1\"x\n"), HasSubstr("t.csv:2:4: error: text follows a closed quote"));
  EXPECT_THAT(errors("a\n\xff\n"), HasSubstr("[invalid-utf8]"));
}

TEST(Csv, CellsKnowTheirPlace) {
  auto const sources = std::make_shared<Sources>();
  auto const rows = parse_csv(sources, "t.csv", "a,b\n1, 22\n").value();
  EXPECT_EQ(sources->place(rows[1][1].span), "t.csv:2:4");
  EXPECT_EQ(sources->text(rows[1][1].span), "22");
}

}  // namespace
}  // namespace corridor

// The model against published figures: every row of network/tables/checks.csv, and the table in
// docs/data.md that shows them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/published_check.h"
#include "support/shipped.h"

namespace corridor::test {
namespace {

struct Outcome {
  PublishedCheck check;
  Ratio model;
  bool held = false;
};

std::vector<Outcome> const& outcomes() {
  static std::vector<Outcome> const all = [] {
    ShippedNetwork shipped("middle-corridor");
    std::vector<Outcome> found;
    for (auto& check : read_checks(CsvTable::read("network/tables/checks.csv"))) {
      Ratio const model = model_value(shipped, check);
      bool const held = holds(check, model);
      found.push_back({std::move(check), model, held});
    }
    return found;
  }();
  return all;
}

// --- the page --------------------------------------------------------------------------------

int places_of(std::string const& unit) {
  if (unit == "day") return 1;
  return unit == "ratio" ? 2 : 0;
}

std::string published_text(PublishedCheck const& check) {
  // A figure keeps the decimals that it was published with, up to two.
  auto const text = [](Ratio figure) {
    int places = 0;
    Ratio scaled = figure;
    while (scaled.numerator % scaled.denominator != 0) {
      scaled = scaled * Ratio{10, 1};
      ++places;
    }
    return text_of(figure, places);
  };
  std::string range = text(check.low);
  if (!(check.low == check.high)) range += "-" + text(check.high);
  return is_floor(check) ? "at least " + text(check.high) : range;
}

/// How far the model lies outside the published range: "+3.4 %", or "" inside.
std::string difference_text(PublishedCheck const& check, Ratio model) {
  bool const above = !(model <= check.high);
  bool const below = !(check.low <= model);
  if (is_floor(check) || (!above && !below)) return "";
  Ratio const bound = above ? check.high : check.low;
  Ratio const excess = above ? model - bound : bound - model;
  return (above ? "+" : "−") + text_of(excess / bound * Ratio{100, 1}, 1) + " %";
}

std::string question_text(PublishedCheck const& check, std::string const& quantity) {
  if (check.scenarios.empty() || quantity.find("Cape") != std::string::npos) return quantity;
  std::string names;
  for (auto const& name : check.scenarios) names += (names.empty() ? "`" : ", `") + name + "`";
  return quantity + " (" + names + ")";
}

std::string published_table() {
  auto const published = CsvTable::read("network/tables/published.csv");
  std::string page =
      "| id | figure | unit | published | model | outside by | holds |\n"
      "|---|---|---|---|---|---|---|\n";
  std::size_t held = 0;
  for (auto const& [check, model, holds_now] : outcomes()) {
    auto const* row = published.find("id", check.id);
    std::string const quantity =
        row == nullptr ? "" : question_text(check, published.cell(*row, "quantity"));
    page += "| " + check.id + " | " + quantity + " | " + check.unit + " | " +
            published_text(check) + " | " + text_of(model, places_of(check.unit)) + " | " +
            difference_text(check, model) + " | " + (holds_now ? "yes" : "**no**") + " |\n";
    held += holds_now ? 1 : 0;
  }
  return page + "\n" + std::to_string(held) + " of " + std::to_string(outcomes().size()) +
         " hold.\n";
}

/// How many figures of each kind are published, derived or estimated.
std::string origin_table() {
  std::string page =
      "| figure | of | published | derived | estimated | not applied |\n"
      "|---|---|---|---|---|---|\n";
  struct Kind {
    char const* title;
    char const* table;
    std::vector<std::string> columns;
  };
  for (auto const& kind : std::vector<Kind>{
           {"railway links", "rail", {"length", "time", "cost", "emissions", "capacity", "share"}},
           {"sea links", "sea", {"length", "time", "cost", "emissions", "capacity", "share"}},
           {"transfers and passages", "operations", {"time", "cost", "capacity", "share"}}}) {
    auto const table = CsvTable::read(std::string("network/tables/") + kind.table + ".csv");
    for (auto const& column : kind.columns) {
      std::map<std::string, int> count;
      for (auto const& row : table.rows()) ++count[table.cell(row, column + "_status")];
      page += "| " + column + " | " + std::to_string(table.rows().size()) + " " + kind.title;
      for (char const* status : {"sourced", "derived", "estimate", "none"}) {
        page += " | " + std::to_string(count[status]);
      }
      page += " |\n";
    }
  }
  return page;
}

void expect_page_shows(std::string const& name, std::string const& text) {
  if (updating_docs()) replace_generated_part("docs/data.md", name, text);
  EXPECT_EQ(generated_part("docs/data.md", name), text)
      << "CORRIDOR_UPDATE_DOCS=1 rewrites the table";
}

TEST(PublishedFigures, HoldExactlyWhereTheTableSaysSo) {
  for (auto const& [check, model, held] : outcomes()) {
    EXPECT_EQ(held, check.holds) << check.id << ": published " << published_text(check)
                                 << ", model " << text_of(model, 3) << " " << check.unit;
  }
}

TEST(PublishedFigures, HoldIn53Of55Cases) {
  EXPECT_EQ(outcomes().size(), 55u);
  auto const held =
      std::count_if(outcomes().begin(), outcomes().end(), [](Outcome const& o) { return o.held; });
  EXPECT_GE(held, 53);
}

TEST(PublishedFigures, AreAllAsked) {
  auto const published = CsvTable::read("network/tables/published.csv");
  std::set<std::string> wanted, asked;
  for (auto const& row : published.rows()) {
    if (published.cell(row, "use") == "check") wanted.insert(published.cell(row, "id"));
  }
  for (auto const& outcome : outcomes()) asked.insert(outcome.check.id);
  EXPECT_EQ(asked, wanted);
}

TEST(PublishedFigures, AreAskedWithTheRangeThatWasPublished) {
  auto const published = CsvTable::read("network/tables/published.csv");
  for (auto const& outcome : outcomes()) {
    auto const& check = outcome.check;
    auto const* row = published.find("id", check.id);
    ASSERT_NE(row, nullptr) << check.id;
    if (published.cell(*row, "unit") != check.unit) {
      // Half a year was published; the check asks for a year.
      EXPECT_EQ(check.id, "p087");
      EXPECT_TRUE(check.low == decimal(published.cell(*row, "value_low")) * (Ratio{2, 1}));
      continue;
    }
    EXPECT_TRUE(check.low == decimal(published.cell(*row, "value_low"))) << check.id;
    EXPECT_TRUE(check.high == decimal(published.cell(*row, "value_high"))) << check.id;
  }
}

TEST(PublishedFigures, AreExplainedWhereTheyDoNotHold) {
  std::string const page = file_text("docs/data.md");
  auto const reasons = page.find("## What does not hold");
  ASSERT_NE(reasons, std::string::npos);
  for (auto const& outcome : outcomes()) {
    if (outcome.held) continue;
    EXPECT_NE(page.find("**" + outcome.check.id + "**", reasons), std::string::npos)
        << outcome.check.id;
  }
}

TEST(PublishedFigures, FailWhenTheModelLeavesTheRange) {
  PublishedCheck check;
  check.question = "route";
  check.measure = "time_day";
  check.low = {10, 1};
  check.high = {20, 1};
  EXPECT_TRUE(holds(check, {9, 1}));
  EXPECT_FALSE(holds(check, {899, 100}));
  EXPECT_TRUE(holds(check, {22, 1}));
  EXPECT_FALSE(holds(check, {2201, 100}));
  check.measure = "length_km";
  EXPECT_FALSE(holds(check, {9, 1}));
  EXPECT_TRUE(holds(check, {95, 10}));
  check.question = "flow";
  EXPECT_FALSE(holds(check, {19, 1}));
  EXPECT_TRUE(holds(check, {500, 1}));
}

TEST(DataPage, ShowsThePublishedFiguresBesideTheModel) {
  expect_page_shows("published", published_table());
}

TEST(DataPage, CountsWhatIsEstimated) { expect_page_shows("origins", origin_table()); }

}  // namespace
}  // namespace corridor::test

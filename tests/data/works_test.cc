// Each work of network/tables/works.csv with a figure has a scenario that gives that figure.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "support/network_tables.h"
#include "support/ratio.h"
#include "support/shipped.h"

namespace corridor::test {
namespace {

class Works {
 public:
  Works() : table_(CsvTable::read("network/tables/works.csv")), shipped_("middle-corridor") {}

  CsvTable const& table() const { return table_; }
  ShippedNetwork& shipped() { return shipped_; }
  std::string const& cell(CsvTable::Row const& row, char const* column) const {
    return table_.cell(row, column);
  }
  bool has_effect(CsvTable::Row const& row) const {
    return cell(row, "action") == "set" || cell(row, "action") == "open";
  }
  bool in_base(CsvTable::Row const& row) const { return cell(row, "in_base") == "yes"; }
  /// Rows with an effect that the base state lacks, by work.
  std::map<std::string, std::vector<CsvTable::Row const*>> by_work() const {
    std::map<std::string, std::vector<CsvTable::Row const*>> works;
    for (auto const& row : table_.rows()) {
      if (has_effect(row) && !in_base(row)) works[cell(row, "work")].push_back(&row);
    }
    return works;
  }

 private:
  CsvTable table_;
  ShippedNetwork shipped_;
};

/// The work alone, with what it needs.
Network network_with(Works& works, std::string const& work) {
  if (work == "cku-stage-2") return works.shipped().with({"cku", work});
  return works.shipped().with({work});
}

std::optional<ElementRef> find_element(Network const& network, std::string const& id) {
  if (auto const link = find_link(network, id)) return {{ElementKind::link, link->index()}};
  auto const colon = id.find(':');
  auto const node = find_node(network, id.substr(0, colon));
  if (!node) return std::nullopt;
  if (id.ends_with(":passage")) {
    auto const passage = network.nodes[*node].passage;
    if (!passage) return std::nullopt;
    return {{ElementKind::passage, passage->index()}};
  }
  auto const arrow = id.find('>');
  auto const from = find_mode(network, id.substr(colon + 1, arrow - colon - 1));
  auto const to = find_mode(network, id.substr(arrow + 1));
  if (!from || !to) return std::nullopt;
  auto const transfer = find_transfer(network, *node, *from, *to);
  if (!transfer) return std::nullopt;
  return {{ElementKind::transfer, transfer->index()}};
}

Fraction share_of(Network const& network, ElementRef ref) { return element(network, ref).share; }

/// `12 train_pairs/day` of the table as kept text of this element: with its share, its length.
std::string kept_value(Network const& network, ElementRef ref, std::string const& field,
                       std::string const& value, std::string const& unit) {
  Figures figures = element(network, ref).figures;
  if (field == "capacity") {
    Fraction const share = share_of(network, ref);
    Ratio const percent{share.numerator * 100, share.denominator};
    figures.capacity = kept_capacity(value, unit, text_of(percent, 3), network.assumptions);
    return kept_text(figures, Field::capacity);
  }
  Ratio hours = decimal(value);
  if (field == "speed") {
    // km/day; the tables round times to a tenth of an hour.
    Ratio const tenths = Ratio{figures.length.parts() * 240, 1000} / hours;
    hours = Ratio{rounded_half_up(tenths), 10};
  }
  figures.time = Duration::of_parts(rounded_half_up(hours * Ratio{1000, 1}));
  return kept_text(figures, Field::time);
}

Field field_of(std::string const& name) {
  return name == "capacity" ? Field::capacity : Field::time;
}

/// Values that changes gave to a figure, in order.
std::vector<std::string> settings(Network const& network, ElementRef ref, Field field) {
  std::vector<std::string> values;
  for (Edit const& edit : network.edits) {
    if (!edit.node && edit.element == ref && edit.field == field) values.push_back(edit.after);
  }
  return values;
}

TEST(Work, HasAScenarioExactlyWhenAFigureIsPublished) {
  Works works;
  auto const with_figures = works.by_work();
  auto const scenarios = file_names("scenarios", ".yaml");
  for (auto const& row : works.table().rows()) {
    std::string const work = works.cell(row, "work");
    EXPECT_EQ(std::count(scenarios.begin(), scenarios.end(), work),
              static_cast<std::ptrdiff_t>(with_figures.count(work)))
        << works.table().place(row) << ": " << work;
  }
  EXPECT_GE(with_figures.size(), 20u);
}

TEST(Work, GivesTheValueOfTheTable) {
  Works works;
  int compared = 0;
  for (auto const& [work, rows] : works.by_work()) {
    Network const after = network_with(works, work);
    // Several rows of one work may change the same figure one after another.
    std::map<std::pair<std::string, std::string>, std::size_t> turn;
    for (auto const* row : rows) {
      if (works.cell(*row, "action") != "set") continue;
      std::string const field = works.cell(*row, "field");
      for (auto const& id : split(works.cell(*row, "rows"), ';')) {
        auto const ref = find_element(after, id);
        ASSERT_TRUE(ref) << works.table().place(*row) << ": " << id;
        auto const values = settings(after, *ref, field_of(field));
        std::size_t const index = turn[{id, field}]++;
        ASSERT_LT(index, values.size()) << works.table().place(*row) << ": " << id;
        EXPECT_EQ(values[index], kept_value(after, *ref, field, works.cell(*row, "after"),
                                            works.cell(*row, "unit")))
            << works.table().place(*row) << ": " << id << "." << field;
        ++compared;
      }
    }
    for (auto const& [figure, count] : turn) {
      auto const ref = find_element(after, figure.first);
      Field const field = field_of(figure.second);
      auto const values = settings(after, *ref, field);
      EXPECT_EQ(values.size(), count) << work << ": " << figure.first;
      EXPECT_EQ(values.back(), kept_text(element(after, *ref).figures, field)) << figure.first;
    }
  }
  EXPECT_GE(compared, 25);
}

TEST(Work, StartsFromTheValueOfTheBase) {
  Works works;
  Network const& base = works.shipped().base();
  for (auto const& row : works.table().rows()) {
    std::string const field = works.cell(row, "field");
    bool const later_ships = works.cell(row, "id") == "ships-2x700";  // on top of the row before
    if (works.cell(row, "action") != "set" || works.in_base(row) || field == "speed" ||
        later_ships) {
      continue;
    }
    for (auto const& id : split(works.cell(row, "rows"), ';')) {
      auto const ref = find_element(base, id);
      ASSERT_TRUE(ref) << works.table().place(row) << ": " << id;
      EXPECT_EQ(kept_text(element(base, *ref).figures, field_of(field)),
                kept_value(base, *ref, field, works.cell(row, "before"), works.cell(row, "unit")))
          << works.table().place(row) << ": " << id << "." << field;
    }
  }
}

TEST(Work, IsInTheBaseWhereTheTableSaysSo) {
  Works works;
  Network const& base = works.shipped().base();
  int compared = 0;
  for (auto const& row : works.table().rows()) {
    // The figures of this work are of one terminal in Altynkol, the network holds the station.
    if (!works.in_base(row) || works.cell(row, "id") == "khorgos-second-facility") continue;
    for (auto const& id : split(works.cell(row, "rows"), ';')) {
      auto const ref = find_element(base, id);
      ASSERT_TRUE(ref) << works.table().place(row) << ": " << id;
      ++compared;
      if (works.cell(row, "action") == "open") {
        EXPECT_TRUE(usable(base.links[LinkId(ref->index)], base.year)) << id;
        continue;
      }
      EXPECT_EQ(
          kept_text(element(base, *ref).figures, Field::capacity),
          kept_value(base, *ref, "capacity", works.cell(row, "after"), works.cell(row, "unit")))
          << works.table().place(row) << ": " << id;
    }
  }
  EXPECT_GE(compared, 8);
}

TEST(Work, OpensItsLinksAndNothingElse) {
  Works works;
  Network const& base = works.shipped().base();
  int opened = 0;
  for (auto const& [work, rows] : works.by_work()) {
    std::set<std::string> expected;
    for (auto const* row : rows) {
      if (works.cell(*row, "action") != "open" || works.cell(*row, "table") == "operations") {
        continue;
      }
      for (auto const& id : split(works.cell(*row, "rows"), ';')) expected.insert(id);
    }
    if (work == "cku-stage-2") expected.insert("kashgar-andijan");  // by the first stage
    Network const after = network_with(works, work);
    std::set<std::string> found;
    for (LinkId const id : base.links.ids()) {
      bool const before = usable(base.links[id], base.year);
      bool const now = usable(after.links[id], base.year);
      EXPECT_TRUE(now || !before) << work << " shuts " << base.links[id].id;
      if (now && !before) found.insert(base.links[id].id);
    }
    EXPECT_EQ(found, expected) << work;
    opened += static_cast<int>(found.size());
  }
  EXPECT_GE(opened, 8);
}

TEST(Work, QuotesTheSourcesOfItsRows) {
  Works works;
  for (auto const& [work, rows] : works.by_work()) {
    Network const after = network_with(works, work);
    std::set<std::string> quoted;
    for (Edit const& edit : after.edits) {
      for (SourceId const id : edit.sources) quoted.insert(after.sources[id].id);
    }
    for (auto const* row : rows) {
      for (auto const& source : split(works.cell(*row, "source"), ';')) {
        EXPECT_EQ(quoted.count(source), 1u) << works.table().place(*row) << ": " << source;
      }
    }
  }
}

}  // namespace
}  // namespace corridor::test

// network/middle-corridor.yaml and network/tables/*.csv say the same, both ways.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

#include "corridor/io/document.h"
#include "support/network_tables.h"
#include "support/shipped.h"

namespace corridor::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char const* kFile = "network/middle-corridor.yaml";

struct World {
  ShippedNetwork shipped{"middle-corridor"};
  EstimateLists estimates = read_estimates();
  DataTables tables = read_tables();

  static EstimateLists read_estimates() {
    auto document = parse_file(std::make_shared<Sources>(), kFile);
    return document ? estimate_lists(*document) : EstimateLists();
  }
};

std::string lines(std::vector<std::string> const& found) {
  std::string text;
  for (auto const& line : found) text += line + "\n";
  return text;
}

std::set<std::string> used_sources(Network const& network) {
  std::set<SourceId> used;
  auto const add = [&](std::vector<SourceId> const& ids) { used.insert(ids.begin(), ids.end()); };
  for (auto const& node : network.nodes) add(node.sources);
  for (auto const& link : network.links) add(link.element.sources);
  for (auto const& transfer : network.transfers) add(transfer.element.sources);
  for (auto const& passage : network.passages) add(passage.element.sources);
  for (auto const& edit : network.edits) add(edit.sources);
  std::set<std::string> ids;
  for (SourceId const id : used) ids.insert(network.sources[id].id);
  return ids;
}

TEST(MiddleCorridor, EqualsTheTablesInEveryFigure) {
  World const world;
  auto const found = disagreements(world.shipped.base(), world.estimates, world.tables);
  EXPECT_THAT(found, IsEmpty()) << lines(found);
}

TEST(MiddleCorridor, IsAsLargeAsItSays) {
  // An empty network would agree with empty tables.
  World const world;
  EXPECT_EQ(world.shipped.base().nodes.size(), 143u);
  EXPECT_EQ(world.shipped.base().links.size(), 200u);
  EXPECT_EQ(world.shipped.base().transfers.size() + world.shipped.base().passages.size(), 79u);
}

TEST(MiddleCorridor, GivesASourceOrAnEstimateForEveryFigure) {
  World const world;
  auto const found = unfounded(world.shipped.base(), world.estimates);
  EXPECT_THAT(found, IsEmpty()) << lines(found);
}

TEST(MiddleCorridor, TakesItsAssumptionsFromTheParameters) {
  World const world;
  auto const parameters = CsvTable::read("network/tables/parameters.csv");
  auto const expect = [&](std::optional<Decimal> const& kept, char const* id) {
    auto const* row = parameters.find("id", id);
    ASSERT_NE(row, nullptr) << id;
    ASSERT_TRUE(kept) << id;
    EXPECT_EQ(format_parts(kept->digits, 1), parameters.cell(*row, "value")) << id;
    EXPECT_EQ(kept->places, 0) << id;
  };
  Assumptions const& assumptions = world.shipped.base().assumptions;
  expect(assumptions.teu_per_train, "teu_per_train");
  expect(assumptions.tonnes_per_teu, "tonnes_per_teu");
  expect(assumptions.operating_days, "operating_days");
}

TEST(MiddleCorridor, NamesNoSourceThatNeitherItNorAScenarioUses) {
  World world;
  Network const& base = world.shipped.base();
  auto used = used_sources(base);
  for (auto const& name : file_names("scenarios", ".yaml")) {
    auto const with_it = world.shipped.try_with({name});
    if (!with_it) continue;  // studies, and scenarios of the teaching network
    used.merge(used_sources(*with_it));
  }
  for (Source const& source : base.sources) EXPECT_EQ(used.count(source.id), 1u) << source.id;
}

// --- the comparison finds what it should ---------------------------------------------------------

TEST(Disagreement, NamesFieldValuesAndBothLines) {
  World world;
  world.tables.rail.set("id", "dostyk-aktogay", "length_km", "312.9");
  auto const found = disagreements(world.shipped.base(), world.estimates, world.tables);
  ASSERT_THAT(found, ElementsAre(HasSubstr("dostyk-aktogay.length_km"), HasSubstr("'312.8 km'")));
  EXPECT_THAT(found[0], HasSubstr("'312800'"));
  EXPECT_THAT(found[0], HasSubstr("'312900'"));
  EXPECT_THAT(found[0], HasSubstr(std::string(kFile) + ":"));
  auto const* row = world.tables.rail.find("id", "dostyk-aktogay");
  EXPECT_THAT(found[0], HasSubstr("network/tables/rail.csv:" + std::to_string(row->line)));
}

TEST(Disagreement, IsFoundInEveryColumn) {
  // Each cell that the comparison reads is spoilt in turn; a column that nobody reads would slip.
  struct Spoilt {
    char const* table;
    char const* id;
    char const* column;
    char const* text;
  };
  World const world;
  for (auto const& s : std::initializer_list<Spoilt>{
           {"nodes", "aktau", "name", "Aqtau"},
           {"nodes", "aktau", "country", "KG"},
           {"nodes", "aktau", "lat", "43.6824"},
           {"nodes", "aktau", "lon", "51.2128"},
           {"nodes", "aktau", "locode", "KZAKT"},
           {"nodes", "aktau", "kind", "station"},
           {"nodes", "aktau", "coordinate_source", "S1 (nothing)"},
           {"nodes", "aktau", "id", "aqtau"},
           {"rail", "dostyk-aktogay", "from", "aktogay"},
           {"rail", "dostyk-aktogay", "mode", "rail_1435"},
           {"rail", "dostyk-aktogay", "gauge", "1435"},
           {"rail", "dostyk-aktogay", "time_h", "7.6"},
           {"rail", "dostyk-aktogay", "cost_usd_per_teu", "93.85"},
           {"rail", "dostyk-aktogay", "emissions_kg_per_teu", "105.634"},
           {"rail", "dostyk-aktogay", "capacity_value", "13"},
           {"rail", "dostyk-aktogay", "capacity_unit", "trains/day"},
           {"rail", "dostyk-aktogay", "share_percent", "92"},
           {"rail", "dostyk-aktogay", "share_status", "none"},
           {"rail", "dostyk-aktogay", "capacity_status", "estimate"},
           {"rail", "dostyk-aktogay", "status", "planned"},
           {"rail", "dostyk-aktogay", "opens", "2031"},
           {"rail", "dostyk-aktogay", "corridors", "northern"},
           {"rail", "dostyk-aktogay", "source", "S1"},
           {"sea", "aktau-alat", "capacity_value", "89001"},
           {"operations", "aktau:rail_1520>caspian_feeder", "direction", "one_way"},
           {"operations", "aktau:rail_1520>caspian_feeder", "time_h", "67"},
           {"operations", "aktau:rail_1520>caspian_feeder", "capacity_value", "70001"},
           {"operations", "saryagash:rail_1520:passage", "cost_usd_per_teu", "1"},
           {"sources", "S1", "publisher", "Somebody"},
           {"sources", "S1", "date", "2025-09-29"},
       }) {
    DataTables tables = world.tables;
    CsvTable& table = std::string(s.table) == "nodes"        ? tables.nodes
                      : std::string(s.table) == "rail"       ? tables.rail
                      : std::string(s.table) == "sea"        ? tables.sea
                      : std::string(s.table) == "operations" ? tables.operations
                                                             : tables.sources;
    table.set(std::string(s.table) == "sources" ? "key" : "id", s.id, s.column, s.text);
    EXPECT_FALSE(disagreements(world.shipped.base(), world.estimates, tables).empty())
        << s.table << " " << s.id << " " << s.column;
  }
}

TEST(Disagreement, IsFoundWhenTheNetworkIsWrong) {
  World const world;
  Network network = world.shipped.base();
  network.links[*find_link(network, "aktau-alat")].element.figures.capacity =
      Capacity::of_parts(90000);
  auto const found = disagreements(network, world.estimates, world.tables);
  EXPECT_THAT(found, ElementsAre(HasSubstr("aktau-alat.capacity")));
}

TEST(Disagreement, IsFoundWhenAnEstimateIsNotMarked) {
  World world;
  world.estimates["dostyk-aktogay"].pop_back();
  auto const found = disagreements(world.shipped.base(), world.estimates, world.tables);
  EXPECT_THAT(found, ElementsAre(HasSubstr("dostyk-aktogay.estimate")));
}

TEST(Unfounded, IsAFigureWithNeitherSourceNorMark) {
  World world;
  world.estimates["lianyungang-zhengzhou"].pop_back();
  EXPECT_THAT(unfounded(world.shipped.base(), world.estimates),
              ElementsAre("lianyungang-zhengzhou.share"));
}

}  // namespace
}  // namespace corridor::test

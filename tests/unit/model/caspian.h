#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corridor/model/builder.h"

namespace corridor::test {

/// The specs of "Two ways to the Caspian", the network that docs/format.md explains:
///
///   xian --rail_1435-- dostyk --rail_1520-- aktau ~~caspian~~> alat
///
/// with a transfer both ways at dostyk and one way at aktau. Tests change single values.
struct Caspian {
  AssumptionsSpec assumptions{"82", "11", "347"};
  std::vector<SourceSpec> sources{{.id = "S1", .title = Text("Opening of the second track")}};
  std::vector<ModeSpec> modes{
      {.id = "rail_1435",
       .kind = Text("rail"),
       .gauge = Text("1435 mm"),
       .speed = Text("1000 km/day"),
       .cost = Text("0.28 USD/TEU/km"),
       .emissions = Text("130 g/TEU/km")},
      {.id = "rail_1520",
       .kind = Text("rail"),
       .gauge = Text("1520 mm"),
       .speed = Text("1000 km/day"),
       .cost = Text("0.30 USD/TEU/km"),
       .emissions = Text("200 g/TEU/km")},
      {.id = "caspian",
       .kind = Text("sea"),
       .speed = Text("12 kn"),
       .cost = Text("0.90 USD/TEU/km"),
       .emissions = Text("380 g/TEU/km")},
  };
  std::vector<NodeSpec> nodes{
      {.id = "xian", .name = Text("Xi'an"), .latitude = Text("34.2583"), .longitude = "108.9286"},
      {.id = "dostyk",
       .name = Text("Dostyk"),
       .latitude = Text("45.2529"),
       .longitude = Text("82.4867"),
       .transfers = {{.from = Text("rail_1435"),
                      .to = Text("rail_1520"),
                      .both_ways = true,
                      .element = {.time = Text("24 h"),
                                  .cost = Text("165 USD/TEU"),
                                  .capacity = Text("20 Mt/year"),
                                  .share = Text("40 %"),
                                  .sources = {"S1"}}}},
       .passage = ElementSpec{.time = Text("6 h"), .capacity = Text("unlimited")}},
      {.id = "aktau",
       .latitude = Text("43.6823"),
       .longitude = Text("51.2129"),
       .transfers = {{.from = Text("rail_1520"),
                      .to = Text("caspian"),
                      .element = {.time = Text("72 h"),
                                  .cost = Text("150 USD/TEU"),
                                  .capacity = Text("140000 TEU/year")}}}},
      {.id = "alat", .latitude = Text("39.98"), .longitude = Text("49.45")},
  };
  std::vector<LinkSpec> links{
      {.id = "xian-dostyk",
       .from = Text("xian"),
       .to = Text("dostyk"),
       .both_ways = true,
       .mode = Text("rail_1435"),
       .element = {.length = Text("3217 km"), .capacity = Text("30 trains/day")}},
      {.id = "dostyk-aktau",
       .from = Text("dostyk"),
       .to = Text("aktau"),
       .both_ways = true,
       .mode = Text("rail_1520"),
       .corridors = {"middle"},
       .element = {.length = Text("3086 km"),
                   .capacity = Text("12 train_pairs/day"),
                   .share = Text("27 %"),
                   .sources = {"S1"}}},
      {.id = "aktau-alat",
       .from = Text("aktau"),
       .to = Text("alat"),
       .mode = Text("caspian"),
       .corridors = {"middle"},
       .element = {.length = Text("420 km"),
                   .time = Text("20 h"),
                   .capacity = Text("89000 TEU/year")}},
  };
  std::vector<RegionSpec> regions{{.id = "sea", .nodes = {"aktau", "alat"}}};

  NetworkBuilder builder() const {
    NetworkBuilder builder("Two ways to the Caspian", 2025);
    builder.assume(assumptions);
    for (auto const& source : sources) builder.add(source);
    for (auto const& mode : modes) builder.add(mode);
    for (auto const& node : nodes) builder.add(node);
    for (auto const& link : links) builder.add(link);
    for (auto const& region : regions) builder.add(region);
    return builder;
  }

  Result<Network> build() const { return builder().finish(); }
};

/// "[code] message (hint)" of each diagnostic.
inline std::vector<std::string> summaries(Diagnostics const& diagnostics) {
  std::vector<std::string> lines;
  for (auto const& diagnostic : diagnostics) {
    auto line = "[" + std::string(name_of(diagnostic.code)) + "] " + diagnostic.message;
    if (!diagnostic.hint.empty()) line += " (" + diagnostic.hint + ")";
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace corridor::test

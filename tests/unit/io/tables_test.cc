// Nodes and links that stand in CSV tables.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "corridor/base/decimal.h"
#include "corridor/io/load.h"
#include "corridor/io/pack.h"
#include "corridor/scenario/provenance.h"

namespace corridor {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

constexpr char const* kHead =
    "format: 1\n"
    "network: Tables\n"
    "year: 2025\n"
    "assumptions: {teu_per_train: 80, tonnes_per_teu: 10, operating_days: 350}\n"
    "sources: {S1: {title: News}}\n"
    "modes:\n"
    "  rail: {kind: rail, speed: 1000 km/day, cost: 0.5 USD/TEU/km, emissions: 100 g/TEU/km}\n"
    "  sea: {kind: sea, speed: 10 kn, cost: 0.1 USD/TEU/km, emissions: 50 g/TEU/km}\n";

/// A folder of its own for each test, gone afterwards.
class Tables : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (fs::temp_directory_path() / "corridor-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    write("nodes.csv", "id,name,country,lat,lon,kind\na,Aa,KZ,50.5,60,hub\nb,,,51,61,\nc,,,,,\n");
    write("links.csv",
          "id,from,to,mode,length,capacity\nab,a,b,rail,100 km,5000 TEU/year\n"
          "bc,b,c,sea,50 km,unlimited\n");
    write("net.yaml", std::string(kHead) + "tables: {nodes: nodes.csv, links: links.csv}\n");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(std::string const& name, std::string const& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  Result<Network> load(std::string const& name = "net.yaml") {
    return loader_.network((folder_ / name).string());
  }
  /// Every message of a network that is refused, without the folder.
  std::string refusal(std::string const& name = "net.yaml") {
    auto const network = load(name);
    if (network) return "";
    auto text = render(network.error(), *loader_.sources());
    auto const folder = folder_.string() + "/";
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
      text.erase(at, folder.size());
    }
    return text;
  }

  Loader loader_;
  fs::path folder_;
};

Link const& link_of(Network const& network, char const* id) {
  return network.links[find_link(network, id).value()];
}

TEST_F(Tables, GiveTheNetworkThatTheSameYamlGives) {
  write("same.yaml",
        std::string(kHead) +
            "nodes:\n  a: {name: Aa, country: KZ, at: [50.5, 60], kind: hub}\n"
            "  b: {at: [51, 61]}\n  c: {}\n"
            "links:\n  ab: {from: a, to: b, mode: rail, length: 100 km, capacity: 5000 TEU/year}\n"
            "  bc: {from: b, to: c, mode: sea, length: 50 km, capacity: unlimited}\n");
  auto const tables = load();
  auto const yaml = load("same.yaml");
  ASSERT_TRUE(tables && yaml) << refusal();
  ASSERT_EQ(tables->nodes.size(), yaml->nodes.size());
  for (auto const id : yaml->nodes.ids()) {
    EXPECT_EQ(tables->nodes[id].id, yaml->nodes[id].id);
    EXPECT_EQ(tables->nodes[id].name, yaml->nodes[id].name);
    EXPECT_EQ(tables->nodes[id].country, yaml->nodes[id].country);
    EXPECT_EQ(tables->nodes[id].kind, yaml->nodes[id].kind);
    EXPECT_EQ(tables->nodes[id].at, yaml->nodes[id].at);
  }
  ASSERT_EQ(tables->links.size(), yaml->links.size());
  for (auto const id : yaml->links.ids()) {
    EXPECT_EQ(tables->links[id].element.figures, yaml->links[id].element.figures);
    EXPECT_EQ(tables->links[id].from, yaml->links[id].from);
    EXPECT_EQ(tables->links[id].to, yaml->links[id].to);
    EXPECT_EQ(tables->links[id].mode, yaml->links[id].mode);
  }
}

TEST_F(Tables, TakeUnitsFromTheHeader) {
  write("links.csv",
        "id,from,to,mode,length_km,time_h,cost_usd_per_teu,emissions_kg_per_teu,"
        "capacity_trains_per_day,share_percent\n"
        "ab,a,b,rail,100.5,7.25,30,9,3,50\n"
        "bc,b,c,sea,50,,,,unlimited,\n");
  auto const network = load();
  ASSERT_TRUE(network) << refusal();
  auto const& figures = link_of(*network, "ab").element.figures;
  EXPECT_EQ(figures.length.parts(), 100'500);
  EXPECT_EQ(figures.time.parts(), 7'250);
  EXPECT_EQ(figures.cost.parts(), 30'000);
  EXPECT_EQ(figures.emissions.parts(), 9'000);
  EXPECT_EQ(figures.capacity.capacity().parts(), 3 * 80 * 350 / 2);
  EXPECT_TRUE(link_of(*network, "bc").element.figures.capacity.unlimited());
}

TEST_F(Tables, MayHaveMarksQuotesAndAnyLineEnd) {
  write("nodes.csv",
        "\xEF\xBB\xBFid,name,at,source\r\na,\"A \"\"x\"\", y\",\"[50.5, 60]\",S1\r\n"
        "b,\"two\r\nlines\",50;61,\r\nc,,,\r\n");
  write("links.csv",
        "id,between,mode,length,capacity,corridors,status\r\n"
        "ab,a;b,rail,100 km,unlimited,north;south,closed\r\n"
        "bc,\"[b, c]\",sea,50 km,unlimited,,\r\n");
  auto const network = load();
  ASSERT_TRUE(network) << refusal();
  EXPECT_EQ(network->nodes[NodeId(0)].name, "A \"x\", y");
  EXPECT_EQ(network->nodes[NodeId(0)].at, (Point{505'000'000, 600'000'000}));
  EXPECT_EQ(network->nodes[NodeId(0)].sources.size(), 1U);
  EXPECT_EQ(network->nodes[NodeId(1)].name, "two\r\nlines");
  EXPECT_TRUE(link_of(*network, "ab").both_ways);
  EXPECT_EQ(link_of(*network, "ab").corridors.size(), 2U);
  EXPECT_EQ(link_of(*network, "ab").status, Status::closed);
  EXPECT_EQ(link_of(*network, "bc").from, NodeId(1));
}

TEST_F(Tables, ComeAfterWhatTheYamlSays) {
  write("net.yaml",
        std::string(kHead) +
            "nodes: {z: {}}\n"
            "links: {za: {between: [z, a], mode: rail, length: 1 km, capacity: unlimited}}\n"
            "tables: {nodes: nodes.csv, links: links.csv}\n");
  auto const network = load();
  ASSERT_TRUE(network) << refusal();
  EXPECT_EQ(network->nodes[NodeId(0)].id, "z");
  EXPECT_EQ(network->nodes[NodeId(1)].id, "a");
  EXPECT_EQ(network->links[LinkId(0)].id, "za");
}

TEST_F(Tables, LeaveTransfersAndPassagesToTheYaml) {
  write("net.yaml",
        std::string(kHead) +
            "tables: {nodes: nodes.csv, links: links.csv}\n"
            "transfers:\n  b: [{between: [rail, sea], time: 24 h, capacity: unlimited}]\n"
            "passages:\n  a: {time: 3 h, capacity: unlimited}\n");
  auto const network = load();
  ASSERT_TRUE(network) << refusal();
  ASSERT_EQ(network->transfers.size(), 1U);
  EXPECT_EQ(network->transfers[TransferId(0)].node, find_node(*network, "b"));
  EXPECT_TRUE(network->nodes[find_node(*network, "a").value()].passage);
  write("lost.yaml", std::string(kHead) +
                         "tables: {nodes: nodes.csv, links: links.csv}\n"
                         "passages:\n  nowhere: {time: 3 h, capacity: unlimited}\n");
  EXPECT_THAT(refusal("lost.yaml"), HasSubstr("11:3: error: no node 'nowhere' [unknown-node]"));
}

TEST_F(Tables, AreRefusedWithThePlaceInTheTable) {
  write("links.csv",
        "id,from,to,mode,length,capacity\nab,a,x,rail,100 km,5000 TEU/year\n"
        "bc,b,c,rali,50 kn,5000\nab,a,b,rail,5 km,unlimited\n");
  auto const text = refusal();
  EXPECT_THAT(text, HasSubstr("links.csv:2:6: error: link 'ab': no node 'x' [unknown-node]"));
  EXPECT_THAT(text, HasSubstr("links.csv:3:8: error: link 'bc': no mode 'rali' [unknown-mode]"));
  EXPECT_THAT(text, HasSubstr("did you mean 'rail'?"));
  EXPECT_THAT(text, HasSubstr("links.csv:3:13: error: link 'bc': 'kn' is a unit of speed"));
  EXPECT_THAT(text, HasSubstr("links.csv:3:19: error: link 'bc': '5000' has no unit"));
  EXPECT_THAT(text, HasSubstr("links.csv:4:1: error: link 'ab': appears twice, first on line 2"));
}

TEST_F(Tables, AreRefusedForTheirHeader) {
  write("links.csv", "id,from,to,mode,lenght_km,capacity,mode\nab,a,b,rail,1,unlimited,rail\n");
  auto const text = refusal();
  EXPECT_THAT(text, HasSubstr("links.csv:1:17: error: unknown column 'lenght_km' [unknown-key]"));
  EXPECT_THAT(text, HasSubstr("did you mean 'length_km'?"));
  EXPECT_THAT(text, HasSubstr("links.csv:1:36: error: column 'mode' appears twice"));
  EXPECT_THAT(text, HasSubstr("links.csv:1:1: error: column 'length' is missing"));
}

TEST_F(Tables, WithoutReadableRowsAreNotCalledEmpty) {
  write("links.csv", "id,from,to,mode,lenght,capacity\nab,a,b,rail,1 km,unlimited\n");
  EXPECT_EQ(refusal().find("the network has no links"), std::string::npos) << refusal();
  write("links.csv", "id,from,to,mode,length,capacity\nab,a,b,rail,1 km\n");
  EXPECT_EQ(refusal().find("the network has no links"), std::string::npos) << refusal();
  write("links.csv", "id,from,to,mode,length,capacity\n");
  EXPECT_THAT(refusal(), HasSubstr("the network has no links"));
}

TEST_F(Tables, AreRefusedForTheirRows) {
  write("links.csv",
        "id,from,to,mode,length,capacity\nab,a,b,rail,1 km\n,a,b,rail,1 km,unlimited\n");
  auto const text = refusal();
  EXPECT_THAT(text, HasSubstr("links.csv:2:1: error: this row has 5 cells, the header 6"));
  EXPECT_THAT(text, HasSubstr("links.csv:3:1: error: this link has no id"));
  write("links.csv", "id,from,to,mode,length,capacity\nab,a,b,rail,1 km,\"unlimited\n");
  EXPECT_THAT(refusal(), HasSubstr("this quote is never closed"));
  write("links.csv", "id,from,to,mode,length,capacity\nab,a,b\x01,rail,1 km,unlimited\n");
  EXPECT_THAT(refusal(), HasSubstr("links.csv:2:7: error: control character U+0001"));
}

TEST_F(Tables, HaveIdsThatAreUniqueAcrossTheYaml) {
  write("net.yaml",
        std::string(kHead) + "nodes: {a: {}}\ntables: {nodes: nodes.csv, links: links.csv}\n");
  EXPECT_THAT(refusal(),
              HasSubstr("nodes.csv:2:1: error: node 'a': appears twice, first at net.yaml:9:9"));
}

TEST_F(Tables, ThatAreMissingAreRefusedWhereTheyAreNamed) {
  write("net.yaml", std::string(kHead) + "tables: {nodes: nodes.csv, links: lniks.csv}\n");
  auto const text = refusal();
  EXPECT_THAT(text, HasSubstr("net.yaml:9:35: error: 'lniks.csv': no such file [file-not-found]"));
}

TEST_F(Tables, AreWhereExplainPoints) {
  auto const network = load();
  ASSERT_TRUE(network) << refusal();
  auto const explained = explain(*network, "ab.capacity");
  ASSERT_EQ(explained.figures.size(), 1U);
  auto const& figure = explained.figures.front();
  EXPECT_EQ(figure.written, "5000 TEU/year");
  EXPECT_EQ(network->texts->place(figure.set_by.front().span),
            (folder_ / "links.csv").string() + ":2:20");
}

/// What `explain` says was written for a figure.
std::string written(Network const& network, char const* figure) {
  return explain(network, figure).figures.front().written;
}

TEST_F(Tables, AreExplainedWithTheUnitOfTheHeader) {
  write("links.csv",
        "id,from,to,mode,length_km,time,capacity_trains_per_day,share_percent\n"
        "ab,a,b,rail,100.5,7 h,3,50\nbc,b,c,sea,50,,unlimited,\n");
  auto const network = load();
  ASSERT_TRUE(network) << refusal();
  EXPECT_EQ(written(*network, "ab.length"), "100.5 km");
  EXPECT_EQ(written(*network, "ab.time"), "7 h");
  EXPECT_EQ(written(*network, "ab.capacity"), "3 trains/day");
  EXPECT_EQ(explain(*network, "ab.capacity").figures.front().set_by.front().what,
            "written 3 trains/day, share 50 %");
  EXPECT_EQ(written(*network, "bc.time"), "50 km at 10 kn");
  EXPECT_EQ(written(*network, "bc.capacity"), "unlimited");
  auto const pack = Pack::read("x.pack", to_pack(*network));
  ASSERT_TRUE(pack);
  auto const packed = pack->network(std::make_shared<Sources>());
  ASSERT_TRUE(packed);
  EXPECT_EQ(written(*packed, "ab.capacity"), "3 trains/day");
}

TEST_F(Tables, OfGmnsAreExplainedWithTheUnitsOfTheFolder) {
  write("node.csv", "node_id,x_coord,y_coord\n1,60,50\n2,61,51\n");
  write("link.csv",
        "link_id,from_node_id,to_node_id,directed,length,free_speed,capacity\n"
        "10,1,2,false,120,60,12\n");
  write("config.csv", "long_length,speed\nkm,kph\n");
  write("corridor.yaml", std::string(kHead) + "gmns: {capacity: TEU/day, mode: rail}\n");
  auto const network = load("corridor.yaml");
  ASSERT_TRUE(network) << refusal("corridor.yaml");
  EXPECT_EQ(written(*network, "10.length"), "120 km");
  EXPECT_EQ(written(*network, "10.time"), "60 km/h");
  EXPECT_EQ(written(*network, "10.capacity"), "12 TEU/day");
}

TEST_F(Tables, AreNoTextOfADocumentThatIsReadAlone) {
  auto const document =
      parse_text(std::make_shared<Sources>(), "net.yaml",
                 std::string(kHead) + "tables: {nodes: nodes.csv, links: links.csv}\n");
  ASSERT_TRUE(document);
  auto const network = read_network(*document);
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().front().code, Code::file_not_found);
}

// ---- GMNS --------------------------------------------------------------------------------------

TEST_F(Tables, OfGmnsAreReadWithTheYamlBesideThem) {
  write("node.csv", "node_id,name,x_coord,y_coord,zone_id\n1,Aa,60,50.5,\n2,,61,51,\n3,,62,51,\n");
  write("link.csv",
        "link_id,from_node_id,to_node_id,directed,length,free_speed,capacity,lanes,allowed_uses\n"
        "10,1,2,false,120,60,12,1,rail\n11,2,3,1,50,,unlimited,,\n");
  write("config.csv", "dataset_name,long_length,speed,crs\nx,km,kph,EPSG:4326\n");
  write("corridor.yaml", std::string(kHead) + "gmns: {capacity: TEU/day, mode: sea}\n");
  auto const network = loader_.network(folder_.string());
  ASSERT_TRUE(network) << render(network.error(), *loader_.sources());
  auto const& first = link_of(*network, "10");
  EXPECT_TRUE(first.both_ways);
  EXPECT_EQ(network->modes[first.mode].id, "rail");
  EXPECT_EQ(first.element.figures.length.parts(), 120'000);
  EXPECT_EQ(first.element.figures.time.parts(), 2'000);
  EXPECT_EQ(first.element.figures.capacity.capacity().parts(), 12 * 350);
  auto const& second = link_of(*network, "11");
  EXPECT_FALSE(second.both_ways);
  EXPECT_EQ(network->modes[second.mode].id, "sea");
  EXPECT_EQ(network->nodes[NodeId(0)].at, (Point{505'000'000, 600'000'000}));
  EXPECT_EQ(network->files.size(), 4U);
}

TEST_F(Tables, OfGmnsHaveLengthsThatAreRoundedHalfUpToTheMetre) {
  write("node.csv", "node_id,x_coord,y_coord\n1,60,50\n2,61,51\n");
  write("link.csv",
        "link_id,from_node_id,to_node_id,directed,length,capacity\n"
        "a,1,2,1,0.0004999999999999999999,unlimited\nb,1,2,1,0.0005,unlimited\n"
        "c,1,2,1,1.23456789012345678,unlimited\nd,1,2,1,5.250,unlimited\n");
  write("config.csv", "long_length\nkm\n");
  write("corridor.yaml", std::string(kHead) + "gmns: {mode: rail}\n");
  auto const network = load("corridor.yaml");
  ASSERT_TRUE(network) << refusal("corridor.yaml");
  std::vector<std::int64_t> metres;
  for (auto const& link : network->links) metres.push_back(link.element.figures.length.parts());
  EXPECT_THAT(metres, ::testing::ElementsAre(0, 1, 1235, 5250));
  write("config.csv", "long_length\nm\n");
  write("link.csv",
        "link_id,from_node_id,to_node_id,directed,length,capacity\n"
        "a,1,2,1,12.5,unlimited\nb,1,2,1,-0.5,unlimited\n");
  EXPECT_THAT(refusal("corridor.yaml"),
              HasSubstr("link.csv:3:9: error: link 'b': '-0.5 m' is below 0"));
}

TEST_F(Tables, OfGmnsHaveNoSilentUnits) {
  write("node.csv", "node_id,x_coord,y_coord\n1,60,50\n2,61,51\n");
  write("link.csv",
        "link_id,from_node_id,to_node_id,directed,length,capacity,allowed_uses\n"
        "10,1,2,maybe,120,12,\"rail,sea\"\n");
  write("corridor.yaml", std::string(kHead) + "gmns: {}\n");
  auto const text = refusal("corridor.yaml");
  EXPECT_THAT(text, HasSubstr("link.csv:2:8: error: 'directed' takes true or false, not 'maybe'"));
  EXPECT_THAT(text, HasSubstr("'120' has no unit [missing-unit]"));
  EXPECT_THAT(text, HasSubstr("'12' has no unit [missing-unit]"));
  EXPECT_THAT(text, HasSubstr("'rail,sea' are several uses, a link has one mode"));
  write("config.csv", "long_length,speed,crs\nmiles,kph,EPSG:3857\n");
  EXPECT_THAT(refusal("corridor.yaml"), HasSubstr("config.csv:2:1: error: no unit 'miles'"));
  EXPECT_THAT(refusal("corridor.yaml"), HasSubstr("no reference system 'EPSG:3857'"));
}

}  // namespace
}  // namespace corridor

#include "corridor/io/pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "corridor/io/load.h"
#include "corridor/scenario/provenance.h"
#include "support/generate.h"

namespace corridor {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char const* kYaml =
    "format: 1\n"
    "network: Packed\n"
    "year: 2025\n"
    "assumptions: {teu_per_train: 80, tonnes_per_teu: 10.5, operating_days: 350}\n"
    "sources: {S1: {title: News, date: 2025-01-01}}\n"
    "modes:\n"
    "  rail: {kind: rail, gauge: 1435 mm, speed: 1000 km/day, cost: 0.5 USD/TEU/km,\n"
    "         emissions: 100 g/TEU/km}\n"
    "  sea: {kind: sea, speed: 10 kn, cost: 0.1 USD/TEU/km, emissions: 50 g/TEU/km}\n"
    "nodes:\n"
    "  a: {name: Aa, country: KZ, at: [50.5, -60], passage: {time: 3 h, capacity: 9 TEU/year}}\n"
    "  b: {transfers: [{between: [rail, sea], cost: 9.5 USD/TEU, capacity: unlimited}]}\n"
    "  c: {source: S1, note: the end}\n"
    "links:\n"
    "  ab: {between: [a, b], mode: rail, length: 100 km, capacity: 3 trains/day, share: 27 %,\n"
    "       corridors: [north], source: S1,\n"
    "       expansion: {cost: 3 USD per TEU/year, up_to: 50 TEU/year}}\n"
    "  bc: {from: b, to: c, mode: sea, length: 50.25 km, time: 7 h, capacity: unlimited,\n"
    "       opens: 2027-06, estimate: [time]}\n"
    "regions: {ends: [a, c]}\n";

Network network_of(std::string const& yaml) {
  auto const document = parse_text(std::make_shared<Sources>(), "net.yaml", yaml);
  return read_network(document.value()).value();
}

/// Everything that two networks can differ in, as text: what a pack would hold, byte by byte.
std::string content(Network const& network) { return to_pack(network); }

Result<Network> unpacked(std::string bytes) {
  auto const pack = Pack::read("test.pack", std::move(bytes));
  if (!pack) return pack.error();
  return pack->network(std::make_shared<Sources>());
}

TEST(Pack, GivesTheNetworkBack) {
  auto const network = network_of(kYaml);
  auto const bytes = to_pack(network);
  auto const pack = Pack::read("test.pack", bytes);
  ASSERT_TRUE(pack) << pack.error().front().message;
  EXPECT_EQ(pack->node_count(), 3U);
  EXPECT_EQ(pack->link_count(), 2U);
  auto const again = unpacked(bytes);
  ASSERT_TRUE(again) << again.error().front().message;
  ASSERT_EQ(again->links.size(), 2U);
  for (auto const id : network.links.ids()) {
    auto const& a = network.links[id];
    auto const& b = again->links[id];
    EXPECT_EQ(a.element.figures, b.element.figures);
    EXPECT_EQ(a.element.origin, b.element.origin);
    EXPECT_EQ(a.element.share, b.element.share);
    EXPECT_EQ(a.opens, b.opens);
    EXPECT_EQ(a.status, b.status);
  }
  EXPECT_EQ(again->nodes[NodeId(0)].at, network.nodes[NodeId(0)].at);
  EXPECT_EQ(again->expansions.size(), 1U);
  EXPECT_EQ(again->nodes_by_id, network.nodes_by_id);
  EXPECT_EQ(content(*again), content(network));
}

TEST(Pack, KeepsWhatExplainShows) {
  auto const network = network_of(kYaml);
  auto const again = unpacked(to_pack(network));
  ASSERT_TRUE(again);
  for (auto const* what : {"ab", "bc", "b:rail>sea", "a:passage"}) {
    auto const before = explain(network, what);
    auto const after = explain(*again, what);
    ASSERT_EQ(before.figures.size(), after.figures.size());
    for (std::size_t i = 0; i < before.figures.size(); ++i) {
      auto const& a = before.figures[i];
      auto const& b = after.figures[i];
      EXPECT_EQ(a.value, b.value);
      EXPECT_EQ(a.written, b.written);
      ASSERT_EQ(a.set_by.size(), b.set_by.size());
      for (std::size_t k = 0; k < a.set_by.size(); ++k) {
        EXPECT_EQ(a.set_by[k].what, b.set_by[k].what);
        EXPECT_EQ(network.texts->place(a.set_by[k].span), again->texts->place(b.set_by[k].span));
      }
    }
  }
}

TEST(Pack, GivesAnyNetworkBack) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    auto const network = test::build(test::sample(seed).spec);
    auto const bytes = to_pack(network);
    auto const again = unpacked(bytes);
    ASSERT_TRUE(again) << seed << again.error().front().message;
    ASSERT_EQ(to_pack(*again), bytes) << seed;
    for (auto const id : network.links.ids()) {
      ASSERT_EQ(network.links[id].element.figures, again->links[id].element.figures) << seed;
      ASSERT_EQ(network.links[id].from, again->links[id].from) << seed;
      ASSERT_EQ(network.links[id].corridors, again->links[id].corridors) << seed;
    }
    for (auto const id : network.nodes.ids()) {
      ASSERT_EQ(network.nodes[id].transfers, again->nodes[id].transfers) << seed;
      ASSERT_EQ(network.nodes[id].passage, again->nodes[id].passage) << seed;
    }
  }
}

TEST(Pack, HandsOutTheOrderThatItWasGiven) {
  auto const pack =
      Pack::read("x", to_pack(network_of(kYaml), std::vector<std::uint32_t>{2, 0, 1}));
  ASSERT_TRUE(pack);
  EXPECT_THAT(pack->order(), ElementsAre(2, 0, 1));
  EXPECT_FALSE(Pack::read("x", to_pack(network_of(kYaml), std::vector<std::uint32_t>{2, 0, 2})));
}

TEST(Pack, RefusesOrSurvivesEveryChangedByte) {
  auto const network = network_of(kYaml);
  auto const bytes = to_pack(network, std::vector<std::uint32_t>{1, 0});
  std::size_t refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (unsigned const flip : {0x01U, 0x80U, 0xFFU}) {
      auto changed = bytes;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ flip);
      auto const read = unpacked(changed);
      refused += read ? 0U : 1U;
      // Only the zeros between columns mean nothing.
      if (read) {
        ASSERT_EQ(to_pack(*read), to_pack(network)) << at;
      }
    }
  }
  EXPECT_GT(refused, bytes.size() * 2);
}

TEST(Pack, RefusesEveryShorterFile) {
  auto const bytes = to_pack(network_of(kYaml));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_FALSE(Pack::read("x", bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(Pack::read("x", bytes + std::string(8, '\0')));
}

TEST(Pack, SaysWhyAFileIsRefused) {
  auto bytes = to_pack(network_of(kYaml));
  auto const message = [](std::string const& text) {
    auto const pack = Pack::read("x.pack", text);
    return pack ? std::string()
                : std::string(name_of(pack.error().front().code)) + ": " +
                      pack.error().front().message;
  };
  EXPECT_EQ(message("format: 1\n"), "wrong-file-kind: is no pack");
  EXPECT_THAT(message(bytes.substr(0, 100)), HasSubstr("unreadable-file: is damaged"));
  bytes[8] = 2;
  EXPECT_EQ(message(bytes),
            "unsupported-format: is a pack of version 2; this program reads version 1");
}

}  // namespace
}  // namespace corridor

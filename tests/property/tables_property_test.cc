// Networks that are written as files and read again are the same networks.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "corridor/analysis/shortest_path.h"
#include "corridor/graph/compile.h"
#include "corridor/io/dimacs.h"
#include "corridor/io/read.h"
#include "corridor/io/tables.h"
#include "corridor/report/dimacs.h"
#include "support/content.h"
#include "support/generate.h"
#include "support/shipped.h"

namespace corridor {
namespace {

using test::Random;
using Files = std::map<std::string, std::string>;

Files by_name(std::vector<NetworkFileText> const& files) {
  Files texts;
  for (auto const& file : files) texts[file.name] = file.text;
  return texts;
}

/// Reads files that lie beside each other; the network is the one named.
Network read(Files const& files, std::string const& name) {
  auto const sources = std::make_shared<Sources>();
  auto const document = parse_text(sources, name, files.at(name));
  if (!document) throw std::invalid_argument(render(document.error(), *sources));
  auto network = read_network(*document, nullptr, [&](Text const& wanted) {
    auto const& text = files.at(wanted.text);
    bool const marked = text.starts_with("\xEF\xBB\xBF");
    return Result<std::uint32_t>(sources->add(wanted.text, text.substr(marked ? 3 : 0)));
  });
  if (!network) throw std::invalid_argument(render(network.error(), *sources));
  return std::move(network).value();
}

Network through_csv(Network const& network) {
  return read(by_name(to_csv_tables(network)), "network.yaml");
}
Network through_gmns(Network const& network) {
  return read(by_name(to_gmns(network)), "corridor.yaml");
}

/// Words that break careless writers. YAML has no carriage returns.
std::string words(Random& random, bool in_yaml = true) {
  static std::vector<std::string> const pieces = {
      "a",      "B c",  ",",  ";",    "\"", "\"\"", "'",         "\n", "\r\n",
      " ",      "\t",   "#",  ": ",   "- ", "\\",   "[x]",       "{",  "}",
      "&x",     "*y",   "!t", "null", "~",  "=1+1", "100",       "%",  "Ürümqi",
      "Достык", "西安", "@",  "|",    ">",  "yes",  "2025-01-01"};
  std::string text;
  for (std::size_t i = 0, count = 1 + random.below(5); i < count; ++i) {
    auto const& piece = pieces[random.below(pieces.size())];
    text += in_yaml && piece == "\r\n" ? "\n" : piece;
  }
  return text;
}

OptionalText maybe_words(Random& random, bool in_yaml = true) {
  if (random.percent(50)) return std::nullopt;
  return Text(words(random, in_yaml));
}

template <class T>
T one_of(Random& random, std::vector<T> const& choices) {
  return choices[random.below(choices.size())];
}

std::vector<Text> maybe_source(Random& random) {
  if (random.percent(60)) return {};
  if (random.percent(30)) return {Text("S2"), Text("s-1.a")};
  return {Text("S2")};
}

void decorate(ElementSpec& element, Random& random, bool link) {
  element.note = maybe_words(random, !link);
  element.sources = maybe_source(random);
  if (random.percent(30)) element.estimates = {Text("time"), Text("capacity")};
  if (random.percent(20)) element.time = Text(one_of<std::string>(random, {"7 min", "2.5 day"}));
  if (random.percent(20))
    element.cost = Text(one_of<std::string>(random, {"9.125 USD/t", "7 USD/FEU"}));
  if (random.percent(30)) {
    element.capacity = Text(
        one_of<std::string>(random, {"3 trains/day", "0.7 Mt/year", "12.5 TEU/day", "9 FEU/year"}));
    if (random.percent(50)) {
      element.share =
          Text(one_of<std::string>(random, {"27 %", "0.125", "0 %", "100 %", "33.3 %"}));
    }
    if (random.percent(50)) {
      ExpansionSpec expansion;
      expansion.cost = Text("3.125 USD per TEU/year");
      expansion.up_to =
          Text(one_of<std::string>(random, {"unlimited", "50 TEU/year", "2 trains/day"}));
      expansion.note = maybe_words(random, !link);
      expansion.sources = maybe_source(random);
      if (random.percent(50)) expansion.estimates = {Text("up_to")};
      element.expansion = expansion;
    }
  }
  if (link && random.percent(20))
    element.length = Text(one_of<std::string>(random, {"12 nmi", "836.25 km", "7 m"}));
  if (link && random.percent(30)) element.departures = Text("3/week");
  // What the mode's rates give is not written.
  if (link && random.percent(40)) element.time = element.cost = element.emissions = std::nullopt;
}

/// A random network with every feature of the format, built without a file.
Network network_of(std::uint64_t seed) {
  Random random(seed + 9'000'000);
  auto spec = test::sample(seed).spec;
  NetworkBuilder builder(words(random), 2025);
  if (random.percent(50)) builder.note(words(random));
  builder.assume({"80", "10.50", "350"});
  for (auto const* id : {"s-1.a", "S2"}) {
    builder.add(SourceSpec{.id = id,
                           .title = Text(words(random)),
                           .date = Text("2025-01-01"),
                           .note = maybe_words(random)});
  }
  for (auto& mode : spec.modes) {
    mode.name = maybe_words(random);
    mode.note = maybe_words(random);
    mode.sources = maybe_source(random);
    mode.speed = Text(one_of<std::string>(random, {"1000 km/day", "12.5 kn", "40 km/h"}));
    mode.cost =
        Text(one_of<std::string>(random, {"0.3 USD/TEU/km", "1 USD/FEU/km", "0.01 USD/t/km"}));
    mode.emissions =
        Text(one_of<std::string>(random, {"130 g/TEU/km", "0.2 kg/TEU/km", "7 g/t/km"}));
    builder.add(mode);
  }
  for (auto& node : spec.nodes) {
    node.name = maybe_words(random, false);
    node.note = maybe_words(random, false);
    node.sources = maybe_source(random);
    if (random.percent(70)) {
      node.latitude = Text(one_of<std::string>(random, {"-50.1234567", "0", "43.5"}));
      node.longitude = Text(one_of<std::string>(random, {"179.9999999", "-0.5", "60"}));
    }
    for (auto& transfer : node.transfers) decorate(transfer.element, random, false);
    if (node.passage) decorate(*node.passage, random, false);
    builder.add(node);
  }
  for (auto& link : spec.links) {
    decorate(link.element, random, true);
    if (!link.closes && random.percent(20))
      link.opens = Text(one_of<std::string>(random, {"2027", "2027-06", "2027-06-30"}));
    builder.add(link);
  }
  for (auto const& region : spec.regions) builder.add(region);
  if (random.percent(50)) builder.add(RegionSpec{"everything", {Text(spec.nodes[0].id.text)}});
  auto network = std::move(builder).finish();
  if (!network) throw std::invalid_argument(network.error().front().message);
  return std::move(network).value();
}

RC_GTEST_PROP(Tables, GiveAnyNetworkBackThatWasWrittenAsCsv, (std::uint64_t seed)) {
  auto const network = network_of(seed);
  RC_ASSERT((test::content_of(through_csv(network)) == test::content_of(network)));
}

RC_GTEST_PROP(Tables, GiveAnyNetworkBackThatWasWrittenAsGmns, (std::uint64_t seed)) {
  auto const network = network_of(seed);
  RC_ASSERT((test::content_of(through_gmns(network)) == test::content_of(network)));
}

RC_GTEST_PROP(Tables, GiveTheSameFilesWhenWhatTheyGaveIsWrittenAgain, (std::uint64_t seed)) {
  auto const files = by_name(to_csv_tables(network_of(seed)));
  RC_ASSERT((by_name(to_csv_tables(read(files, "network.yaml"))) == files));
}

/// A text with CRLF line ends, but inside quotes, and a byte order mark.
std::string as_spreadsheets_write(std::string const& text) {
  std::string marked = "\xEF\xBB\xBF";
  bool quoted = false;
  for (char const c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) marked += '\r';
    marked += c;
  }
  return marked;
}

RC_GTEST_PROP(Tables, MayPassThroughASpreadsheet, (std::uint64_t seed)) {
  auto const network = network_of(seed);
  auto files = by_name(to_csv_tables(network));
  for (auto const* table : {"nodes.csv", "links.csv"}) {
    files[table] = as_spreadsheets_write(files[table]);
  }
  RC_ASSERT((test::content_of(read(files, "network.yaml")) == test::content_of(network)));
}

TEST(Tables, GiveTheShippedNetworksBack) {
  for (auto const* name : {"middle-corridor", "seven-places"}) {
    auto const shipped = test::ShippedNetwork(name);
    auto const& network = shipped.base();
    EXPECT_TRUE(test::content_of(through_csv(network)) == test::content_of(network)) << name;
    EXPECT_TRUE(test::content_of(through_gmns(network)) == test::content_of(network)) << name;
  }
}

// --- DIMACS --------------------------------------------------------------------------------------

RC_GTEST_PROP(Dimacs, GivesTheSameGraphAndDistanceBackThroughItsFiles, (std::uint64_t seed)) {
  auto const sample = test::sample(seed);
  auto const network = network_of(seed);
  auto const question = test::ask(network, sample.from, sample.to);
  auto const graph = compile(network, question);
  RC_PRE(graph.arc_count() > 0);
  auto const& by_time = *find_objective("time");
  auto const sources = std::make_shared<Sources>();
  auto const places = sources->add("g.co", to_dimacs_places(network, question, graph));
  auto const text = to_dimacs_paths(network, question, graph, by_time);
  auto const problem = read_dimacs(sources, "g.gr", text, places);
  if (!problem) throw std::invalid_argument(render(problem.error(), *sources));
  auto const& again = problem->network;

  RC_ASSERT(again.links.size() == graph.arc_count());
  for (ArcId const arc : graph.columns().tail.ids()) {
    auto const& link = again.links[LinkId(arc.index())];
    RC_ASSERT(again.nodes[link.from].id == std::to_string(graph.tail(arc).index() + 1));
    RC_ASSERT(again.nodes[link.to].id == std::to_string(graph.head(arc).index() + 1));
    RC_ASSERT(link.element.figures.time == totals_of(graph, arc).time);
  }
  for (auto const& node : again.nodes) {
    VertexId const vertex(std::stoul(node.id) - 1);
    bool const inner = vertex != graph.origin() && vertex != graph.destination();
    bool const placed = inner && network.nodes[graph.columns().node[vertex]].at.has_value();
    RC_ASSERT(node.at.has_value() == placed);
  }

  auto const route = shortest_path(network, graph, question, by_time);
  if (!find_node(again, "1") || !find_node(again, "2")) {
    RC_ASSERT(!route.has_value());
    return;
  }
  auto const same = test::ask(again, "1", "2");
  auto const route_again = shortest_path(again, compile(again, same), same, by_time);
  RC_ASSERT(route.has_value() == route_again.has_value());
  if (route) RC_ASSERT(route->totals.time == route_again->totals.time);
}

}  // namespace
}  // namespace corridor

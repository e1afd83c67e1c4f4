#include "corridor/io/dimacs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "corridor/base/code.h"

namespace corridor {
namespace {

namespace fs = std::filesystem;

fs::path const kFolder = fs::path(CORRIDOR_SOURCE_DIR) / "tests" / "bad_dimacs";

std::string const kProblem =
    "c a square\n"
    "p max 4 5\n"
    "n 1 s\n"
    "n 4 t\n"
    "a 1 2 3\n"
    "c between\n"
    "a 1 3 2\n"
    "a 2 3 1\n"
    "a 2 4 2\n"
    "a 3 4 4\n";

Result<DimacsProblem> read(std::string text) {
  return read_dimacs(std::make_shared<Sources>(), "test.max", std::move(text));
}

TEST(Dimacs, NodesAndArcsKeepTheirNumbersAsIds) {
  auto const problem = read(kProblem);
  ASSERT_TRUE(problem);
  auto const& network = problem->network;
  EXPECT_EQ(problem->source, "1");
  EXPECT_EQ(problem->sink, "4");
  ASSERT_EQ(network.nodes.size(), 4u);
  ASSERT_EQ(network.links.size(), 5u);
  auto const third = find_link(network, "a3");
  ASSERT_TRUE(third);
  auto const& link = network.links[*third];
  EXPECT_EQ(network.nodes[link.from].id, "2");
  EXPECT_EQ(network.nodes[link.to].id, "3");
  EXPECT_FALSE(link.both_ways);
  auto const& figures = link.element.figures;
  EXPECT_EQ(figures.capacity.capacity().parts(), 1);
  EXPECT_EQ(figures.length.parts(), 0);
  EXPECT_EQ(figures.time.parts(), 0);
  EXPECT_EQ(figures.cost.parts(), 0);
  EXPECT_EQ(figures.emissions.parts(), 0);
  EXPECT_EQ(link.element.written[static_cast<std::size_t>(Field::capacity)].line, 8u);
}

TEST(Dimacs, WindowsLineEndsBlanksAndAMissingLastLineEndAreRead) {
  auto const problem = read("p  max\t2 1\r\nn 1 s\r\n\r\nn 2 t\r\n  a 1 2 7  ");
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->network.links[LinkId(0)].element.figures.capacity.capacity().parts(), 7);
}

TEST(Dimacs, NodesThatNoArcTouchesAreLeftOut) {
  auto const problem = read("p max 4000000000 1\nn 7 s\nn 9 t\na 7 9 1\n");
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->network.nodes.size(), 2u);
}

TEST(Dimacs, IsRecognisedByItsNameOrItsFirstLine) {
  EXPECT_TRUE(is_dimacs("x.max", ""));
  EXPECT_TRUE(is_dimacs("x", kProblem));
  EXPECT_TRUE(is_dimacs("x", "\n c  hm\np max 1 1\n"));
  EXPECT_TRUE(is_dimacs("x.gr", ""));
  EXPECT_TRUE(is_dimacs("x", "c graph\np sp 1 1\n"));
  EXPECT_FALSE(is_dimacs("x", "p min 1 1\n"));
  EXPECT_FALSE(is_dimacs("x", "format: 1\np max 1 1\n"));
  EXPECT_FALSE(is_dimacs("x", ""));
}

std::string const kGraph =
    "c a graph\n"
    "p sp 3 3\n"
    "a 1 2 1500\n"
    "a 2 3 7\n"
    "a 3 1 0\n";

TEST(DimacsGraph, WeightsAreThousandthsOfAnHour) {
  auto const problem = read(kGraph);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->source, "");
  auto const& links = problem->network.links;
  ASSERT_EQ(links.size(), 3U);
  EXPECT_EQ(links[LinkId(0)].element.figures.time.parts(), 1'500);
  EXPECT_EQ(links[LinkId(1)].element.figures.time.parts(), 7);
  EXPECT_EQ(links[LinkId(2)].element.figures.time.parts(), 0);
  EXPECT_EQ(links[LinkId(1)].id, "a2");
  EXPECT_TRUE(links[LinkId(1)].element.figures.capacity.unlimited());
  EXPECT_EQ(links[LinkId(1)].element.written[static_cast<std::size_t>(Field::time)].line, 4U);
}

TEST(DimacsGraph, PlacesAreMillionthsOfADegree) {
  auto const sources = std::make_shared<Sources>();
  auto const places =
      sources->add("x.co", "c places\np aux sp co 2\nv 1 -73530767 41085396\nv 2 60000000 -7\n");
  auto const problem = read_dimacs(sources, "x.gr", kGraph, places);
  ASSERT_TRUE(problem);
  auto const& nodes = problem->network.nodes;
  EXPECT_EQ(nodes[NodeId(0)].at, (Point{410'853'960, -735'307'670}));
  EXPECT_EQ(nodes[NodeId(1)].at, (Point{-70, 600'000'000}));
  EXPECT_FALSE(nodes[NodeId(2)].at);
  EXPECT_EQ(problem->network.files.size(), 2U);
}

TEST(DimacsGraph, MistakesOfItsPlacesAreReported) {
  auto const sources = std::make_shared<Sources>();
  auto const places = sources->add("x.co", "v 1 1.5 7\nv 2 7\nv x 1 1\nv 3 1 1\nv 3 1 1\n");
  auto const problem = read_dimacs(sources, "x.gr", kGraph, places);
  ASSERT_FALSE(problem);
  std::vector<std::string> found;
  for (auto const& finding : problem.error()) {
    found.push_back(sources->place(finding.span) + " " + std::string(name_of(finding.code)));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"x.co:1:5 bad-number", "x.co:2:1 dimacs-line",
                                             "x.co:3:3 bad-number", "x.co:5:3 duplicate-id"}));
}

TEST(DimacsGraph, HasNoTerminalsAndNoNegativeWeights) {
  auto const problem = read("p sp 2 1\nn 1 s\na 1 2 -4\n");
  ASSERT_FALSE(problem);
  ASSERT_EQ(problem.error().size(), 2U);
  EXPECT_EQ(name_of(problem.error()[0].code), "dimacs-line");
  EXPECT_EQ(name_of(problem.error()[1].code), "negative-number");
}

TEST(Dimacs, AllMistakesOfAFileAreReported) {
  auto const problem = read("p max 2 2\nn 1 s\nn 2 t\na 1 5 x\nq\n");
  ASSERT_FALSE(problem);
  std::vector<std::string> places;
  for (auto const& finding : problem.error()) {
    places.push_back(std::to_string(finding.span.line) + ":" + std::to_string(finding.span.column) +
                     " " + std::string(name_of(finding.code)));
  }
  EXPECT_EQ(places, (std::vector<std::string>{"1:9 wrong-count", "4:5 unknown-node",
                                              "4:7 bad-number", "5:1 dimacs-line"}));
}

// ---- tests/bad_dimacs: the first line says what is wrong where, `c expect: 4:7 bad-number` ------

std::string text_of(fs::path const& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> bad_files() {
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(kFolder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class BadDimacs : public testing::TestWithParam<fs::path> {};

TEST_P(BadDimacs, GivesExactlyItsCodeAtItsPlace) {
  auto const text = text_of(GetParam());
  static std::regex const form(R"(c expect: (\d+:\d+ [a-z0-9-]+))");
  std::smatch match;
  auto const first = text.substr(0, text.find('\n'));
  ASSERT_TRUE(std::regex_match(first, match, form)) << first;
  auto const problem = read(text);
  ASSERT_FALSE(problem);
  ASSERT_EQ(problem.error().size(), 1u) << problem.error()[1].message;
  auto const& finding = problem.error().front();
  EXPECT_EQ(std::to_string(finding.span.line) + ":" + std::to_string(finding.span.column) + " " +
                std::string(name_of(finding.code)),
            match[1])
      << finding.message;
}

INSTANTIATE_TEST_SUITE_P(Each, BadDimacs, testing::ValuesIn(bad_files()), [](auto const& each) {
  auto name = each.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(BadDimacs, EveryCodeOfTheFormatHasAFile) {
  std::set<std::string> codes;
  for (auto const& file : bad_files()) {
    auto const text = text_of(file);
    auto const line = text.substr(0, text.find('\n'));
    codes.insert(line.substr(line.rfind(' ') + 1));
  }
  for (auto const* code : {"dimacs-line", "missing-problem-line", "missing-terminal", "wrong-count",
                           "unknown-node", "bad-number", "negative-number", "self-loop",
                           "overlapping-ends", "no-links", "out-of-range"}) {
    EXPECT_TRUE(codes.contains(code)) << code;
  }
}

}  // namespace
}  // namespace corridor

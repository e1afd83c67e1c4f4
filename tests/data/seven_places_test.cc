// docs/seven-places.md adds the teaching network up by hand; every figure of its tables must be
// what the program and the library say.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "corridor/analysis/max_flow.h"
#include "corridor/analysis/shortest_path.h"
#include "corridor/graph/compile.h"
#include "support/csv.h"
#include "support/ratio.h"
#include "support/shipped.h"

namespace corridor::test {
namespace {

constexpr char const* kPage = "docs/seven-places.md";

using Cells = std::vector<std::string>;

struct PageTable {
  Cells header;
  std::vector<Cells> rows;
};

std::string trimmed(std::string text) {
  text = std::regex_replace(text, std::regex(R"(^\s+|\s+$|\*\*)"), "");
  return text;
}

Cells cells_of(std::string const& line) {
  Cells cells;
  for (auto const& cell : split(std::string_view(line).substr(1), '|')) {
    cells.push_back(trimmed(cell));
  }
  return cells;
}

std::vector<PageTable> page_tables() {
  std::vector<PageTable> tables;
  bool inside = false;
  std::stringstream page(file_text(kPage));
  for (std::string line; std::getline(page, line);) {
    bool const row = line.starts_with("|");
    if (row && !inside) tables.push_back({cells_of(line), {}});
    if (row && inside && !line.starts_with("|---")) tables.back().rows.push_back(cells_of(line));
    inside = row;
  }
  return tables;
}

std::vector<PageTable> tables_with(std::string const& first_header) {
  std::vector<PageTable> found;
  for (auto& table : page_tables()) {
    if (table.header.front() == first_header) found.push_back(std::move(table));
  }
  return found;
}

std::string without_commas(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  return text;
}

/// The result a cell ends with: 80 of "3,200 / 40 = 80 h", nothing of an empty cell.
std::optional<Ratio> result_of(std::string const& cell) {
  auto const equals = cell.rfind('=');
  std::string const end = equals == std::string::npos ? cell : cell.substr(equals + 1);
  std::smatch match;
  if (!std::regex_search(end, match, std::regex(R"([0-9][0-9,.]*)"))) return std::nullopt;
  return decimal(without_commas(match.str()));
}

std::string code_in(std::string const& cell) {
  std::smatch match;
  return std::regex_search(cell, match, std::regex("`([^`]+)`")) ? match[1].str() : "";
}

/// Compares a cell with a kept amount and counts it.
class Counter {
 public:
  void expect(std::string const& cell, std::int64_t parts, std::int64_t parts_per_unit,
              std::string const& what) {
    auto const value = result_of(cell);
    if (!value) {
      EXPECT_EQ(parts, 0) << what << ": the page leaves the cell empty";
      return;
    }
    EXPECT_TRUE(*value == (Ratio{parts, parts_per_unit}))
        << what << ": the page says " << cell << ", the network "
        << format_parts(parts, parts_per_unit);
    ++count_;
  }
  void expect(Cells const& row, Totals const& totals, std::string const& what) {
    expect(row.at(row.size() - 3), totals.time.parts(), 1000, what + ", time");
    expect(row.at(row.size() - 2), totals.cost.parts(), 1000, what + ", cost");
    expect(row.at(row.size() - 1), totals.emissions.parts(), 1000, what + ", emissions");
  }
  int count() const { return count_; }

 private:
  int count_ = 0;
};

Question question_of(Network const& network, std::optional<std::string> const& corridor) {
  Question question;
  question.from = find_place(network, "xian").nodes;
  question.to = find_place(network, "budapest").nodes;
  if (corridor) question.corridor = find_corridor(network, *corridor);
  return question;
}

TEST(SevenPlaces, HasTheFiguresOfItsLinks) {
  ShippedNetwork shipped("seven-places");
  Network const& network = shipped.base();
  Counter counter;
  for (auto const& table : tables_with("link")) {
    for (auto const& row : table.rows) {
      auto const id = find_link(network, code_in(row[0]));
      ASSERT_TRUE(id) << row[0];
      Figures const& figures = network.links[*id].element.figures;
      counter.expect(row.at(1), figures.length.parts(), 1000, row[0]);
      counter.expect(row, {figures.length, figures.time, figures.cost, figures.emissions}, row[0]);
    }
  }
  EXPECT_EQ(counter.count(), 7 * 4) << "of all seven links";
}

/// What a row of a route's table calls the leg.
std::string leg_name(Network const& network, Graph const& graph, Leg const& leg) {
  auto const ref = graph.element(leg.arc).value();
  if (ref.kind == ElementKind::link) return "`" + id_of(network, ref) + "`";
  if (ref.kind == ElementKind::passage) {
    return "passage at " + network.nodes[network.passages[PassageId(ref.index)].node].name;
  }
  auto const mode = [&](VertexId v) { return network.modes[graph.columns().mode[v]].id; };
  return "transfer at " + network.nodes[network.transfers[TransferId(ref.index)].node].name + ", " +
         mode(graph.tail(leg.arc)) + " to " + mode(graph.head(leg.arc));
}

TEST(SevenPlaces, AddsItsRoutesUp) {
  ShippedNetwork shipped("seven-places");
  Network const& network = shipped.base();
  auto const tables = tables_with("step");
  ASSERT_EQ(tables.size(), 2u) << "over the Caspian, by sea";
  Counter counter;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    Question const question = question_of(network, t == 0 ? "middle" : "deep_sea");
    Graph const graph = compile(network, question);
    auto const route = shortest_path(network, graph, question, *find_objective("time"));
    ASSERT_TRUE(route);
    auto const legs = legs_of(graph, *route);
    ASSERT_EQ(tables[t].rows.size(), legs.size() + 1) << "the legs and their sum";
    for (std::size_t i = 0; i < legs.size(); ++i) {
      EXPECT_EQ(tables[t].rows[i][0], leg_name(network, graph, legs[i]));
      counter.expect(tables[t].rows[i], legs[i].totals, tables[t].rows[i][0]);
    }
    counter.expect(tables[t].rows.back(), route->totals, "sum");
    counter.expect(tables[t].rows.back()[0], route->totals.length.parts(), 1000, "sum of lengths");
  }
  EXPECT_GE(counter.count(), 30);
}

/// The element a row of the table of capacities names.
Element const* element_named(Network const& network, std::string const& cell) {
  if (auto const link = find_link(network, code_in(cell))) return &network.links[*link].element;
  for (Transfer const& transfer : network.transfers) {
    if (cell == "transfer at " + network.nodes[transfer.node].name) return &transfer.element;
  }
  for (Passage const& passage : network.passages) {
    if (cell == "passage at " + network.nodes[passage.node].name) return &passage.element;
  }
  return nullptr;
}

TEST(SevenPlaces, HasTheCapacitiesOfItsElements) {
  ShippedNetwork shipped("seven-places");
  Network const& network = shipped.base();
  Counter counter;
  std::set<Element const*> seen;
  for (auto const& table : tables_with("element")) {
    for (auto const& row : table.rows) {
      Element const* element = element_named(network, row.at(0));
      ASSERT_NE(element, nullptr) << row[0];
      seen.insert(element);
      if (row.at(1) == "unlimited") {
        EXPECT_TRUE(element->figures.capacity.unlimited()) << row[0];
      } else {
        ASSERT_FALSE(element->figures.capacity.unlimited()) << row[0];
        counter.expect(row.at(2), element->figures.capacity.capacity().parts(), 1, row[0]);
      }
    }
  }
  EXPECT_EQ(seen.size(), network.links.size() + network.transfers.size() + network.passages.size());
  EXPECT_EQ(counter.count(), 11);
}

std::set<std::string> ids_of(Network const& network, Graph const& graph,
                             std::vector<ArcId> const& arcs) {
  std::set<std::string> ids;
  for (ArcId const arc : arcs) ids.insert(id_of(network, graph.element(arc).value()));
  return ids;
}

TEST(SevenPlaces, HasTheThroughputAndCutsOfItsScenarios) {
  ShippedNetwork shipped("seven-places");
  Counter counter;
  for (auto const& table : tables_with("scenario")) {
    for (auto const& row : table.rows) {
      std::string const scenario = code_in(row[0]);
      Network const network = scenario.empty() ? shipped.base() : shipped.with({scenario});
      for (std::size_t column = 1; column < table.header.size(); ++column) {
        std::string const head = table.header[column];
        if (head == "cut") continue;
        std::string const tag = code_in(head);
        Graph const graph =
            compile(network, question_of(network, tag.empty() ? std::nullopt : std::optional(tag)));
        Flow const flow = max_flow(graph);
        ASSERT_TRUE(flow.bounded);
        counter.expect(row.at(column), flow.throughput.parts(), 1, row[0] + " " + head);
        if (tag.empty()) continue;
        EXPECT_EQ(ids_of(network, graph, flow.cut),
                  std::set<std::string>{code_in(row.at(column + 1))})
            << row[0] << " " << head;
      }
    }
  }
  EXPECT_EQ(counter.count(), 9) << "three scenarios, two corridors and all";
}

TEST(SevenPlaces, SaysHowFarTheBottleneckMayGrow) {
  std::string const page = file_text(kPage);
  std::string const paragraph = page.substr(page.find("**How far may a bottleneck grow?**"));
  std::regex const difference(R"(([0-9,]+) - ([0-9,]+) = ([0-9,]+))");
  std::sregex_iterator found(paragraph.begin(), paragraph.end(), difference), end;
  ShippedNetwork shipped("seven-places");
  int count = 0;
  for (auto const& scenarios :
       std::vector<std::vector<std::string>>{{}, {"seven-fivefold"}, {"seven-port"}}) {
    ASSERT_NE(found, end);
    Network const network = shipped.with(scenarios);
    Graph const graph = compile(network, question_of(network, "middle"));
    Flow const flow = max_flow(graph);
    EXPECT_EQ(without_commas((*found)[2]), std::to_string(flow.throughput.parts()));
    EXPECT_EQ(without_commas((*found)[3]), std::to_string(headroom(graph, flow).amount.parts()));
    ++found;
    ++count;
  }
  EXPECT_EQ(count, 3);
}

// --- the commands --------------------------------------------------------------------------------

std::string output_of(std::string const& command) {
  std::string const line = std::string("cd '") + CORRIDOR_SOURCE_DIR + "' && " + command;
  std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(line.c_str(), "r"), pclose);
  std::string output;
  std::array<char, 4096> buffer;
  while (std::size_t const n = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    output.append(buffer.data(), n);
  }
  return output;
}

/// The first route that a command of the page prints, as JSON.
nlohmann::json route_of(std::string const& command) {
  std::string const arguments = command.substr(std::string("corridor").size());
  auto const answer = nlohmann::json::parse(
      output_of(std::string("'") + CORRIDOR_PROGRAM + "'" + arguments + " --format json"));
  return answer.at("result").at("routes").at(0);
}

/// The JSON key that holds a value of this unit.
std::string key_of(std::string const& value, std::string const& command) {
  if (value.ends_with(" h")) return "time_h";
  if (value.ends_with(" km")) return "length_km";
  if (value.ends_with(" kg/TEU")) return "emissions_kg_per_teu";
  bool const generalised = command.find("--by generalised") != std::string::npos;
  return generalised ? "generalised_usd_per_teu" : "cost_usd_per_teu";
}

TEST(SevenPlaces, PrintsWhatTheHandCalculationFound) {
  int count = 0;
  for (auto const& table : tables_with("question")) {
    for (auto const& row : table.rows) {
      std::string const command = code_in(row.at(0));
      ASSERT_TRUE(command.starts_with("corridor route ")) << row[0];
      auto const route = route_of(command);
      auto const value = result_of(row.at(2));
      ASSERT_TRUE(value) << row[2];
      EXPECT_TRUE(decimal(route.at(key_of(row[2], command)).dump()) == *value)
          << command << "\nprints " << route.at(key_of(row[2], command)) << ", the page says "
          << row[2];
      std::string const link = row.at(1) == "by sea" ? "lianyungang-budapest" : "aktau-alat";
      auto const& links = route.at("links");
      EXPECT_EQ(std::count(links.begin(), links.end(), link), 1) << command;
      ++count;
    }
  }
  EXPECT_EQ(count, 6);
}

// --- the pencil ----------------------------------------------------------------------------------

/// Products and quotients from left to right, then sums.
Ratio evaluated(std::string const& expression) {
  std::stringstream words(without_commas(expression));
  Ratio sum, product{1, 1};
  std::string word, operation = "x";
  bool minus = false;
  auto const add_product = [&] {
    sum = sum - (minus ? product : Ratio{-product.numerator, product.denominator});
  };
  while (words >> word) {
    if (word == "+" || word == "-") {
      add_product();
      minus = word == "-";
      product = {1, 1};
      operation = "x";
    } else if (word == "x" || word == "/") {
      operation = word;
    } else {
      product = operation == "x" ? product * decimal(word) : product / decimal(word);
    }
  }
  add_product();
  return sum;
}

TEST(SevenPlaces, CalculatesCorrectly) {
  std::string const page = std::regex_replace(file_text(kPage), std::regex(R"(\*\*)"), "");
  std::regex const equation(R"(([0-9][0-9,.]*(?: [x/+-] [0-9][0-9,.]*)+) = ([0-9][0-9,./]*[0-9]))");
  int count = 0;
  for (std::sregex_iterator it(page.begin(), page.end(), equation), end; it != end; ++it) {
    std::string const right = std::regex_replace((*it)[2].str(), std::regex("/"), " / ");
    EXPECT_TRUE(evaluated((*it)[1]) == evaluated(right)) << it->str();
    ++count;
  }
  EXPECT_GE(count, 25);
}

}  // namespace
}  // namespace corridor::test

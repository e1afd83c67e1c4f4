// The peers under the GPL, for corridor-flow-bench, which starts this program; never installed.
//
//   corridor-bench-gpl REPETITIONS OF-LONG FAMILY SIZE CELL...
//   corridor-bench-gpl REPETITIONS OF-LONG file PATH CELL...
//   corridor-bench-gpl routes COUNT PATH
//
// A CELL is cut:igraph, flow:igraph or flow:libmaxflow. Prints one line for each, as exchange.h
// says. `routes` prints seconds and the summed length of the shortest ways.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "../exchange.h"
#include "../program.h"
#include "foreign.h"

namespace corridor::bench {
namespace {

families::Instance made(std::string const& family, std::string const& size) {
  if (family == "file") {
    std::ifstream in(size);
    return read_instance(in);
  }
  for (auto const& known : families::families()) {
    if (known.name == family) return known.make(std::stoul(size), kSeed);
  }
  throw std::runtime_error("no family " + family);
}

Cell measure(families::Instance const& instance, std::string const& cell,
             Repetitions const& repetitions) {
  if (cell == "cut:igraph")
    return {"igraph", Answer::cut, measure_igraph(instance, Answer::cut, repetitions)};
  if (cell == "flow:igraph")
    return {"igraph", Answer::flow, measure_igraph(instance, Answer::flow, repetitions)};
  if (cell == "flow:libmaxflow")
    return {"libmaxflow", Answer::flow, measure_libmaxflow(instance, repetitions)};
  throw std::runtime_error("no cell " + cell);
}

int run(std::vector<std::string> const& arguments) {
  if (arguments.size() == 3 && arguments[0] == "routes") {
    std::ifstream in(arguments[2]);
    auto const measured = measure_igraph_routes(read_instance(in), std::stoul(arguments[1]));
    std::cout << measured.seconds << ' ' << measured.sum << '\n';
    return 0;
  }
  constexpr std::size_t kFirstCell = 4;
  if (arguments.size() <= kFirstCell) return 2;
  Repetitions const repetitions{std::stoi(arguments[0]), std::stoi(arguments[1])};
  auto const instance = made(arguments[2], arguments[3]);
  for (std::size_t i = kFirstCell; i < arguments.size(); ++i) {
    write_cell(std::cout, measure(instance, arguments[i], repetitions));
  }
  return 0;
}

}  // namespace
}  // namespace corridor::bench

int main(int argc, char** argv) {
  return corridor::bench::run_program("corridor-bench-gpl", argc, argv, corridor::bench::run);
}

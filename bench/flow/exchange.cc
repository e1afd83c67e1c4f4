#include "exchange.h"

#include <istream>
#include <limits>
#include <ostream>
#include <sstream>
#include <stdexcept>

namespace corridor::bench {

std::string name_of(Answer answer) { return answer == Answer::cut ? "cut" : "flow"; }

void write_cell(std::ostream& out, Cell const& cell) {
  auto const& measured = cell.measured;
  out.precision(std::numeric_limits<double>::max_digits10);
  out << name_of(cell.answer) << ' ' << measured.value << ' ' << measured.build_seconds << ' '
      << measured.seconds << ' ' << measured.spread << ' ' << cell.contender << std::endl;
}

std::vector<Cell> read_cells(std::istream& in) {
  std::vector<Cell> cells;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    Cell cell;
    std::string answer;
    auto& measured = cell.measured;
    fields >> answer >> measured.value >> measured.build_seconds >> measured.seconds >>
        measured.spread >> std::ws;
    cell.answer = answer == "cut" ? Answer::cut : Answer::flow;
    if (!std::getline(fields, cell.contender))
      throw std::runtime_error("not a measurement: " + line);
    cells.push_back(std::move(cell));
  }
  return cells;
}

void write_instance(std::ostream& out, families::Instance const& instance) {
  out << instance.vertices << ' ' << instance.source << ' ' << instance.sink << ' '
      << instance.edges.size() << '\n';
  for (auto const& edge : instance.edges) {
    out << edge.tail << ' ' << edge.head << ' ' << edge.capacity << ' ' << edge.reverse_capacity
        << '\n';
  }
}

families::Instance read_instance(std::istream& in) {
  families::Instance made;
  std::size_t edges = 0;
  in >> made.vertices >> made.source >> made.sink >> edges;
  for (std::size_t e = 0; e < edges && in; ++e) {
    flow::Edge edge;
    in >> edge.tail >> edge.head >> edge.capacity >> edge.reverse_capacity;
    made.edges.push_back(edge);
  }
  if (!in) throw std::runtime_error("not an instance");
  return made;
}

}  // namespace corridor::bench

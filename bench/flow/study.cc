#include "study.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "../child.h"
#include "../figures.h"
#include "../temporary_file.h"

namespace corridor::bench {
namespace {

constexpr std::array<Answer, 2> kAnswers{Answer::cut, Answer::flow};
/// A peer within this of the fastest may be the fastest on the next size.
constexpr double kAmongFastest = 1.5;
constexpr char const* kForeignProgram = "corridor-bench-gpl";

bool cut_alone(std::string_view contender) {
  for (auto const& known : kContenders) {
    if (known.name == contender) return known.cut_alone;
  }
  for (auto const& known : kForeignContenders) {
    if (known.name == contender) return known.cut_alone;
  }
  return false;
}

Row about(std::string family, families::Instance const& instance) {
  Row row;
  row.family = std::move(family);
  row.instance = instance.name;
  row.vertices = instance.vertices;
  row.arcs = instance.edges.size();
  return row;
}

void require_same_answers(Row& row) {
  row.optimum = row.ours(Answer::cut).value;
  for (Cell const& cell : row.cells) {
    if (cell.measured.value != row.optimum)
      throw std::logic_error(row.instance + ": " + cell.contender + " finds " +
                             std::to_string(cell.measured.value) + ", corridor " +
                             std::to_string(row.optimum));
  }
}

}  // namespace

Measurement const* Row::find(std::string_view contender, Answer answer) const {
  Answer const asked = cut_alone(contender) ? answer : Answer::flow;
  for (Cell const& cell : cells) {
    if (cell.contender == contender && cell.answer == asked) return &cell.measured;
  }
  return nullptr;
}

std::optional<double> Row::fastest_peer(Answer answer) const {
  std::optional<double> least;
  for (Cell const& cell : cells) {
    if (cell.contender == kOurs) continue;
    auto const* const measured = find(cell.contender, answer);
    if (measured != nullptr && (!least || measured->seconds < *least)) least = measured->seconds;
  }
  return least;
}

std::vector<Row> Study::family(families::Family const& family, std::size_t sizes) {
  history_.clear();
  fastest_.clear();
  std::vector<Row> rows;
  for (std::size_t size = 0; size < std::min(sizes, family.sizes); ++size) {
    rows.push_back(measured(std::string(family.name), family.make(size, kSeed),
                            {std::string(family.name), std::to_string(size)}));
    remember(rows.back());
  }
  return rows;
}

Row Study::single(families::Instance const& instance) {
  history_.clear();
  fastest_.clear();
  TemporaryFile const file(".instance");
  std::ofstream out(file.path());
  write_instance(out, instance);
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.path().string());
  return measured(instance.name, instance, {"file", file.path().string()});
}

Row Study::measured(std::string const& family, families::Instance const& instance,
                    std::vector<std::string> const& foreign_source) {
  Row row = about(family, instance);
  for (auto const& contender : kContenders) {
    for (Answer const answer : kAnswers) {
      if (answer == Answer::cut && !contender.cut_alone) continue;
      std::string const name(contender.name);
      if (hopeless(name, answer, row.arcs)) continue;
      row.cells.push_back({name, answer, contender.measure(instance, answer, limits_.repetitions)});
    }
  }
  auto const program = sibling(kForeignProgram);
  auto const tasks = foreign_cells(row.arcs);
  if (!tasks.empty() && std::filesystem::exists(program)) {
    std::vector<std::string> arguments{std::to_string(limits_.repetitions.usual),
                                       std::to_string(limits_.repetitions.of_long)};
    arguments.insert(arguments.end(), foreign_source.begin(), foreign_source.end());
    arguments.insert(arguments.end(), tasks.begin(), tasks.end());
    auto const ended = run_child(program, arguments, Output::kept);
    if (ended.exit_code != 0) throw std::runtime_error(std::string(kForeignProgram) + " failed");
    std::istringstream lines(ended.output);
    for (auto& cell : read_cells(lines)) row.cells.push_back(std::move(cell));
  }
  require_same_answers(row);
  return row;
}

std::vector<std::string> Study::foreign_cells(std::size_t arcs) const {
  std::vector<std::string> cells;
  for (auto const& contender : kForeignContenders) {
    for (Answer const answer : kAnswers) {
      if (answer == Answer::cut && !contender.cut_alone) continue;
      std::string const name(contender.name);
      if (!hopeless(name, answer, arcs)) cells.push_back(name_of(answer) + ':' + name);
    }
  }
  return cells;
}

bool Study::hopeless(std::string const& contender, Answer answer, std::size_t arcs) const {
  if (contender == kOurs) return false;
  Task const task{contender, answer};
  if (std::find(fastest_.begin(), fastest_.end(), task) != fastest_.end()) return false;
  auto const known = history_.find(task);
  if (known == history_.end()) return false;
  auto const& points = known->second;
  constexpr double kLeastGrowth = 1;
  constexpr double kMostGrowth = 3;
  double growth = kLeastGrowth;
  if (points.size() > 1) {
    growth = std::clamp(growth_exponent({points[points.size() - 2], points.back()}), kLeastGrowth,
                        kMostGrowth);
  }
  auto const [size, seconds] = points.back();
  return seconds * std::pow(static_cast<double>(arcs) / size, growth) > limits_.seconds;
}

void Study::remember(Row const& row) {
  fastest_.clear();
  for (Cell const& cell : row.cells) {
    Task const task{cell.contender, cell.answer};
    history_[task].emplace_back(static_cast<double>(row.arcs), cell.measured.seconds);
    if (cell.contender == kOurs) continue;
    auto const among_fastest = [&](Answer answer) {
      auto const least = row.fastest_peer(answer);
      return least && cell.measured.seconds <= kAmongFastest * *least;
    };
    if (among_fastest(cell.answer) || (!cut_alone(cell.contender) && among_fastest(Answer::cut)))
      fastest_.push_back(task);
  }
}

}  // namespace corridor::bench

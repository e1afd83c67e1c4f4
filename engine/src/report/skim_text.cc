#include <fmt/format.h>

#include <optional>
#include <string>

#include "report/figures.h"
#include "report/headline.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

// A larger matrix is no longer something to look at.
constexpr std::size_t kMostRows = 40;
constexpr std::size_t kMostColumns = 12;

/// For people: "21.3 days", "2 transfers".
std::string amount_of(SkimMatrix const& matrix, std::int64_t cell) {
  if (matrix.objective == nullptr) return counted(cell, "transfer");
  // Whatever the objective takes of these is the cell.
  Totals const totals{Length::of_parts(cell), Duration::of_parts(cell), Cost::of_parts(cell),
                      Emissions::of_parts(cell)};
  return amount_text(*matrix.objective, totals, ValueOfTime());
}

std::string cell_text(SkimMatrix const& matrix, std::int64_t cell) {
  if (cell == kNoWay) return "–";
  return matrix.objective == nullptr ? std::to_string(cell) : amount_of(matrix, cell);
}

std::string title_of(SkimMatrix const& matrix, Objective const& first) {
  if (matrix.objective != nullptr) return std::string(matrix.objective->title) + " routes";
  return "transfers on the " + std::string(first.title) + " routes";
}

std::string place_words(Network const& network, std::string const& typed) {
  if (typed.empty()) return "all nodes";
  constexpr std::string_view kKind = "kind:";
  if (typed.find(kKind) != std::string::npos) return typed;
  return place_title(network, typed);
}

std::string table_of(SkimAnswer const& answer, Network const& network, std::size_t number,
                     Style const& style) {
  auto const& skim = answer.skim;
  std::vector<TextTable::Column> columns{{"from \\ to", Align::left}};
  for (NodeId const to : answer.plan.to) {
    columns.push_back({short_name(network.nodes[to]), Align::right});
  }
  TextTable table(std::move(columns));
  for (std::size_t i = 0; i < skim.rows; ++i) {
    std::vector<std::string> row{short_name(network.nodes[answer.plan.from[i]])};
    for (std::size_t k = 0; k < skim.columns; ++k) {
      row.push_back(cell_text(skim.matrices[number], skim.at(number, i, k)));
    }
    table.add(std::move(row));
  }
  return table.layout(style, 2);
}

/// The pairs of different nodes in a matrix.
struct Spread {
  struct Pair {
    std::size_t row = 0;
    std::size_t column = 0;
    std::int64_t cell = 0;
  };
  std::int64_t pairs = 0;
  std::int64_t connected = 0;
  std::optional<Pair> least, most;
  Int128 sum = 0;
};

Spread spread_of(SkimAnswer const& answer, std::size_t number) {
  Spread spread;
  for (std::size_t i = 0; i < answer.skim.rows; ++i) {
    for (std::size_t k = 0; k < answer.skim.columns; ++k) {
      if (answer.plan.from[i] == answer.plan.to[k]) continue;
      ++spread.pairs;
      auto const cell = answer.skim.at(number, i, k);
      if (cell == kNoWay) continue;
      ++spread.connected;
      spread.sum += cell;
      if (!spread.least || cell < spread.least->cell) spread.least = Spread::Pair{i, k, cell};
      if (!spread.most || cell > spread.most->cell) spread.most = Spread::Pair{i, k, cell};
    }
  }
  return spread;
}

std::string connected_words(Spread const& spread) {
  auto const apart = spread.pairs - spread.connected;
  if (apart == 0) return "Every pair of different nodes is connected.";
  if (spread.connected == 0) return "No pair of different nodes is connected.";
  return fmt::format("{} of {} pairs of different nodes {} no way.", apart, spread.pairs,
                     apart == 1 ? "has" : "have");
}

std::string pair_words(SkimAnswer const& answer, Network const& network, SkimMatrix const& matrix,
                       Spread::Pair const& pair) {
  return fmt::format("{} ({} → {})", amount_of(matrix, pair.cell),
                     short_name(network.nodes[answer.plan.from[pair.row]]),
                     short_name(network.nodes[answer.plan.to[pair.column]]));
}

std::string summary_of(SkimAnswer const& answer, Network const& network, std::size_t number,
                       Style const& style) {
  auto const& matrix = answer.skim.matrices[number];
  auto const spread = spread_of(answer, number);
  if (spread.connected == 0) return paragraph("No pair is connected.", style.width, 2);
  auto const mean =
      static_cast<std::int64_t>((spread.sum + spread.connected / 2) / spread.connected);
  auto text =
      fmt::format("least {}, mean {}, most {}.", pair_words(answer, network, matrix, *spread.least),
                  matrix.objective == nullptr ? fmt::format("{}.{}", spread.sum / spread.connected,
                                                            spread.sum * 10 / spread.connected % 10)
                                              : amount_of(matrix, mean),
                  pair_words(answer, network, matrix, *spread.most));
  return paragraph(text, style.width, 2);
}

}  // namespace

std::string skim_text(SkimAnswer const& answer, Network const& network, Style const& style) {
  auto const& skim = answer.skim;
  auto const spread = spread_of(answer, 0);
  auto const ends = place_words(network, answer.from) + " → " + place_words(network, answer.to);
  auto out = headline(ends, fmt::format("{} x {} nodes", skim.rows, skim.columns), style);
  out += paragraph(circumstances(network, answer.plan.conditions), style.width) + "\n";
  out += paragraph(connected_words(spread), style.width);
  bool const small = skim.rows <= kMostRows && skim.columns <= kMostColumns;
  for (std::size_t m = 0; m < skim.matrices.size(); ++m) {
    out += "\n" + bold(title_of(skim.matrices[m], *answer.plan.by.front()), style) + "\n";
    out += small ? table_of(answer, network, m, style) : summary_of(answer, network, m, style);
  }
  if (!small) {
    out += "\n" + paragraph("All cells: --format csv, --format json, or -o FILE.omx.", style.width);
  }
  out += faint("\nchecked: a sample of columns, each solved again on a graph of its own", style);
  return out + "\n";
}

}  // namespace corridor::report

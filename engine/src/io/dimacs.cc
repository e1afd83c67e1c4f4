#include "corridor/io/dimacs.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corridor/base/decimal.h"
#include "corridor/base/quantity.h"
#include "corridor/io/document.h"
#include "corridor/model/builder.h"
#include "io/dimacs_coordinates.h"
#include "io/dimacs_lines.h"
#include "io/file_bytes.h"
#include "model/findings.h"

namespace corridor {
namespace {

using dimacs::cut;
using dimacs::is_comment;
using dimacs::Line;

struct Arc {
  std::uint32_t from = 0, to = 0;
  std::string_view amount;  ///< its capacity, or its weight
  std::uint32_t line = 0;
};

/// Reads line after line; what it finds wrong it collects.
class Reading {
 public:
  Reading(std::shared_ptr<Sources> const& sources, std::uint32_t file,
          std::optional<std::uint32_t> coordinates)
      : sources_(sources),
        file_(file),
        coordinates_(coordinates),
        text_(sources->text(file)),
        findings_(sources) {}

  Result<DimacsProblem> read() {
    for (std::size_t at = 0; at < text_.size();) {
      auto const end = std::min(text_.find('\n', at), text_.size());
      ++line_;
      line_start_ = at;
      read_line(cut(text_.substr(at, end - at)));
      at = end + 1;
    }
    check_whole();
    if (findings_.any_errors()) return findings_.take_errors();
    return build();
  }

 private:
  struct Terminal {
    std::uint32_t node = 0;
    Span span;
  };

  void read_line(Line const& line) {
    if (line.count == 0 || is_comment(line)) return;
    if (line.words[0] == "p") return read_problem(line);
    if (line.words[0] != "n" && line.words[0] != "a") {
      return error(Code::dimacs_line, line.words[0],
                   "unknown kind of line " + quoted(line.words[0]),
                   "lines begin with c, p, n or a");
    }
    if (!problem_.known()) {
      if (!before_problem_) {
        error(Code::missing_problem_line, line.words[0], "the problem line comes first",
              "p max NODES ARCS");
      }
      before_problem_ = true;
      return;
    }
    line.words[0] == "n" ? read_terminal(line) : read_arc(line);
  }

  void read_problem(Line const& line) {
    if (problem_.known()) {
      return error(Code::dimacs_line, line.words[0],
                   "a second problem line" + findings_.first_at(problem_, span(line.words[0])));
    }
    weighted_ = line.count == 4 && line.words[1] == "sp";
    if (line.count != 4 || (line.words[1] != "max" && !weighted_)) {
      return error(Code::dimacs_line, line.words[0], "the problem line is not understood",
                   "p max NODES ARCS or p sp NODES ARCS");
    }
    problem_ = span(line.words[3]);
    nodes_ = number(line.words[2]).value_or(0);
    arcs_expected_ = number(line.words[3]);
  }

  void read_terminal(Line const& line) {
    if (weighted_) {
      return error(Code::dimacs_line, line.words[0], "a shortest-path problem has no node lines");
    }
    if (line.count != 3 || (line.words[2] != "s" && line.words[2] != "t")) {
      return error(Code::dimacs_line, line.words[0], "the node line is not understood",
                   "n NODE s or n NODE t");
    }
    auto const id = node(line.words[1]);
    bool const is_source = line.words[2] == "s";
    auto& terminal = is_source ? source_ : sink_;
    if (terminal) {
      return error(Code::dimacs_line, line.words[0],
                   std::string("a second ") + (is_source ? "source" : "sink") +
                       findings_.first_at(terminal->span, span(line.words[0])));
    }
    terminal = Terminal{id.value_or(0), span(line.words[1])};
  }

  void read_arc(Line const& line) {
    if (line.count != 4) {
      return error(Code::dimacs_line, line.words[0], "the arc line is not understood",
                   weighted_ ? "a FROM TO WEIGHT" : "a FROM TO CAPACITY");
    }
    auto const from = node(line.words[1]);
    auto const to = node(line.words[2]);
    if (line.words[3].starts_with('-')) {
      error(Code::negative_number, line.words[3],
            weighted_ ? "the weight is negative" : "the capacity is negative");
    } else {
      number(line.words[3]);
    }
    if (from && to && *from == *to) {
      error(Code::self_loop, line.words[1],
            "an arc from node " + std::string(line.words[1]) + " to itself");
    }
    arcs_.push_back({from.value_or(0), to.value_or(0), line.words[3], line_});
  }

  void check_whole() {
    if (!problem_.known()) {
      if (!before_problem_ && !findings_.any_errors()) {
        error(Code::missing_problem_line, text_.substr(0, 1), "there is no problem line",
              "p max NODES ARCS");
      }
      return;
    }
    if (arcs_expected_ && *arcs_expected_ != arcs_.size()) {
      findings_.error(Code::wrong_count, problem_,
                      "the problem line announces " + std::to_string(*arcs_expected_) +
                          " arcs, there are " + std::to_string(arcs_.size()));
    }
    check_terminals();
    if (arcs_.empty() && !findings_.any_errors()) {
      findings_.error(Code::no_links, problem_, "the network has no arcs");
    }
  }

  void check_terminals() {
    if (weighted_) return;
    if (!source_)
      findings_.error(Code::missing_terminal, problem_, "no node is the source", "n NODE s");
    if (!sink_)
      findings_.error(Code::missing_terminal, problem_, "no node is the sink", "n NODE t");
    if (source_ && sink_ && source_->node != 0 && source_->node == sink_->node) {
      findings_.error(Code::overlapping_ends, sink_->span, "the sink is the source");
    }
  }

  Result<DimacsProblem> build() {
    NetworkBuilder builder(std::string(sources_->name(file_)), 0, sources_);
    builder.expect(0, arcs_.size());
    builder.read_from(file_);
    ModeSpec mode;
    mode.id = Text("arc");
    builder.add(mode);
    if (auto errors = add_nodes(builder); !errors.empty()) return errors;
    add_links(builder);
    auto network = std::move(builder).finish();
    if (!network) return std::move(network).error();
    auto const id_of = [](std::optional<Terminal> const& terminal) {
      return terminal ? std::to_string(terminal->node) : std::string();
    };
    return DimacsProblem{std::move(network).value(), id_of(source_), id_of(sink_)};
  }

  Diagnostics add_nodes(NetworkBuilder& builder) {
    std::unordered_map<std::uint32_t, DimacsPlace> places;
    if (coordinates_) {
      builder.read_from(*coordinates_);
      auto read = read_dimacs_coordinates(*sources_, *coordinates_);
      if (!read) return std::move(read).error();
      places = *std::move(read);
    }
    std::vector<char> touched(touched_up_to() + std::size_t{1}, 0);
    for (auto const& arc : arcs_) touched[arc.from] = touched[arc.to] = 1;
    if (source_) touched[source_->node] = 1;
    if (sink_) touched[sink_->node] = 1;
    NodeSpec spec;
    for (std::size_t node = 1; node < touched.size(); ++node) {
      if (touched[node] == 0) continue;
      spec.id = Text(std::to_string(node), problem_);
      spec.latitude.reset();
      spec.longitude.reset();
      if (auto const place = places.find(static_cast<std::uint32_t>(node)); place != places.end()) {
        spec.latitude = place->second.latitude;
        spec.longitude = place->second.longitude;
      }
      builder.add(spec);
    }
    return {};
  }

  void add_links(NetworkBuilder& builder) {
    LinkSpec link;
    link.mode = Text("arc");
    link.element.length = Text("0 km");
    link.element.time = Text("0 h");
    link.element.cost = Text("0 USD/TEU");
    link.element.emissions = Text("0 kg/TEU");
    link.element.capacity = Text("unlimited");
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
      auto const place = span_of_amount(arcs_[i]);
      link.id = Text("a" + std::to_string(i + 1));
      link.id.span = place;
      link.from = Text(std::to_string(arcs_[i].from), place);
      link.to = Text(std::to_string(arcs_[i].to), place);
      if (weighted_) {
        link.element.time = Text(time_of(arcs_[i].amount), place);
      } else {
        link.element.capacity = Text(std::string(arcs_[i].amount) + " TEU/year", place);
      }
      link.element.span = place;
      builder.add(link);
    }
  }

  /// A weight in thousandths of an hour; one with too many digits is for the builder to refuse.
  static std::string time_of(std::string_view weight) {
    auto const parts = dimacs::whole_number<std::int64_t>(weight);
    return (parts ? format_parts(*parts, Duration::kPartsPerUnit) : std::string(weight)) + " h";
  }

  std::size_t touched_up_to() const {
    std::size_t last = 0;
    for (auto const& terminal : {source_, sink_}) {
      if (terminal) last = std::max<std::size_t>(last, terminal->node);
    }
    for (auto const& arc : arcs_) last = std::max<std::size_t>(last, std::max(arc.from, arc.to));
    return last;
  }

  Span span_of_amount(Arc const& arc) const {
    auto const offset = static_cast<std::size_t>(arc.amount.data() - text_.data());
    auto const start = text_.rfind('\n', offset) + 1;  // npos + 1 is 0
    return dimacs::span_of(arc.amount, text_, file_, arc.line, start);
  }

  /// A whole number of at most 18 digits; anything else is reported.
  std::optional<std::uint64_t> number(std::string_view word) {
    if (auto const value = dimacs::whole_number<std::uint64_t>(word)) return value;
    error(Code::bad_number, word, quoted(word) + " is not a whole number");
    return std::nullopt;
  }

  std::optional<std::uint32_t> node(std::string_view word) {
    auto const value = number(word);
    if (!value) return std::nullopt;
    if (*value >= 1 && *value <= nodes_ && *value <= UINT32_MAX) {
      return static_cast<std::uint32_t>(*value);
    }
    error(Code::unknown_node, word, "there is no node " + std::string(word),
          "nodes are 1 to " + std::to_string(nodes_));
    return std::nullopt;
  }

  void error(Code code, std::string_view word, std::string message, std::string hint = {}) {
    findings_.error(code, span(word), std::move(message), std::move(hint));
  }

  Span span(std::string_view word) const {
    return dimacs::span_of(word, text_, file_, line_, line_start_);
  }

  std::shared_ptr<Sources> sources_;
  std::uint32_t file_;
  std::optional<std::uint32_t> coordinates_;
  std::string_view text_;
  Findings findings_;
  std::uint32_t line_ = 0;
  std::size_t line_start_ = 0;
  Span problem_;  ///< its last word; unknown: not yet read
  bool before_problem_ = false;
  bool weighted_ = false;  ///< `p sp`: arcs have a weight, and there are no terminals
  std::uint64_t nodes_ = 0;
  std::optional<std::uint64_t> arcs_expected_;
  std::optional<Terminal> source_, sink_;
  std::vector<Arc> arcs_;
};

}  // namespace

bool is_dimacs(std::string_view name, std::string_view text) {
  if (name.ends_with(".max") || name.ends_with(".gr")) return true;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = cut(text.substr(0, end));
    if (line.count > 0 && !is_comment(line)) {
      return line.count > 1 && line.words[0] == "p" &&
             (line.words[1] == "max" || line.words[1] == "sp");
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

Result<DimacsProblem> read_dimacs(std::shared_ptr<Sources> const& sources, std::string name,
                                  std::string text, std::optional<std::uint32_t> coordinates) {
  if (text.empty()) return file_finding(Code::empty_file, name, "the file is empty");
  if (text.size() > kMaxTableBytes) {
    return file_finding(Code::file_too_large, name,
                        "has " + std::to_string(text.size()) + " bytes");
  }
  auto const file = sources->add(std::move(name), std::move(text));
  return Reading(sources, file, coordinates).read();
}

}  // namespace corridor

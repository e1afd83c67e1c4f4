#include "corridor/io/dimacs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "corridor/io/document.h"
#include "corridor/model/builder.h"
#include "io/file_bytes.h"
#include "model/findings.h"

namespace corridor {
namespace {

constexpr std::size_t kMostWords = 5;  // one more than any line has
constexpr std::string_view kBlanks = " \t\r";

/// A line cut into its first words.
struct Line {
  std::array<std::string_view, kMostWords> words;
  std::size_t count = 0;
};

Line cut(std::string_view line) {
  Line cut;
  while (cut.count < kMostWords) {
    auto const start = line.find_first_not_of(kBlanks);
    if (start == std::string_view::npos) break;
    line.remove_prefix(start);
    auto const end = std::min(line.find_first_of(kBlanks), line.size());
    cut.words[cut.count++] = line.substr(0, end);
    line.remove_prefix(end);
  }
  return cut;
}

/// Comments begin with a word `c`.
bool is_comment(Line const& line) { return line.count > 0 && line.words[0] == "c"; }

struct Arc {
  std::uint32_t from = 0, to = 0;
  std::string_view capacity;
  std::uint32_t line = 0;
};

/// Reads line after line; what it finds wrong it collects.
class Reading {
 public:
  Reading(std::shared_ptr<Sources> const& sources, std::uint32_t file)
      : sources_(sources), file_(file), text_(sources->text(file)), findings_(sources) {}

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
    if (line.count != 4 || line.words[1] != "max") {
      return error(Code::dimacs_line, line.words[0], "the problem line is not understood",
                   "p max NODES ARCS");
    }
    problem_ = span(line.words[3]);
    nodes_ = number(line.words[2]).value_or(0);
    arcs_expected_ = number(line.words[3]);
  }

  void read_terminal(Line const& line) {
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
                   "a FROM TO CAPACITY");
    }
    auto const from = node(line.words[1]);
    auto const to = node(line.words[2]);
    if (line.words[3].starts_with('-')) {
      error(Code::negative_number, line.words[3], "the capacity is negative");
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
    if (!source_)
      findings_.error(Code::missing_terminal, problem_, "no node is the source", "n NODE s");
    if (!sink_)
      findings_.error(Code::missing_terminal, problem_, "no node is the sink", "n NODE t");
    if (source_ && sink_ && source_->node != 0 && source_->node == sink_->node) {
      findings_.error(Code::overlapping_ends, sink_->span, "the sink is the source");
    }
    if (arcs_.empty() && !findings_.any_errors()) {
      findings_.error(Code::no_links, problem_, "the network has no arcs");
    }
  }

  Result<DimacsProblem> build() {
    NetworkBuilder builder(std::string(sources_->name(file_)), 0, sources_);
    builder.expect(0, arcs_.size());
    ModeSpec mode;
    mode.id = Text("arc");
    builder.add(mode);
    std::vector<char> touched(touched_up_to() + std::size_t{1}, 0);
    for (auto const& arc : arcs_) touched[arc.from] = touched[arc.to] = 1;
    touched[source_->node] = touched[sink_->node] = 1;
    for (std::size_t node = 1; node < touched.size(); ++node) {
      if (touched[node] == 0) continue;
      NodeSpec spec;
      spec.id = Text(std::to_string(node), problem_);
      builder.add(spec);
    }
    LinkSpec link;
    link.mode = Text("arc");
    link.element.length = Text("0 km");
    link.element.time = Text("0 h");
    link.element.cost = Text("0 USD/TEU");
    link.element.emissions = Text("0 kg/TEU");
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
      auto const place = span_of_capacity(arcs_[i]);
      link.id = Text("a" + std::to_string(i + 1));
      link.id.span = place;
      link.from = Text(std::to_string(arcs_[i].from), place);
      link.to = Text(std::to_string(arcs_[i].to), place);
      link.element.capacity = Text(std::string(arcs_[i].capacity) + " TEU/year", place);
      link.element.span = place;
      builder.add(link);
    }
    auto network = std::move(builder).finish();
    if (!network) return std::move(network).error();
    return DimacsProblem{std::move(network).value(), std::to_string(source_->node),
                         std::to_string(sink_->node)};
  }

  std::size_t touched_up_to() const {
    std::size_t last = std::max(source_->node, sink_->node);
    for (auto const& arc : arcs_) last = std::max<std::size_t>(last, std::max(arc.from, arc.to));
    return last;
  }

  Span span_of_capacity(Arc const& arc) const {
    auto const offset = static_cast<std::size_t>(arc.capacity.data() - text_.data());
    auto const start = text_.rfind('\n', offset) + 1;  // npos + 1 is 0
    return span_at(arc.capacity, arc.line, start);
  }

  /// A whole number of at most 18 digits; anything else is reported.
  std::optional<std::uint64_t> number(std::string_view word) {
    std::uint64_t value = 0;
    auto const* const end = word.data() + word.size();
    auto const read = std::from_chars(word.data(), end, value);
    if (read.ec == std::errc() && read.ptr == end) return value;
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

  Span span(std::string_view word) const { return span_at(word, line_, line_start_); }

  Span span_at(std::string_view word, std::uint32_t line, std::size_t line_start) const {
    auto const offset = static_cast<std::size_t>(word.data() - text_.data());
    Span span;
    span.file = file_;
    span.line = std::max(line, std::uint32_t{1});
    span.column = static_cast<std::uint32_t>(offset - line_start) + 1;
    span.offset = static_cast<std::uint32_t>(offset);
    span.length = static_cast<std::uint32_t>(word.size());
    return span;
  }

  std::shared_ptr<Sources> sources_;
  std::uint32_t file_;
  std::string_view text_;
  Findings findings_;
  std::uint32_t line_ = 0;
  std::size_t line_start_ = 0;
  Span problem_;  ///< its last word; unknown: not yet read
  bool before_problem_ = false;
  std::uint64_t nodes_ = 0;
  std::optional<std::uint64_t> arcs_expected_;
  std::optional<Terminal> source_, sink_;
  std::vector<Arc> arcs_;
};

}  // namespace

bool is_dimacs(std::string_view name, std::string_view text) {
  if (name.ends_with(".max")) return true;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto const line = cut(text.substr(0, end));
    if (line.count > 0 && !is_comment(line)) {
      return line.count > 1 && line.words[0] == "p" && line.words[1] == "max";
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

Result<DimacsProblem> read_dimacs(std::shared_ptr<Sources> const& sources, std::string name,
                                  std::string text) {
  if (text.empty()) return file_finding(Code::empty_file, name, "the file is empty");
  if (text.size() > kMaxFileBytes) {
    return file_finding(Code::file_too_large, name,
                        "has " + std::to_string(text.size()) + " bytes");
  }
  auto const file = sources->add(std::move(name), std::move(text));
  return Reading(sources, file).read();
}

}  // namespace corridor

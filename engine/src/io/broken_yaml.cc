// What the tree builder does with texts that are not YAML, or that would cost too much to read.

#include <algorithm>

#include "io/tree_builder.h"

namespace corridor {
namespace {

/// A scalar may grow by escapes and blanks; one that fills this much of the file is given up
/// before yaml-cpp has collected all of it.
constexpr std::size_t kMaxScalarInFile = 64 * kMaxScalarBytes;

/// yaml-cpp keeps about 100 bytes for each token of brackets that it cannot tell from a key yet.
constexpr std::size_t kMaxTokensAhead = 1'000'000;

}  // namespace

// --- looking ahead -----------------------------------------------------------------------------

/// yaml-cpp collects whole scalars, and all that stands in a bracket which might still turn out to
/// be a key, before it says anything. So this looks at the tokens ahead, once each.
void TreeBuilder::before_reading(std::size_t position) {
  if (position <= cursor_ + kMaxScalarInFile) return;
  if (ahead_ < cursor_) {
    ahead_ = cursor_;
    depth_ahead_ = open_.size();
    tokens_ahead_ = 0;
  }
  bool const block = !in_flow();
  auto const base = open_.size();
  while (ahead_ < position && look_at_token(position, block && depth_ahead_ <= base)) {
    if (++tokens_ahead_ > kMaxTokensAhead) {
      too_large(span_at(ahead_, 1), "brackets that hold more than " +
                                        std::to_string(kMaxTokensAhead) +
                                        " values; write large sections without brackets");
    }
  }
}

/// Moves past one token; false when it reaches beyond `position`.
bool TreeBuilder::look_at_token(std::size_t position, bool block) {
  ahead_ = lexical::skip_blanks(given_, ahead_);
  char const first = byte(ahead_);
  if (ahead_ >= position) return false;
  if (first == '[' || first == '{') {
    if (++depth_ahead_ > static_cast<std::size_t>(kMaxNesting)) too_deep(span_at(ahead_, 1));
    ++ahead_;
    return true;
  }
  if (first == ']' || first == '}') {
    if (depth_ahead_ > 0) --depth_ahead_;
    ++ahead_;
    return true;
  }
  if (std::string_view("-?:,").find(first) != lexical::kNone) {
    ++ahead_;
    return true;
  }
  bool const quoted = first == '"' || first == '\'';
  auto const end = quoted  ? lexical::end_of_quoted(given_, ahead_)
                   : block ? given_.size()
                           : lexical::end_of_plain_in_flow(given_, ahead_, position);
  if (end == lexical::kNone) unclosed_quote(ahead_);
  if (std::min(end, quoted ? end : position) - ahead_ > kMaxScalarInFile) {
    report(Code::scalar_too_long, span_at(ahead_, 1),
           "a value of more than " + std::to_string(kMaxScalarInFile) + " bytes; at most " +
               std::to_string(kMaxScalarBytes) + " are read");
    throw Stop{};
  }
  if (end >= position) return false;
  ahead_ = end;
  return true;
}

void TreeBuilder::too_deep(Span span) {
  report(Code::nesting_too_deep, span,
         "maps and lists are nested more than " + std::to_string(kMaxNesting) + " deep");
  throw Stop{};
}

void TreeBuilder::too_large(Span span, std::string message) {
  report(Code::file_too_large, span, std::move(message));
  throw Stop{};
}

struct PlainWords {
  std::string message;
  std::string hint;
};

/// yaml-cpp's commonest messages name its own grammar; these name what a writer sees.
PlainWords in_plain_words(std::string const& message) {
  if (message.find("end of map") == 0 || message.find("end of sequence") == 0) {
    return {"this does not continue what stands before it", "check the indentation"};
  }
  if (message.find("illegal map value") == 0) {
    return {"a ':' is not expected here",
            "check the indentation; put text that holds ': ' in quotes"};
  }
  return {message, {}};
}

/// The innermost bracket that is open at a place. Those that yaml-cpp still takes for a part of a
/// key have had no event yet.
std::size_t TreeBuilder::open_bracket(std::size_t at) const {
  auto const pending = lexical::innermost_bracket(given_, cursor_, at);
  if (pending != lexical::kNone) return pending;
  for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
    auto const offset = storage_.nodes[it->index].offset;
    if (it->flow && (byte(offset) == '[' || byte(offset) == '{')) return offset;
  }
  return lexical::kNone;
}

void TreeBuilder::syntax_error(Mark const& mark, std::string const& message) {
  auto& findings = storage_.findings;
  if (!findings.empty() && findings.back().code == Code::tab_indentation) return;
  // A refused character may have torn its line; that is said already.
  auto const error_line = static_cast<std::uint32_t>(mark.line + 1);
  for (auto const& finding : refused_) {
    if (finding.span.line == error_line) return;
  }
  auto const at = mark.is_null() ? cursor_ : offset_of(mark);
  if (message.find("anchor is not defined") != std::string::npos) {
    return report(Code::alias, token_at(mark), "aliases such as '*name' are not used",
                  "write the value out");
  }
  auto const pending = lexical::skip_to_scalar(given_, cursor_);
  bool const quote = byte(pending) == '"' || byte(pending) == '\'';
  if (quote && lexical::end_of_quoted(given_, pending) == lexical::kNone) unclosed_quote(pending);
  bool const about_brackets = message.find("flow not found") != std::string::npos ||
                              message.find("illegal flow end") != std::string::npos;
  if (auto const opening = about_brackets ? open_bracket(at) : lexical::kNone;
      opening != lexical::kNone) {
    // What the missing bracket has cut off seems to have no value.
    while (!findings.empty() && findings.back().code == Code::null_value &&
           findings.back().span.offset >= opening) {
      findings.pop_back();
    }
    return report(Code::yaml_syntax, span_at(opening, 1),
                  std::string("the '") + byte(opening) + "' that opens here is not closed");
  }
  if (!in_flow()) {
    auto const last = lexical::next_line(given_, std::max(at, cursor_));
    for (auto line = lexical::next_line(given_, cursor_); line < last;
         line = lexical::next_line(given_, line)) {
      if (report_tab_in_line(line)) return;
    }
  }
  // A quote that was forgotten is closed by the next one, and what follows that makes no sense.
  auto const suspect = quote ? pending : last_quoted_;
  if (suspect != lexical::kNone) {
    auto const end = lexical::end_of_quoted(given_, suspect);
    auto const end_line = span_at(end, 1).line;
    if (end_line != span_at(suspect, 1).line && end_line == span_at(at, 1).line) {
      return report(Code::unclosed_quote, span_at(suspect, 1),
                    std::string("the quote ") + byte(suspect) + " that opens here ends on line " +
                        std::to_string(end_line),
                    "is its closing quote missing?");
    }
  }
  auto const plain = in_plain_words(message);
  report(Code::yaml_syntax, mark.is_null() ? span_at(at, 1) : span_of(mark, 1),
         "not valid YAML: " + plain.message, plain.hint);
}

}  // namespace corridor

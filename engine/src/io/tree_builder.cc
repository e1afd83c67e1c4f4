#include "io/tree_builder.h"

#include <algorithm>

#include "io/characters.h"

namespace corridor {
namespace {

using Kind = Document::Kind;

}  // namespace

// --- places ------------------------------------------------------------------------------------

std::size_t TreeBuilder::offset_of(Mark const& mark) const {
  return mark.pos < 0 ? given_.size() : std::min(static_cast<std::size_t>(mark.pos), given_.size());
}

Span TreeBuilder::span_of(Mark const& mark, std::size_t length) const {
  if (mark.is_null()) return span_at(cursor_, 1);
  return {storage_.file, static_cast<std::uint32_t>(mark.line + 1),
          static_cast<std::uint32_t>(mark.column + 1), static_cast<std::uint32_t>(offset_of(mark)),
          static_cast<std::uint32_t>(length)};
}

/// Counts lines, so it is for errors only.
Span TreeBuilder::span_at(std::size_t offset, std::size_t length) const {
  auto const before = given_.substr(0, std::min(offset, given_.size()));
  auto const lines = std::count(before.begin(), before.end(), '\n');
  auto const line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {storage_.file, static_cast<std::uint32_t>(lines + 1),
          static_cast<std::uint32_t>(before.size() - line_start + 1),
          static_cast<std::uint32_t>(before.size()), static_cast<std::uint32_t>(length)};
}

/// The bytes at a mark up to a blank or a separator.
Span TreeBuilder::token_at(Mark const& mark) const {
  auto const start = offset_of(mark);
  auto end = start;
  while (end < given_.size() && !lexical::is_blank(given_[end]) &&
         std::string_view(",[]{}").find(given_[end]) == std::string_view::npos) {
    ++end;
  }
  return span_of(mark, std::max<std::size_t>(end - start, 1));
}

void TreeBuilder::report(Code code, Span span, std::string message, std::string hint) {
  Diagnostic finding;
  finding.code = code;
  finding.span = span;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  storage_.findings.push_back(std::move(finding));
  if (storage_.findings.size() > kMaxDiagnostics) throw Stop{};
}

// --- the tree ----------------------------------------------------------------------------------

void TreeBuilder::count_child(Open& parent, Span span) {
  ++parent.children;
  if (parent.map) return;
  if (parent.children > kMaxListItems) {
    too_large(span, "a list of more than " + std::to_string(kMaxListItems) + " items");
  }
}

NodeRecord& TreeBuilder::add(Kind kind, Span span) {
  NodeRecord node;
  node.offset = span.offset;
  node.line = span.line;
  node.column = span.column;
  node.length = span.length;
  node.kind = static_cast<unsigned>(kind) & 3U;
  storage_.nodes.push_back(node);
  if (storage_.nodes.size() > kMaxValues) {
    too_large(span, "more than " + std::to_string(kMaxValues) + " values in one file");
  }
  if (!open_.empty()) count_child(open_.back(), span);
  return storage_.nodes.back();
}

void TreeBuilder::open(Kind kind, Mark const& mark, bool flow) {
  if (open_.empty() && kind != Kind::map) {
    report(Code::wrong_type, span_of(mark, 1), "a list stands where a map of keys was expected",
           "a file starts with 'format: 1'");
    throw Stop{};
  }
  if (open_.size() == static_cast<std::size_t>(kMaxNesting)) {
    too_deep(span_of(mark, 1));
  }
  bool const as_key = at_key();
  check_indentation(mark);
  auto& node = add(kind, span_of(mark, 1));
  auto const index = static_cast<std::uint32_t>(storage_.nodes.size() - 1);
  if (as_key) {
    node.reported = 1;
    report(Code::complex_key, span_of(mark, 1), "a key is a list or a map", "keys are plain names");
  }
  char const bracket = byte(offset_of(mark));
  bool const bracketed = flow && bracket == (kind == Kind::map ? '{' : '[');
  if (bracketed) cursor_ = std::max(cursor_, offset_of(mark) + 1);
  open_.push_back({index, 0, kind == Kind::map, flow});
}

void TreeBuilder::close() {
  auto const top = open_.back();
  open_.pop_back();
  auto& node = storage_.nodes[top.index];
  node.link = static_cast<std::uint32_t>(storage_.nodes.size());
  node.size = (top.map ? top.children / 2 : top.children) & 0xFFFFFFFU;
  char const opening = byte(node.offset);
  if (!top.flow || opening != (top.map ? '{' : '[')) return;
  // No event says where a bracket closes. After the last token only separators are left.
  char const closing = top.map ? '}' : ']';
  auto at = cursor_;
  while (at < given_.size() && given_[at] != closing) {
    at = lexical::skip_blanks(given_, at);
    if (at < given_.size() && given_[at] != closing) ++at;
  }
  if (at >= given_.size()) return;
  cursor_ = at + 1;
  node.length = static_cast<std::uint32_t>(cursor_ - node.offset);
}

// --- scalars -----------------------------------------------------------------------------------

void TreeBuilder::unclosed_quote(std::size_t offset) {
  report(Code::unclosed_quote, span_at(offset, 1),
         std::string("the quote ") + byte(offset) + " that opens here is never closed");
  throw Stop{};
}

TreeBuilder::Extent TreeBuilder::quoted_extent(std::size_t offset, std::string_view value) {
  char const quote = given_[offset];
  auto const close = offset + 1 + value.size();
  if (byte(close) == quote && given_.substr(offset + 1, value.size()) == value &&
      (quote == '"' || value.find('\'') == std::string_view::npos)) {
    return {close + 1, offset + 1};
  }
  auto const end = lexical::end_of_quoted(given_, offset);
  if (end == lexical::kNone) unclosed_quote(offset);
  auto const written = given_.substr(offset, end - offset);
  if (written.find('\n') != std::string_view::npos) last_quoted_ = offset;
  return {end, lexical::kNone};
}

TreeBuilder::Extent TreeBuilder::extent_of(std::size_t offset, std::string_view value) {
  char const first = byte(offset);
  if (first == '"' || first == '\'') return quoted_extent(offset, value);
  if (first == '|' || first == '>') {
    return {lexical::end_of_folded(given_, lexical::next_line(given_, offset), value),
            lexical::kNone};
  }
  if (given_.substr(offset, value.size()) == value) return {offset + value.size(), offset};
  auto const end = lexical::end_of_folded(given_, offset, value);
  if (!in_flow()) check_continuation(offset, end);
  return {end, lexical::kNone};
}

void TreeBuilder::store(NodeRecord& node, Extent extent, std::string_view value) {
  node.size = static_cast<std::uint32_t>(value.size()) & 0xFFFFFFFU;
  if (extent.text != lexical::kNone) {
    node.link = static_cast<std::uint32_t>(extent.text);
    return;
  }
  node.in_arena = 1;
  node.link = static_cast<std::uint32_t>(storage_.arena.size());
  storage_.arena += value;
}

void TreeBuilder::add_scalar(Mark const& mark, std::string const& tag, bool anchored,
                             std::string const& value) {
  if (open_.empty()) {
    report(Code::wrong_type, token_at(mark), "a single value stands where a map was expected",
           "a file starts with 'format: 1'");
    throw Stop{};
  }
  check_indentation(mark);
  check_properties(mark, tag, anchored, true);
  auto const offset = offset_of(mark);
  bool const bare = byte(offset) != '!' && byte(offset) != '&';
  auto const extent = bare ? extent_of(offset, value) : Extent{offset + 1, lexical::kNone};
  bool const as_key = at_key();
  auto& node = add(Kind::scalar, span_of(mark, extent.end - offset));
  cursor_ = std::max(cursor_, extent.end);
  if (value.size() > kMaxScalarBytes) {
    node.reported = 1;
    report(Code::scalar_too_long, span_of(mark, 1),
           "a value of " + std::to_string(value.size()) + " bytes; at most " +
               std::to_string(kMaxScalarBytes) + " are read");
    return;
  }
  store(node, extent, value);
  if (!refused_.empty()) {
    auto const hit = std::lower_bound(
        refused_.begin(), refused_.end(), offset,
        [](Diagnostic const& finding, std::size_t at) { return finding.span.offset < at; });
    if (hit != refused_.end() && hit->span.offset < extent.end) node.reported = 1;
  }
  // Only an escape can bring in what the file itself does not hold.
  if (extent.text == lexical::kNone && byte(offset) == '"') {
    if (auto problem = character_problem(value); !problem.message.empty()) {
      node.reported = 1;
      report(problem.code, storage_.span(node), "an escape makes " + problem.message);
    }
  }
  if (as_key) check_key(node);
  // A hostile map is given up early: looking at every doubling costs no more than at the end.
  auto const children = open_.back().children;
  if (open_.back().map && children >= 8192 && (children & (children - 1)) == 0) check_duplicates();
}

void TreeBuilder::add_null(Mark const& mark, bool anchored) {
  if (open_.empty()) {
    report(Code::empty_file, mark.is_null() ? span_at(0, 1) : span_of(mark, 1),
           "the file says nothing", "a file starts with 'format: 1'");
    throw Stop{};
  }
  auto const offset = offset_of(mark);
  auto const written = mark.is_null() ? 0 : lexical::written_null(given_, offset);
  auto span = written != 0 ? span_of(mark, written) : span_of(mark, 1);
  std::string message = "a list item is empty";
  std::string hint;
  if (at_key()) {
    message = "a key is missing";
  } else if (open_.back().map) {
    auto const& key = storage_.nodes.back();  // a null value follows its key at once
    if (written == 0) span = storage_.span(key);
    message = "'" + std::string(storage_.text(key)) + "' has no value";
    hint = "write a value or leave the key out; text is kept when it is in quotes";
  }
  auto const key_reported = open_.back().map && !at_key() && storage_.nodes.back().reported != 0;
  if (written != 0) cursor_ = std::max(cursor_, offset + written);
  if (anchored) check_properties(mark, "?", true, true);
  add(Kind::scalar, span).reported = 1;
  if (!key_reported) report(Code::null_value, span, std::move(message), std::move(hint));
}

void TreeBuilder::add_alias(Mark const& mark) {
  auto const span = token_at(mark);
  cursor_ = std::max(cursor_, std::size_t{span.offset} + span.length);
  add(Kind::scalar, span).reported = 1;
  report(Code::alias, span, "aliases such as '*name' are not used", "write the value out");
}

void TreeBuilder::open_list(Mark const& mark, std::string const& tag, bool anchored, bool flow) {
  check_properties(mark, tag, anchored, false);
  open(Kind::list, mark, flow);
}

void TreeBuilder::open_map(Mark const& mark, std::string const& tag, bool anchored, bool flow) {
  check_properties(mark, tag, anchored, false);
  open(Kind::map, mark, flow);
}

void TreeBuilder::start_document(Mark const& mark) {
  if (!expect_no_more_) return;
  auto const start = offset_of(mark);
  auto const between = given_.substr(std::min(cursor_, start), start - std::min(cursor_, start));
  bool const marked =
      given_.substr(start).starts_with("---") || between.find("\n...") != std::string_view::npos;
  if (marked) {
    report(Code::second_document, token_at(mark), "a second document starts here",
           "one document per file; give it a file of its own");
  } else {
    report(Code::yaml_syntax, token_at(mark), "this does not belong to what stands before it",
           "check the indentation");
  }
  throw Stop{};
}

// --- what YAML allows and the format does not --------------------------------------------------

void TreeBuilder::check_properties(Mark const& mark, std::string_view tag, bool anchored,
                                   bool scalar) {
  // yaml-cpp gives plain values and containers the tag '?' and all other scalars '!'; a '!' that
  // somebody wrote looks the same, so the source decides.
  char const first = byte(offset_of(mark));
  bool const untagged = tag == "?" || (scalar && tag == "!" &&
                                       std::string_view("\"'|>").find(first) != lexical::kNone);
  bool const bare_mark = scalar && (first == '!' || (first == '&' && tag == "!"));
  if (anchored) {
    report(Code::anchor, token_at(mark), "anchors such as '&name' are not used",
           "write the value out where it is needed");
  } else if (!untagged || bare_mark) {
    report(Code::tag, token_at(mark), "tags such as '!!str' are not used",
           "leave it out; put text in quotes where YAML needs them");
  }
}

/// A key whose value a tab has moved out of sight seems to have none.
void TreeBuilder::drop_null_before(std::size_t tab) {
  auto& findings = storage_.findings;
  if (findings.empty() || findings.back().code != Code::null_value) return;
  auto const end = std::size_t{findings.back().span.offset} + findings.back().span.length;
  if (end < tab && lexical::skip_to_scalar(given_, end) > tab) findings.pop_back();
}

bool TreeBuilder::report_tab_in_line(std::size_t line_start) {
  auto const tab = lexical::tab_in_indentation(given_, line_start);
  if (tab == lexical::kNone) return false;
  drop_null_before(tab);
  report(Code::tab_indentation, span_at(tab, 1), "a tab indents this line", "indent with spaces");
  return true;
}

void TreeBuilder::check_indentation(Mark const& mark) {
  auto const line = static_cast<std::uint32_t>(mark.line + 1);
  if (mark.is_null() || in_flow() || line == checked_line_) return;
  checked_line_ = line;
  auto const offset = offset_of(mark);
  auto const column = static_cast<std::size_t>(mark.column);
  if (column == 0 || column > offset) return;
  report_tab_in_line(offset - column);
}

/// Lines after the first of a plain value: with a tab they may only seem to belong to it.
void TreeBuilder::check_continuation(std::size_t from, std::size_t to) {
  for (auto at = lexical::next_line(given_, from); at < to; at = lexical::next_line(given_, at)) {
    report_tab_in_line(at);
  }
}

void TreeBuilder::check_key(NodeRecord& node) {
  auto const text = storage_.text(node);
  if (text == "<<" && byte(node.offset) == '<') {
    node.reported = 1;
    report(Code::merge_key, storage_.span(node), "merge keys ('<<') are not used",
           "write the keys out");
    return;
  }
  auto before = std::size_t{node.offset};
  while (before > 0 && given_[before - 1] == ' ') --before;
  if (before > 0 && before < node.offset && given_[before - 1] == '?') {
    report(Code::complex_key, storage_.span(node), "a key is written with '?'",
           "write 'key: value'");
  }
}

void TreeBuilder::duplicate(std::uint32_t first, std::uint32_t second) {
  auto& node = storage_.nodes[second];
  if (node.reported != 0) return;
  node.reported = 1;
  report(Code::duplicate_key, storage_.span(node),
         "key '" + std::string(storage_.text(node)) + "' appears twice, first on line " +
             std::to_string(storage_.nodes[first].line));
}

/// Small maps pairwise, large ones by sorting: O(n log n).
void TreeBuilder::check_duplicates() {
  constexpr std::size_t kSmall = 16;
  auto const& map = open_.back();
  keys_.clear();
  auto const& nodes = storage_.nodes;
  for (auto index = map.index + 1; index < nodes.size();) {
    auto const key = index;
    for (int step = 0; step < 2 && index < nodes.size(); ++step) {
      index =
          nodes[index].kind == static_cast<unsigned>(Kind::scalar) ? index + 1 : nodes[index].link;
    }
    if (nodes[key].kind != static_cast<unsigned>(Kind::scalar) || nodes[key].reported != 0) {
      continue;
    }
    auto const text = TextRow(storage_.text(nodes[key]), key);
    if (map.children <= 2 * kSmall) {
      auto const same = std::find_if(keys_.begin(), keys_.end(),
                                     [&](auto const& other) { return other.same_text(text); });
      if (same != keys_.end()) duplicate(same->row(), key);
    }
    keys_.push_back(text);
  }
  if (map.children <= 2 * kSmall) return;
  std::sort(keys_.begin(), keys_.end());
  std::size_t first = 0;
  for (std::size_t i = 1; i < keys_.size(); ++i) {
    if (!keys_[i].same_text(keys_[first])) {
      first = i;
    } else {
      duplicate(keys_[first].row(), keys_[i].row());
    }
  }
}

}  // namespace corridor

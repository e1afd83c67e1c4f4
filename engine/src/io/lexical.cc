#include "io/lexical.h"

#include <algorithm>
#include <vector>

namespace corridor::lexical {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t next_line(std::string_view text, std::size_t at) {
  auto const end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_blank(text[at])) {
      ++at;
    } else if (text[at] == '#' && (at == 0 || is_blank(text[at - 1]))) {
      at = next_line(text, at);
    } else {
      break;
    }
  }
  return at;
}

std::size_t skip_to_scalar(std::string_view text, std::size_t at) {
  constexpr std::string_view kIndicators = "-?:,[]{}";
  while (true) {
    at = skip_blanks(text, at);
    if (at >= text.size() || kIndicators.find(text[at]) == std::string_view::npos) return at;
    ++at;
  }
}

std::size_t end_of_plain_in_flow(std::string_view text, std::size_t start, std::size_t limit) {
  constexpr std::string_view kEnds = ",[]{}";
  auto const stop = std::min(limit, text.size());
  for (auto at = start; at < stop; ++at) {
    char const c = text[at];
    if (kEnds.find(c) != std::string_view::npos) return at;
    if (c == '#' && is_blank(text[at - (at > 0 ? 1 : 0)])) return at;
    if (c == ':' && at + 1 < text.size() &&
        (is_blank(text[at + 1]) || kEnds.find(text[at + 1]) != std::string_view::npos)) {
      return at;
    }
  }
  return limit;
}

std::size_t innermost_bracket(std::string_view text, std::size_t from, std::size_t to) {
  std::vector<std::size_t> open;
  for (auto at = skip_blanks(text, from); at < to; at = skip_blanks(text, at)) {
    char const c = text[at];
    if (c == '[' || c == '{') {
      open.push_back(at++);
    } else if (c == ']' || c == '}') {
      if (!open.empty()) open.pop_back();
      ++at;
    } else if (c == '"' || c == '\'') {
      at = end_of_quoted(text, at);
      if (at == kNone) break;
    } else {
      at = std::max(at + 1, end_of_plain_in_flow(text, at, to));
    }
  }
  return open.empty() ? kNone : open.back();
}

std::size_t end_of_quoted(std::string_view text, std::size_t open) {
  char const quote = text[open];
  for (auto at = open + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 == text.size() || text[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return kNone;
}

std::size_t end_of_folded(std::string_view text, std::size_t start, std::string_view value) {
  auto at = start;
  for (char const c : value) {
    if (is_blank(c)) continue;
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at == text.size() || text[at] != c) return at;
    ++at;
  }
  return at;
}

std::size_t tab_in_indentation(std::string_view text, std::size_t line_start) {
  auto const spaces = text.find_first_not_of(' ', line_start);
  if (spaces == std::string_view::npos || text[spaces] != '\t') return kNone;
  auto const content = text.find_first_not_of(" \t", spaces);
  if (content == std::string_view::npos) return kNone;
  bool const empty = text[content] == '\n' || text[content] == '\r' || text[content] == '#';
  return empty ? kNone : spaces;
}

std::size_t written_null(std::string_view text, std::size_t at) {
  for (std::string_view const word : {"~", "null", "Null", "NULL"}) {
    if (text.substr(std::min(at, text.size())).starts_with(word)) return word.size();
  }
  return 0;
}

}  // namespace corridor::lexical

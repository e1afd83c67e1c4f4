#pragma once

#include <cstddef>
#include <string_view>

namespace corridor::lexical {

// The little of YAML's lexical rules that is needed to find where things end in the source text.
// yaml-cpp tells where a token starts, not where it ends. Every function is linear in what it
// skips.

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_blank(char c);  ///< space, tab or line end

/// After blanks and comments. A `#` opens a comment only after a blank or at the start.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// One past a plain scalar between brackets; stops looking at `limit`.
std::size_t end_of_plain_in_flow(std::string_view text, std::size_t start, std::size_t limit);

/// The innermost bracket that opens in [from, to) and does not close there, or kNone.
std::size_t innermost_bracket(std::string_view text, std::size_t from, std::size_t to);

/// After blanks, comments and indicators (`- ? : , [ ] { }`): where a scalar may start.
std::size_t skip_to_scalar(std::string_view text, std::size_t at);

/// One past the quote that closes the one at `open`, or kNone.
std::size_t end_of_quoted(std::string_view text, std::size_t open);

/// One past a scalar of several lines whose value YAML has folded to `value`: the two agree in
/// everything but blanks.
std::size_t end_of_folded(std::string_view text, std::size_t start, std::string_view value);

/// The first tab in the indentation of the line that `line_start` starts, or kNone. Lines without
/// content and comments have no indentation.
std::size_t tab_in_indentation(std::string_view text, std::size_t line_start);

/// One past the line end at or after `at`.
std::size_t next_line(std::string_view text, std::size_t at);

/// Whether a null is written out at `at`: `~` or `null`. Its length, or 0.
std::size_t written_null(std::string_view text, std::size_t at);

}  // namespace corridor::lexical

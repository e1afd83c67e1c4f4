#include "corridor/base/diagnostic.h"

#include <gtest/gtest.h>

#include <set>

namespace corridor {
namespace {

/// A text with one diagnostic at the first occurrence of a word.
std::string rendered(std::string const& text, std::string const& word, std::string hint = "") {
  Sources sources;
  auto const file = sources.add("net.yaml", text);
  auto const offset = text.find(word);
  auto const line_start = text.rfind('\n', offset) + 1;
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < line_start; ++i) line += text[i] == '\n' ? 1U : 0U;
  auto const span =
      Span{file, line, static_cast<std::uint32_t>(offset - line_start + 1),
           static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(word.size())};
  return render({Code::unknown_node, span, "no node", std::move(hint)}, sources);
}

TEST(Diagnostic, QuotesTheLineWithACaretAndTheHint) {
  EXPECT_EQ(rendered("links:\n  between: [dostyk, aktao]\n", "aktao", "did you mean 'aktau'?"),
            "net.yaml:2:21: error: no node [unknown-node]\n"
            "    2 |   between: [dostyk, aktao]\n"
            "      |                     ^~~~~ did you mean 'aktau'?\n");
}

TEST(Diagnostic, CountsLettersNotBytesForTheCaret) {
  EXPECT_EQ(rendered("Астана: aktao\r\n", "aktao"),
            "net.yaml:1:15: error: no node [unknown-node]\n"
            "    1 | Астана: aktao\n"
            "      |         ^~~~~\n");
}

TEST(Diagnostic, PrintsNothingThatATerminalWouldObey) {
  auto const text = rendered("\ta\x1b[31m\xE2\x80\xAE\xFF bad", "bad");
  EXPECT_EQ(text,
            "net.yaml:1:13: error: no node [unknown-node]\n"
            "    1 |  a\\x1b[31m\\u202e\\xff bad\n"
            "      |                      ^~~\n");
}

TEST(Diagnostic, EscapesTheMessageAndTheFileName) {
  Sources sources;
  auto const text = render(
      {.code = Code::file_not_found, .message = "no file 'a\nb'", .file = "a\x1b\nb"}, sources);
  EXPECT_EQ(text, "a\\x1b\\x0ab: error: no file 'a\\x0ab' [file-not-found]\n");
}

TEST(Diagnostic, CutsLongLinesAroundThePlace) {
  auto const text = rendered(std::string(5000, 'a') + "bad" + std::string(5000, 'c'), "bad");
  auto const quoted = text.substr(text.find('\n') + 1);
  EXPECT_EQ(quoted, "    1 | ..." + std::string(80, 'a') + "bad" + std::string(37, 'c') + "...\n" +
                        "      |    " + std::string(80, ' ') + "^~~\n");
}

TEST(Diagnostic, PointsBehindTheLastLetter) {
  EXPECT_EQ(rendered("key:", ""),
            "net.yaml:1:1: error: no node [unknown-node]\n    1 | key:\n      | ^\n");
  Sources sources;
  auto const file = sources.add("f", "key:\n");
  EXPECT_EQ(render({Code::null_value, {file, 1, 5, 4, 0}, "nothing", ""}, sources),
            "f:1:5: error: nothing [null-value]\n    1 | key:\n      |     ^\n");
}

TEST(Diagnostic, SaysWarningForAWarning) {
  Sources sources;
  EXPECT_EQ(render({.code = Code::idle_transfer,
                    .message = "unused",
                    .severity = Severity::warning,
                    .file = "f"},
                   sources),
            "f: warning: unused [idle-transfer]\n");
}

TEST(Diagnostics, ShowAtMostTheLimitAndSayHowManyAreLeftOut) {
  Sources sources;
  auto const one = Diagnostic{.code = Code::bad_id, .message = "x", .file = "f"};
  auto const last_line = [&](std::size_t count) {
    auto text = render(Diagnostics(count, one), sources);
    text.pop_back();
    return text.substr(text.rfind('\n') + 1);
  };
  EXPECT_EQ(last_line(kMaxDiagnostics + 3), "only the first 100 errors are shown, 3 are left out");
  EXPECT_EQ(last_line(kMaxDiagnostics), "reading stopped at 100 errors, there may be more");
  EXPECT_EQ(last_line(kMaxDiagnostics - 1), "f: error: x [bad-id]");
}

TEST(Code, HasAUniqueKebabCaseName) {
  std::set<std::string_view> names;
  for (auto const code : all_codes()) {
    auto const name = name_of(code);
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
              std::string_view::npos);
  }
  EXPECT_EQ(name_of(Code::unknown_node), "unknown-node");
  EXPECT_EQ(name_of(Code::bad_range), "bad-range");
}

TEST(Sources, FindsTextsLinesAndPlaces) {
  Sources sources;
  auto const file = sources.add("net.yaml", "one\ntwo: x\r\nthree");
  auto const span = Span{file, 2, 6, 9, 1};
  EXPECT_EQ(sources.text(span), "x");
  EXPECT_EQ(sources.line_of(span), "two: x");
  EXPECT_EQ(sources.place(span), "net.yaml:2:6");
  EXPECT_EQ(sources.line_of({file, 3, 1, 12, 5}), "three");
  EXPECT_EQ(sources.place({}), "(in code)");
  EXPECT_EQ(sources.text(Span{}), "");
}

}  // namespace
}  // namespace corridor

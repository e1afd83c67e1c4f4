#include "corridor/io/document.h"

// The only file that sees yaml-cpp, and only its events: its node tree hides duplicates, anchors
// and positions and costs forty times the memory.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>

#include "io/characters.h"
#include "io/file_bytes.h"
#include "io/lexical.h"
#include "io/tree_builder.h"

namespace corridor {
namespace {

Mark mark_of(YAML::Mark const& mark) { return {mark.pos, mark.line, mark.column}; }

bool is_flow(YAML::EmitterStyle::value style) { return style == YAML::EmitterStyle::Flow; }

/// Hands yaml-cpp's events on to the builder.
class Events final : public YAML::EventHandler {
 public:
  explicit Events(TreeBuilder& builder) : builder_(builder) {}

  void OnDocumentStart(YAML::Mark const& mark) override { builder_.start_document(mark_of(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    builder_.add_null(mark_of(mark), anchor != 0);
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override {
    builder_.add_alias(mark_of(mark));
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    builder_.add_scalar(mark_of(mark), tag, anchor != 0, value);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    builder_.open_list(mark_of(mark), tag, anchor != 0, is_flow(style));
  }
  void OnSequenceEnd() override { builder_.close_list(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    builder_.open_map(mark_of(mark), tag, anchor != 0, is_flow(style));
  }
  void OnMapEnd() override { builder_.close_map(); }

 private:
  TreeBuilder& builder_;
};

// --- feeding the parser ------------------------------------------------------------------------

/// The text as a stream without a copy, in pieces that the builder is asked about.
class TextStream final : public std::streambuf {
 public:
  TextStream(std::string_view text, TreeBuilder& builder) : builder_(builder) {
    // A get area is of char*; nothing here ever writes to it.
    auto* const begin = const_cast<char*>(text.data());  // NOLINT(*-const-cast): see above
    setg(begin, begin, begin + text.size());
  }

 protected:
  std::streamsize xsgetn(char* to, std::streamsize count) override {
    builder_.before_reading(static_cast<std::size_t>(gptr() - eback()));
    auto const size = std::min<std::streamsize>(count, egptr() - gptr());
    std::copy_n(gptr(), size, to);
    gbump(static_cast<int>(size));
    return size;
  }

 private:
  TreeBuilder& builder_;
};

/// `%YAML` and the like stand before the first document only; yaml-cpp swallows them.
void check_directives(std::string_view text, TreeBuilder& builder) {
  for (std::size_t at = 0; at < text.size(); at = lexical::next_line(text, at)) {
    auto const content = lexical::skip_blanks(text, at);
    if (content >= text.size() || text[content] != '%') return;
    at = content;
    if (content == 0 || text[content - 1] == '\n') {
      auto const end = text.find_first_of(" \r\n", at);
      builder.report(Code::directive, builder.span_at(at, std::min(end, text.size()) - at),
                     "directives such as '%YAML' are not used", "leave the line out");
    }
  }
}

/// yaml-cpp is slow with blanks, and those after the last line say nothing.
std::string_view without_blank_end(std::string_view text) {
  auto end = text.size();
  while (end > 0 && lexical::is_blank(text[end - 1])) --end;
  bool const line_feed = text.substr(end, 1) == "\n";
  bool const both = text.substr(end, 2) == "\r\n";
  return text.substr(0, end + (both ? 2 : line_feed ? 1 : 0));
}

/// False when the document is not complete.
bool parse_events(std::string_view text, TreeBuilder& builder) {
  try {
    if (lexical::skip_blanks(text, 0) == text.size()) {
      builder.report(Code::empty_file, builder.span_at(0, 1), "the file holds nothing but comments",
                     "a file starts with 'format: 1'");
      return false;
    }
    check_directives(text, builder);
    text = without_blank_end(text);
    TextStream buffer(text, builder);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    Events events(builder);
    if (parser.HandleNextDocument(events)) {
      builder.expect_no_more();
      parser.HandleNextDocument(events);
    }
    return true;
  } catch (Stop const&) {
    return false;
  } catch (YAML::Exception const& error) {
    try {
      builder.syntax_error(mark_of(error.mark), error.msg);
    } catch (Stop const&) {
      // One finding too many; the findings stand all the same.
    }
    return false;
  }
}

void sort_by_place(Diagnostics& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](auto const& a, auto const& b) { return a.span.offset < b.span.offset; });
}

/// The text with every refused byte replaced, so that the rest can still be checked.
std::string without_refused(std::string_view text, Diagnostics const& refused) {
  std::string copy(text);
  for (auto const& finding : refused) {
    std::fill_n(copy.begin() + finding.span.offset, finding.span.length, '?');
  }
  return copy;
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_wide_unicode(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
         text.starts_with(std::string_view("\0\0\xFE\xFF", 4));
}

}  // namespace

Result<Document> parse_text(std::shared_ptr<Sources> const& sources, std::string name,
                            std::string text) {
  if (text.size() > kMaxFileBytes) {
    return file_finding(Code::file_too_large, name,
                        "has " + std::to_string(text.size()) + " bytes, at most " +
                            std::to_string(kMaxFileBytes) + " are read");
  }
  if (is_wide_unicode(text)) {
    return file_finding(Code::invalid_utf8, name,
                        "is UTF-16 or UTF-32 text; save the file as UTF-8");
  }
  auto const mark = text.substr(0, text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  text.erase(0, mark.size());
  if (text.empty()) return file_finding(Code::empty_file, name, "the file is empty");

  auto storage = std::make_shared<Document::Storage>();
  storage->sources = sources;
  storage->file = sources->add(std::move(name), std::move(text), mark);
  storage->source = sources->text(storage->file);
  auto const refused = character_findings(storage->source, storage->file, kMaxDiagnostics + 1);
  if (refused.size() > kMaxDiagnostics) return refused;
  auto const cleaned = refused.empty() ? std::string() : without_refused(storage->source, refused);

  // Not a guess but a bound: pages that are never written cost nothing.
  storage->nodes.reserve(std::min(kMaxValues, storage->source.size() / 2) + 1);
  storage->findings = refused;
  TreeBuilder builder(*storage, refused.empty() ? storage->source : std::string_view(cleaned),
                      refused);
  bool const complete = parse_events(refused.empty() ? storage->source : cleaned, builder);
  sort_by_place(storage->findings);
  // A directive can leave a document of which nothing was built.
  bool const rootless = storage->nodes.empty() && !storage->findings.empty();
  if (!complete || rootless) return std::move(storage->findings);
  return Document(std::move(storage));
}

Result<Document> parse_file(std::shared_ptr<Sources> const& sources, std::string const& path) {
  auto bytes = read_bytes(path);
  if (!bytes) return std::move(bytes).error();
  return parse_text(sources, path, std::move(*bytes));
}

}  // namespace corridor

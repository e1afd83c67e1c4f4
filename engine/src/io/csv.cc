#include "corridor/io/csv.h"

#include <algorithm>
#include <utility>

#include "io/characters.h"
#include "io/file_bytes.h"

namespace corridor {
namespace {

Diagnostic problem(Code code, Span span, std::string message, std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.span = span;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

/// Walks over one text and notes where each cell stands.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::uint32_t file) : text_(text), file_(file) {}

  Result<CsvRows> rows() {
    CsvRows rows;
    while (at_ < text_.size() && errors_.size() < kMaxDiagnostics) {
      if (end_of_line()) continue;  // an empty line
      auto const start = here();
      auto row = read_row();
      if (!rows.empty() && row.size() != rows.front().size()) {
        errors_.push_back(problem(Code::wrong_type, start,
                                  "this row has " + std::to_string(row.size()) +
                                      " cells, the header " + std::to_string(rows.front().size())));
      }
      rows.push_back(std::move(row));
    }
    if (!errors_.empty()) return std::move(errors_);
    return rows;
  }

 private:
  Span here() const {
    return {file_, line_, static_cast<std::uint32_t>(at_ - line_start_ + 1),
            static_cast<std::uint32_t>(at_), 0};
  }

  /// Steps over the end of a line, if there is one here.
  bool end_of_line() {
    auto const rest = text_.substr(at_, 2);
    std::size_t const length = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
    if (length == 0) return false;
    at_ += length;
    ++line_;
    line_start_ = at_;
    return true;
  }

  std::vector<Text> read_row() {
    std::vector<Text> row;
    for (;;) {
      row.push_back(read_cell());
      if (at_ >= text_.size() || end_of_line()) return row;
      ++at_;  // the comma
    }
  }

  Text read_cell() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain();
  }

  Text read_plain() {
    Text cell;
    cell.span = here();
    auto const end = std::min(text_.find_first_of(",\n", at_), text_.size());
    auto last = end;
    while (last > at_ && (text_[last - 1] == ' ' || text_[last - 1] == '\r')) --last;
    cell.text = text_.substr(at_, last - at_);
    cell.span.length = static_cast<std::uint32_t>(last - at_);
    bool const before_crlf = end < text_.size() && end > at_ && text_[end - 1] == '\r';
    at_ = before_crlf ? end - 1 : end;
    return cell;
  }

  Text read_quoted() {
    Text cell;
    cell.span = here();
    auto const start = at_++;
    for (;;) {
      if (at_ >= text_.size()) {
        cell.span.length = 1;
        errors_.push_back(problem(Code::unclosed_quote, cell.span, "this quote is never closed"));
        return cell;
      }
      if (text_[at_] == '"') {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '"') break;
      }
      cell.text += text_[at_];
      if (text_[at_] == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      }
      ++at_;
    }
    cell.span.length = static_cast<std::uint32_t>(at_ - start);
    skip_to_comma();
    return cell;
  }

  void skip_to_comma() {
    auto const end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    auto const between = text_.substr(at_, end - at_);
    if (between.find_first_not_of(' ') != std::string_view::npos) {
      errors_.push_back(problem(Code::unclosed_quote, here(), "text follows a closed quote",
                                "a quote inside quotes is written twice"));
    }
    at_ = end;
  }

  std::string_view text_;
  std::uint32_t file_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
  Diagnostics errors_;
};

}  // namespace

Result<CsvRows> parse_csv(std::shared_ptr<Sources> const& sources, std::string name,
                          std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);  // columns do not count it
  auto const file = sources->add(std::move(name), std::move(text));
  auto const whole = sources->text(file);
  auto findings = character_findings(whole, file, kMaxDiagnostics);
  if (!findings.empty()) return findings;
  auto rows = CsvReader(whole, file).rows();
  if (rows && rows->empty()) {
    return file_finding(Code::empty_file, std::string(sources->name(file)), "the file has no rows");
  }
  return rows;
}

Result<CsvRows> read_csv(std::shared_ptr<Sources> const& sources, std::string const& path) {
  auto bytes = read_bytes(path);
  if (!bytes) return std::move(bytes).error();
  return parse_csv(sources, path, std::move(bytes).value());
}

}  // namespace corridor

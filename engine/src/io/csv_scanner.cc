#include "io/csv_scanner.h"

#include <algorithm>
#include <string>
#include <utility>

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

}  // namespace

std::string single_quotes(std::string_view text) {
  std::string single;
  for (std::size_t i = 0; i < text.size(); ++i) {
    single += text[i];
    if (text[i] == '"') ++i;  // of two quotes, one stands for the other
  }
  return single;
}

std::span<CsvCell const> CsvScanner::next() {
  while (at_ < text_.size() && errors_.size() < kMaxDiagnostics) {
    if (end_of_line()) continue;  // an empty line
    auto const start = here();
    read_row();
    if (width_ == 0) width_ = row_.size();
    if (row_.size() == width_) return row_;
    errors_.push_back(problem(Code::wrong_type, start,
                              "this row has " + std::to_string(row_.size()) +
                                  " cells, the header " + std::to_string(width_)));
  }
  return {};
}

Span CsvScanner::here() const {
  return {file_, line_, static_cast<std::uint32_t>(at_ - line_start_ + 1),
          static_cast<std::uint32_t>(at_), 0};
}

/// Steps over the end of a line, if there is one here.
bool CsvScanner::end_of_line() {
  auto const rest = text_.substr(at_, 2);
  std::size_t const length = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
  if (length == 0) return false;
  at_ += length;
  ++line_;
  line_start_ = at_;
  return true;
}

void CsvScanner::read_row() {
  row_.clear();
  for (;;) {
    row_.push_back(read_cell());
    if (at_ >= text_.size() || end_of_line()) return;
    ++at_;  // the comma
  }
}

CsvCell CsvScanner::read_cell() {
  while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  return at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain();
}

CsvCell CsvScanner::read_plain() {
  CsvCell cell;
  cell.span = here();
  // Cells are short: a loop finds their ends sooner than a call does.
  auto end = at_;
  while (end < text_.size() && text_[end] != ',' && text_[end] != '\n') ++end;
  auto last = end;
  while (last > at_ && (text_[last - 1] == ' ' || text_[last - 1] == '\r')) --last;
  cell.text = text_.substr(at_, last - at_);
  cell.span.length = static_cast<std::uint32_t>(last - at_);
  bool const before_crlf =
      end < text_.size() && end > at_ && text_[end] == '\n' && text_[end - 1] == '\r';
  at_ = before_crlf ? end - 1 : end;
  return cell;
}

CsvCell CsvScanner::read_quoted() {
  CsvCell cell;
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
      cell.doubled = true;
    } else if (text_[at_] == '\n') {
      ++line_;
      line_start_ = at_ + 1;
    }
    ++at_;
  }
  cell.text = text_.substr(start + 1, at_ - start - 2);
  cell.span.length = static_cast<std::uint32_t>(at_ - start);
  skip_to_comma();
  return cell;
}

void CsvScanner::skip_to_comma() {
  auto const end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
  auto const between = text_.substr(at_, end - at_);
  if (between.find_first_not_of(' ') != std::string_view::npos) {
    errors_.push_back(problem(Code::unclosed_quote, here(), "text follows a closed quote",
                              "a quote inside quotes is written twice"));
  }
  at_ = end;
}

}  // namespace corridor

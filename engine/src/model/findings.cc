#include "model/findings.h"

#include <algorithm>
#include <tuple>

namespace corridor {

std::string quoted(std::string_view text) {
  std::string result = "'";
  result += text;
  return result + "'";
}

std::string Owner::prefix() const {
  auto text = std::string(kind) + " " + quoted(id);
  if (!part.empty()) text += ", " + std::string(part);
  return text + ": ";
}

void Findings::add(Diagnostic diagnostic) {
  auto& list = diagnostic.severity == Severity::error ? errors_ : warnings_;
  if (list.size() < kMaxDiagnostics) list.push_back(std::move(diagnostic));
}

void Findings::error(Code code, Span span, std::string message, std::string hint) {
  add({.code = code, .span = span, .message = std::move(message), .hint = std::move(hint)});
}

void Findings::warning(Code code, Span span, std::string message, std::string hint) {
  add({.code = code,
       .span = span,
       .message = std::move(message),
       .hint = std::move(hint),
       .severity = Severity::warning});
}

Diagnostics Findings::take_errors() {
  std::stable_sort(errors_.begin(), errors_.end(), [](Diagnostic const& a, Diagnostic const& b) {
    return std::tie(a.span.file, a.span.offset) < std::tie(b.span.file, b.span.offset);
  });
  return std::move(errors_);
}

std::string Findings::first_at(Span first, Span second) const {
  if (!first.known()) return {};
  if (first.file == second.file) return ", first on line " + std::to_string(first.line);
  return texts_ == nullptr ? std::string() : ", first at " + texts_->place(first);
}

std::string Findings::place_of(Span span) const {
  if (texts_ == nullptr || !span.known()) return {};
  return " (" + texts_->place(span) + ")";
}

}  // namespace corridor

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/base/diagnostic.h"
#include "corridor/base/nearest.h"
#include "corridor/model/network.h"

namespace corridor {

/// What a finding is about; written out only when there is a finding.
struct Owner {
  std::string_view kind;  ///< "link"
  std::string_view id;
  std::string_view part = {};  ///< "transfer"

  std::string prefix() const;  ///< "link 'x': ", "node 'x', transfer: "
};

/// Collects errors and warnings, each up to kMaxDiagnostics.
class Findings {
 public:
  explicit Findings(std::shared_ptr<Sources const> texts) : texts_(std::move(texts)) {}

  void add(Diagnostic diagnostic);
  void error(Code code, Span span, std::string message, std::string hint = {});
  void warning(Code code, Span span, std::string message, std::string hint = {});

  /// Nothing more is collected, so a costly hint is not worth making.
  bool full() const { return errors_.size() >= kMaxDiagnostics; }
  bool any_errors() const { return !errors_.empty(); }

  /// Errors in order of their place, those of one place in order of finding.
  Diagnostics take_errors();
  Diagnostics const& warnings() const { return warnings_; }

  /// "first on line 17", for a second declaration at `second`; empty when the place is not known.
  std::string first_at(Span first, Span second) const;
  /// " (file:17:3)", or empty when the place is not known.
  std::string place_of(Span span) const;

  /// "did you mean 'aktau'? (file:17:3)" among the ids of a table, or empty.
  template <class Rows>
  std::string suggestion(Rows const& rows, std::string_view word) const {
    if (full()) return {};
    std::vector<std::string_view> ids;
    ids.reserve(rows.size());
    for (auto const& row : rows) ids.push_back(row.id);
    auto const found = nearest(word, ids);
    for (auto const& row : rows) {
      if (!found.empty() && found.data() == row.id.data()) {
        return "did you mean '" + row.id + "'?" + place_of(declared_at(row));
      }
    }
    return {};
  }

 private:
  template <class Row>
  static Span declared_at(Row const& row) {
    return row.span;
  }
  static Span declared_at(Link const& link) { return link.element.span; }

  std::shared_ptr<Sources const> texts_;
  Diagnostics errors_, warnings_;
};

/// "'836 km'".
std::string quoted(std::string_view text);

}  // namespace corridor

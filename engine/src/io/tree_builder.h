#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_row.h"
#include "corridor/base/diagnostic.h"
#include "io/lexical.h"
#include "io/tree.h"

namespace corridor {

/// Thrown from an event to end the parsing: what was found so far stands in the findings.
struct Stop {};

/// Where the parser says that something starts; counts from 0.
struct Mark {
  int pos = -1;
  int line = -1;
  int column = -1;
  bool is_null() const { return pos < 0; }
};

/// A map or list that is not closed yet.
struct Open {
  std::uint32_t index = 0;
  std::uint32_t children = 0;  ///< of a map: keys and values
  bool map = false;
  bool flow = false;
};

/// Turns a parser's events into the tree and finds all that YAML allows and the format does not.
class TreeBuilder {
 public:
  /// `given` is what the parser reads: `storage.source`, but for bytes that were refused.
  TreeBuilder(Document::Storage& storage, std::string_view given, Diagnostics const& refused)
      : storage_(storage), given_(given), refused_(refused) {}

  void expect_no_more() { expect_no_more_ = true; }
  /// Called before the parser reads on from `position`; keeps it from collecting endless scalars.
  void before_reading(std::size_t position);
  void syntax_error(Mark const& mark, std::string const& message);
  /// Adds a finding; throws Stop when there are too many.
  void report(Code code, Span span, std::string message, std::string hint = {});
  Span span_at(std::size_t offset, std::size_t length) const;

  void start_document(Mark const& mark);
  void add_null(Mark const& mark, bool anchored);
  void add_alias(Mark const& mark);
  void add_scalar(Mark const& mark, std::string const& tag, bool anchored,
                  std::string const& value);
  void open_list(Mark const& mark, std::string const& tag, bool anchored, bool flow);
  void close_list() { close(); }
  void open_map(Mark const& mark, std::string const& tag, bool anchored, bool flow);
  void close_map() {
    check_duplicates();
    close();
  }

 private:
  struct Extent {
    std::size_t end = 0;
    std::size_t text = lexical::kNone;  ///< where the value stands as it is, else kNone
  };

  bool at_key() const {
    return !open_.empty() && open_.back().map && open_.back().children % 2 == 0;
  }
  bool in_flow() const { return !open_.empty() && open_.back().flow; }
  char byte(std::size_t offset) const { return offset < given_.size() ? given_[offset] : '\0'; }
  std::size_t offset_of(Mark const& mark) const;
  Span span_of(Mark const& mark, std::size_t length) const;
  Span token_at(Mark const& mark) const;

  NodeRecord& add(Document::Kind kind, Span span);
  void count_child(Open& parent, Span span);
  void open(Document::Kind kind, Mark const& mark, bool flow);
  void close();
  void check_properties(Mark const& mark, std::string_view tag, bool anchored, bool scalar);
  void check_indentation(Mark const& mark);
  void check_continuation(std::size_t from, std::size_t to);
  bool report_tab_in_line(std::size_t line_start);
  void drop_null_before(std::size_t tab);
  std::size_t open_bracket(std::size_t at) const;
  void check_key(NodeRecord& node);
  void check_duplicates();
  void duplicate(std::uint32_t first, std::uint32_t second);
  Extent extent_of(std::size_t offset, std::string_view value);
  Extent quoted_extent(std::size_t offset, std::string_view value);
  void store(NodeRecord& node, Extent extent, std::string_view value);
  bool look_at_token(std::size_t position, bool block);
  [[noreturn]] void unclosed_quote(std::size_t offset);
  [[noreturn]] void too_deep(Span span);
  [[noreturn]] void too_large(Span span, std::string message);

  Document::Storage& storage_;
  std::string_view given_;
  Diagnostics const& refused_;
  std::vector<Open> open_;
  std::vector<TextRow> keys_;  ///< scratch
  std::size_t cursor_ = 0;     ///< one past the last token
  std::size_t ahead_ = 0;      ///< how far before_reading() has looked
  std::size_t depth_ahead_ = 0;
  std::size_t tokens_ahead_ = 0;
  std::uint32_t checked_line_ = 0;
  std::size_t last_quoted_ = lexical::kNone;  ///< a quoted scalar of several lines
  bool expect_no_more_ = false;
};

}  // namespace corridor

#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "corridor/export.h"

namespace corridor {

/// A place in an input text. Lines and columns count from 1 (columns in bytes); line 0 means "made
/// in code, not read from a file".
struct Span {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t offset = 0;  ///< of the first byte in the file
  std::uint32_t length = 0;  ///< in bytes, as it stands in the file (with quotes)

  bool known() const { return line != 0; }
  bool operator==(const Span&) const = default;
};

/// The texts that were read, kept so that every value can point at its line. Texts are only ever
/// added. Reading happens on one thread; afterwards a const Sources may be shared.
class CORRIDOR_EXPORT Sources {
 public:
  /// Takes a text under a name for messages; returns the number that spans carry. `skipped` is
  /// what stood in the file before the text: a byte order mark.
  std::uint32_t add(std::string name, std::string text, std::string skipped = {});

  std::string_view name(std::uint32_t file) const;
  std::string_view text(std::uint32_t file) const;
  /// The bytes of a span as written; empty for a span that is not known.
  std::string_view text(Span span) const;
  /// The line that holds the span's start, without its end-of-line bytes.
  std::string_view line_of(Span span) const;
  /// "file:line:column", or "(in code)" for a span that is not known.
  std::string place(Span span) const;
  std::size_t size() const { return files_.size(); }
  /// SHA-256 of the file's bytes as they were read, as `sha256sum FILE` prints it. Linear.
  std::string sha256(std::uint32_t file) const;

 private:
  struct File {
    std::string name;
    std::string text;
    std::string skipped;
  };
  std::deque<File> files_;
};

}  // namespace corridor

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "corridor/base/result.h"
#include "corridor/io/document.h"

namespace corridor {

/// A regular file that is open for reading; everything else is a diagnostic that names the path.
/// Opening never blocks.
class OpenFile {
 public:
  /// Refuses a file of more than `most` bytes.
  static Result<OpenFile> regular(std::string const& path, std::size_t most);

  OpenFile(OpenFile const&) = delete;
  OpenFile& operator=(OpenFile const&) = delete;
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;
  ~OpenFile();

  int descriptor() const { return descriptor_; }
  std::size_t size() const { return size_; }  ///< when it was opened

 private:
  OpenFile(int descriptor, std::size_t size) : descriptor_(descriptor), size_(size) {}
  int descriptor_;
  std::size_t size_;
};

/// The first bytes of a regular file, as far as it has them; nothing of anything else.
std::string first_bytes(std::string const& path, std::size_t count);

/// The bytes of a regular file of at most `most` bytes. Everything else (missing, a folder, a
/// pipe, a device, unreadable, empty, too large, changed while being read) is a diagnostic that
/// names the path. Never blocks.
Result<std::string> read_bytes(std::string const& path, std::size_t most = kMaxFileBytes);

/// Takes a text without its byte order mark, which columns do not count.
std::uint32_t add_text(Sources& sources, std::string name, std::string text);

/// A finding about a file of which no text was read.
Diagnostic file_finding(Code code, std::string const& path, std::string message);

}  // namespace corridor

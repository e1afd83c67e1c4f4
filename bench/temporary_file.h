#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace corridor::bench {

/// A name of this process's own for a file, which is removed at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view suffix)
      : path_(std::filesystem::temp_directory_path() /
              ("corridor-bench-" + std::to_string(getpid()) + std::string(suffix))) {}
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(TemporaryFile const&) = delete;
  TemporaryFile& operator=(TemporaryFile const&) = delete;

  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace corridor::bench

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace corridor::cli {

/// An output that grows while the work goes on: standard output, or a file that can be resumed.
/// Failures throw Failure with exit code 4.
class RowOutput {
 public:
  /// Standard output.
  RowOutput() = default;
  /// A file, of which the first `kept` bytes stay and the rest goes. Devices and pipes are written
  /// as they are.
  RowOutput(std::string path, std::uint64_t kept);
  ~RowOutput();
  RowOutput(RowOutput const&) = delete;
  RowOutput& operator=(RowOutput const&) = delete;

  /// Writes whole lines. False: the reader went away (`| head -1`), which is no failure.
  bool write(std::string_view lines);
  /// Flushes to the disk and closes.
  void finish();

 private:
  [[noreturn]] void fail(int error) const;

  std::string path_;  ///< empty: standard output
  int descriptor_ = 1;
};

}  // namespace corridor::cli

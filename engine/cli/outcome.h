#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "corridor/io/tables.h"

namespace corridor::cli {

/// Exit codes of the contract, section 5.
inline constexpr int kAnswered = 0;
inline constexpr int kNoAnswer = 1;
inline constexpr int kWrongUsage = 2;
inline constexpr int kRejectedInput = 3;
inline constexpr int kCannotWrite = 4;
inline constexpr int kDefect = 70;
inline constexpr int kNoResources = 71;
inline constexpr int kInterrupted = 130;

/// Ends a verb early. Any step of a verb may find the usage or an input wrong, and nothing but the
/// code and the message matters then; run() is the only place that catches it.
class Failure : public std::runtime_error {
 public:
  Failure(int code, std::string const& message) : std::runtime_error(message), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

/// Wrong usage: `corridor: error: MESSAGE` and where to read more.
class UsageError : public Failure {
 public:
  explicit UsageError(std::string const& message) : Failure(kWrongUsage, message) {}
};

/// What a run leaves: everything goes out at the end, so that a failure leaves half of nothing
/// (but the rows of a sweep, which may be resumed).
struct Outcome {
  int code = kAnswered;
  std::string answer;    ///< for stdout or the output file
  std::string messages;  ///< for stderr
  /// Instead of an answer: what fills the folder that --output names.
  std::vector<NetworkFileText> files = {};
  /// The verb wrote its --output itself, while it worked: the answer is for stdout.
  bool output_is_written = false;
};

}  // namespace corridor::cli

#include "corridor/base/code.h"

#include <array>
#include <cstddef>

namespace corridor {
namespace {

constexpr std::size_t kCodeCount = static_cast<std::size_t>(Code::not_a_result) + 1;

/// In the order of the enumeration.
constexpr auto kNames = std::to_array<std::string_view>({
    "file-not-found",
    "not-a-file",
    "unreadable-file",
    "empty-file",
    "file-too-large",
    "invalid-utf8",
    "control-character",
    "bidirectional-override",
    "yaml-syntax",
    "tab-indentation",
    "unclosed-quote",
    "second-document",
    "anchor",
    "alias",
    "tag",
    "merge-key",
    "complex-key",
    "directive",
    "nesting-too-deep",
    "scalar-too-long",
    "duplicate-key",
    "null-value",
    "wrong-type",
    "unknown-key",
    "missing-key",
    "wrong-file-kind",
    "unsupported-format",
    "no-nodes",
    "no-links",
    "bad-id",
    "duplicate-id",
    "bad-number",
    "missing-unit",
    "unknown-unit",
    "wrong-unit",
    "too-precise",
    "out-of-range",
    "negative-number",
    "missing-assumption",
    "bad-share",
    "needless-expansion",
    "no-departures",
    "bad-year",
    "bad-date",
    "closes-before-opens",
    "bad-status",
    "bad-coordinates",
    "swapped-coordinates",
    "unknown-kind",
    "unknown-node",
    "unknown-mode",
    "unknown-link",
    "unknown-transfer",
    "unknown-passage",
    "unknown-region",
    "unknown-corridor",
    "unknown-source",
    "unknown-network",
    "unknown-scenario",
    "unknown-study",
    "unknown-objective",
    "unknown-field",
    "node-region-clash",
    "self-loop",
    "self-transfer",
    "duplicate-transfer",
    "missing-capacity",
    "missing-value",
    "idle-transfer",
    "unknown-change",
    "missing-selector",
    "several-selectors",
    "selects-nothing",
    "changes-nothing",
    "bad-factor",
    "below-zero",
    "share-without-capacity",
    "extends-cycle",
    "missing-requirement",
    "excluded-scenario",
    "overlapping-ends",
    "bad-range",
    "dimacs-line",
    "missing-problem-line",
    "missing-terminal",
    "wrong-count",
    "json-syntax",
    "not-a-result",
});
static_assert(kNames.size() == kCodeCount, "a code without a name, or a name without a code");

constexpr auto kCodes = [] {
  std::array<Code, kCodeCount> codes{};
  for (std::size_t i = 0; i < kCodeCount; ++i) codes[i] = static_cast<Code>(i);
  return codes;
}();

}  // namespace

std::string_view name_of(Code code) { return kNames[static_cast<std::size_t>(code)]; }

std::span<Code const> all_codes() { return kCodes; }

}  // namespace corridor

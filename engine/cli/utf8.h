#pragma once

#include <string_view>

namespace corridor::cli {

/// Whether a text is valid UTF-8 (no overlong forms, surrogates or values beyond U+10FFFF) without
/// control characters, so that it may be quoted in any message.
bool is_plain_utf8(std::string_view text);

}  // namespace corridor::cli

#include "utf8.h"

#include <cstdint>

namespace corridor::cli {
namespace {

struct Decoded {
  char32_t point = 0;
  std::size_t length = 0;  ///< 0: not UTF-8
};

Decoded decode(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1};
  std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
  auto point = static_cast<char32_t>(lead & (0x7FU >> length));
  for (std::size_t i = 1; i < length; ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) != 0x80U) return {};
    point = (point << 6U) | (byte & 0x3FU);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (point < kSmallest[length] || point > 0x10FFFF) return {};
  if (point >= 0xD800 && point <= 0xDFFF) return {};
  return {point, length};
}

bool is_control(char32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }

}  // namespace

bool is_plain_utf8(std::string_view text) {
  while (!text.empty()) {
    auto const next = decode(text);
    if (next.length == 0 || is_control(next.point)) return false;
    text.remove_prefix(next.length);
  }
  return true;
}

}  // namespace corridor::cli

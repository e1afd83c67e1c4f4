#include "corridor/base/sha256.h"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace corridor {
namespace {

void feed(SHA2_CTX& context, std::string_view bytes) {
  // Text is bytes to a hash.
  SHA256Update(&context, reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
}

}  // namespace

std::string sha256_of(std::string_view bytes, std::string_view before) {
  SHA2_CTX context;
  SHA256Init(&context);
  feed(context, before);
  feed(context, bytes);
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &context);

  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (auto const byte : digest) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xFU];
  }
  return text;
}

}  // namespace corridor

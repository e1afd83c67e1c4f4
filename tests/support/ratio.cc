#include "support/ratio.h"

#include <stdexcept>

#include "corridor/base/decimal.h"

namespace corridor::test {

Ratio decimal(std::string_view text) {
  Ratio ratio;
  bool fraction = false;
  bool any = false;
  for (char const c : text) {
    if (c == '.' && any && !fraction) {
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9') throw std::runtime_error("no decimal: '" + std::string(text) + "'");
    any = true;
    ratio.numerator = ratio.numerator * 10 + (c - '0');
    if (fraction) ratio.denominator *= 10;
  }
  if (!any) throw std::runtime_error("no decimal: '" + std::string(text) + "'");
  return ratio;
}

std::int64_t rounded_down(Ratio ratio) {
  Int128 quotient = ratio.numerator / ratio.denominator;
  if (ratio.numerator % ratio.denominator < 0) --quotient;
  return static_cast<std::int64_t>(quotient);
}

std::int64_t rounded_half_up(Ratio ratio) {
  return rounded_down({2 * ratio.numerator + ratio.denominator, 2 * ratio.denominator});
}

std::string text_of(Ratio ratio, int places) {
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  return format_grouped(rounded_half_up(ratio * Ratio{scale, 1}), scale, places);
}

}  // namespace corridor::test

#include "verify/ratio.h"

#include <utility>

#include "corridor/base/decimal.h"

namespace corridor::verify {

Ratio reduced(Int128 numerator, Int128 denominator) {
  auto a = numerator;
  auto b = denominator;
  while (b != 0) a = std::exchange(b, a % b);
  return a == 0 ? Ratio{} : Ratio{numerator / a, denominator / a};
}

std::string text_of(Ratio const& ratio) {
  auto text = format_whole(ratio.numerator);
  if (ratio.denominator != 1) text += "/" + format_whole(ratio.denominator);
  return text;
}

Ratio read_ratio(Item const& text) {
  constexpr Int128 kMost = 1'000'000'000'000'000'000;
  auto const& written = text.text();
  auto const slash = written.find('/');
  auto const numerator = parse_whole(std::string_view(written).substr(0, slash));
  auto const denominator = slash == std::string::npos
                               ? std::optional<Int128>(1)
                               : parse_whole(std::string_view(written).substr(slash + 1));
  bool const fits = numerator && denominator && *numerator >= 0 && *numerator <= kMost &&
                    *denominator > 0 && *denominator <= kMost;
  if (!fits) text.refuse("is " + shown(text.value()) + ", not a ratio of whole numbers");
  auto const ratio = reduced(*numerator, *denominator);
  if (text_of(ratio) != written) text.refuse("is not in lowest terms");
  return ratio;
}

}  // namespace corridor::verify

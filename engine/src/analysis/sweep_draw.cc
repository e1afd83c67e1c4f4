#include "analysis/sweep_draw.h"

#include <algorithm>

#include "base/exact.h"
#include "corridor/base/int128.h"

namespace corridor {
namespace {

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15U;

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

std::int64_t uniform(Draw const& draw, DrawSource& source) {
  auto const count = static_cast<std::uint64_t>(draw.b - draw.a) + 1;
  return draw.a + static_cast<std::int64_t>(source.below(count));
}

/// With U and V uniform on [0, 1] and p the place of the mode, (1 - p) min(U, V) + p max(U, V) is
/// triangular (Stein and Keblis 2009): no square root, so nothing to round but the result.
std::int64_t triangular(Draw const& draw, DrawSource& source) {
  constexpr int kBits = 62;  // leaves room for the product with an amount and for the sum of two
  auto const u = static_cast<std::int64_t>(source.next() >> (64 - kBits));
  auto const v = static_cast<std::int64_t>(source.next() >> (64 - kBits));
  auto const sum =
      Int128{draw.b - draw.mode} * std::min(u, v) + Int128{draw.mode - draw.a} * std::max(u, v);
  auto const rounded = (sum + (Int128{1} << (kBits - 1))) >> kBits;
  return draw.a + static_cast<std::int64_t>(rounded);
}

/// The sum of 48 numbers that are uniform on [0, 2^32) has a standard deviation of 2^33.
std::int64_t normal(Draw const& draw, DrawSource& source) {
  constexpr int kNumbers = 48;
  constexpr int kBits = 32;
  constexpr std::int64_t kMean = std::int64_t{kNumbers / 2} * ((std::int64_t{1} << kBits) - 1);
  std::int64_t sum = -kMean;
  for (int i = 0; i < kNumbers / 2; ++i) {
    auto const both = source.next();
    sum += static_cast<std::int64_t>(both >> kBits);
    sum += static_cast<std::int64_t>(both & 0xFFFFFFFFU);
  }
  auto const away = (Int128{draw.b} * sum + (Int128{1} << kBits)) >> (kBits + 1);
  return static_cast<std::int64_t>(std::max(Int128{0}, draw.a + away));
}

}  // namespace

DrawSource::DrawSource(std::uint64_t seed, std::uint64_t scenario, std::uint64_t variation)
    : state_(mixed(mixed(mixed(seed + kGolden) + scenario + kGolden) + variation + kGolden)) {}

std::uint64_t DrawSource::next() {
  state_ += kGolden;
  return mixed(state_);
}

std::uint64_t DrawSource::below(std::uint64_t count) {
  // Both factors are non-negative and below 2^64, the second far below: the product is, too.
  auto const product = static_cast<Int128>(next() >> 1) * static_cast<Int128>(count);
  return static_cast<std::uint64_t>(product >> 63);
}

std::int64_t draw(Draw const& draw, DrawSource& source) {
  switch (draw.shape) {
    case Draw::Shape::uniform:
      return uniform(draw, source);
    case Draw::Shape::triangular:
      return triangular(draw, source);
    case Draw::Shape::normal:
      break;
  }
  return normal(draw, source);
}

SweepValue value_of_draw(Variation const& variation, std::int64_t steps) {
  if (variation.absolute) return {SweepValue::Kind::set, {steps, 1}};
  return {SweepValue::Kind::multiply, narrow(multiply(Exact{steps, 1}, Exact{1, 1000})).value()};
}

std::int64_t most_of(Draw const& draw) {
  constexpr std::int64_t kDeviations = 12;  // half of the 48 numbers at their largest
  return draw.shape == Draw::Shape::normal ? draw.a + kDeviations * draw.b : draw.b;
}

}  // namespace corridor

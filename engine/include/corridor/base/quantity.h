#pragma once

#include <compare>
#include <cstdint>

namespace corridor {

/// An exact amount: a whole number of parts, `Parts` of them to one unit. Amounts of different
/// quantities do not mix: `Length + Duration` does not compile.
template <class Tag, std::int64_t Parts = 1>
class Quantity {
 public:
  static constexpr std::int64_t kPartsPerUnit = Parts;

  constexpr Quantity() = default;
  static constexpr Quantity of_parts(std::int64_t parts) { return Quantity(parts); }

  constexpr std::int64_t parts() const { return parts_; }
  constexpr auto operator<=>(const Quantity&) const = default;

  constexpr Quantity& operator+=(Quantity other) {
    parts_ += other.parts_;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity other) {
    parts_ -= other.parts_;
    return *this;
  }
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }

 private:
  constexpr explicit Quantity(std::int64_t parts) : parts_(parts) {}
  std::int64_t parts_ = 0;
};

using Length = Quantity<struct MetreTag>;          ///< whole metres
using Duration = Quantity<struct HourTag, 1000>;   ///< thousandths of an hour
using Cost = Quantity<struct UsdPerTeuTag, 1000>;  ///< thousandths of USD per TEU
using Emissions = Quantity<struct GramPerTeuTag>;  ///< whole grams CO2e per TEU, well-to-wheel
using Capacity = Quantity<struct TeuPerYearTag>;   ///< whole TEU per year
using Capital = Quantity<struct UsdTag>;           ///< whole USD, spent once
/// Thousandths of USD, spent once, per TEU/year of capacity.
using ExpansionCost = Quantity<struct UsdPerTeuYearTag, 1000>;

/// Thousandths of a departure a week.
using Departures = Quantity<struct DeparturesPerWeekTag, 1000>;

/// No amount that is read may exceed this many parts, so the sum of a million of them fits int64.
inline constexpr std::int64_t kMaxParts = 1'000'000'000'000;
static_assert(INT64_MAX / kMaxParts > 1'000'000);

/// A capacity that may be absent: `unlimited` is its own value, never a huge number.
class Limit {
 public:
  constexpr Limit() = default;  ///< unlimited
  constexpr Limit(Capacity capacity) : parts_(capacity.parts()) {}

  constexpr bool unlimited() const { return parts_ < 0; }
  /// The finite capacity. Only meaningful when not unlimited.
  constexpr Capacity capacity() const { return Capacity::of_parts(parts_); }
  constexpr bool zero() const { return parts_ == 0; }
  constexpr bool operator==(const Limit&) const = default;

 private:
  std::int64_t parts_ = -1;
};

}  // namespace corridor

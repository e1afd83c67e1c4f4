#pragma once

#include <utility>
#include <variant>

#include "corridor/base/diagnostic.h"

namespace corridor {

/// A value, or every diagnostic that stands in its way. The spelling is std::expected's, which
/// neither supported compiler has yet.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Diagnostics errors) : state_(std::move(errors)) {}
  Result(Diagnostic error) : state_(Diagnostics{std::move(error)}) {}

  bool has_value() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return has_value(); }

  T const& value() const& { return std::get<T>(state_); }
  T& value() & { return std::get<T>(state_); }
  T&& value() && { return std::get<T>(std::move(state_)); }
  T const& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T const* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  Diagnostics const& error() const& { return std::get<Diagnostics>(state_); }
  Diagnostics&& error() && { return std::get<Diagnostics>(std::move(state_)); }

 private:
  std::variant<T, Diagnostics> state_;
};

}  // namespace corridor

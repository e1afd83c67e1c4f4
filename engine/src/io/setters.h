#pragma once

// How the values of keys enter the specs: the functions that the rows of field tables point to.
// `Path` leads from the spec to the member, so one function serves links and nested elements.

#include "io/reader.h"

namespace corridor {

template <auto First, auto... Rest, class Spec>
auto& member(Spec& spec) {
  if constexpr (sizeof...(Rest) == 0) {
    return spec.*First;
  } else {
    return member<Rest...>(spec.*First);
  }
}

/// A scalar into an OptionalText.
template <auto... Path>
inline constexpr auto kSetText =
    [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
      member<Path...>(spec) = reader.text(info, item.value);
    };

/// A scalar into a Text.
template <auto... Path>
inline constexpr auto kSetName =
    [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
      if (auto text = reader.text(info, item.value)) member<Path...>(spec) = *std::move(text);
    };

/// A scalar into a std::string.
template <auto... Path>
inline constexpr auto kSetString =
    [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
      if (auto text = reader.text(info, item.value)) member<Path...>(spec) = std::move(text->text);
    };

/// One scalar or a list of them into a vector.
template <auto... Path>
inline constexpr auto kSetTexts =
    [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
      member<Path...>(spec) = reader.texts(info, item.value);
    };

template <auto... Path>
inline constexpr auto kSetYear =
    [](Reader& reader, KeyInfo const& info, Item const& item, auto& spec) {
      member<Path...>(spec) = reader.year(info, item.value);
    };

/// The key and its value as they are, to be read later.
template <auto... Path>
inline constexpr auto kSetSection =
    [](Reader&, KeyInfo const&, Item const& item, auto& spec) { member<Path...>(spec) = item; };

/// The value was read before, or is only for people.
inline constexpr auto kIgnore = [](Reader&, KeyInfo const&, Item const&, auto&) {};

/// `format: 1`.
inline constexpr auto kCheckFormat = [](Reader& reader, KeyInfo const& info, Item const& item,
                                        auto&) {
  auto const text = reader.text(info, item.value);
  if (text && text->text != "1") {
    reader.report(Code::unsupported_format, text->span,
                  "format " + quoted(text->text) + " is not known; this program reads format 1",
                  "a newer file needs a newer program");
  }
};

}  // namespace corridor

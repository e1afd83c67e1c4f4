#pragma once

#include <cstddef>
#include <string>

namespace corridor::report {

/// "a", "a and b", "a, b and c": what `word(item)` says of each item.
template <class Items, class Word>
std::string word_list(Items const& items, Word const& word, char const* last = "and") {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " " + std::string(last) + " " : ", ";
    text += word(items[i]);
  }
  return text;
}

}  // namespace corridor::report

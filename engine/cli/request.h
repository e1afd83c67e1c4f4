#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corridor::cli {

struct Verb;

/// A command line that was understood: the verb, its words and its options. Values are texts as
/// typed; the verb checks what they mean.
struct Request {
  Verb const* verb = nullptr;  ///< null: none was named
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>, std::less<>> options;

  bool has(std::string_view option) const { return options.contains(option); }
  std::optional<std::string> value(std::string_view option) const {
    auto const found = options.find(option);
    if (found == options.end()) return std::nullopt;
    return found->second.back();
  }
  std::vector<std::string> values(std::string_view option) const {
    auto const found = options.find(option);
    return found == options.end() ? std::vector<std::string>() : found->second;
  }
};

}  // namespace corridor::cli

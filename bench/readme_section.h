#pragma once

#include <filesystem>
#include <string>

namespace corridor::bench {

/// Puts `text` between the lines `<!-- begin NAME -->` and `<!-- end NAME -->` of a file, in place
/// of what is there; the file is replaced whole. Throws std::runtime_error when a line is missing
/// or the file cannot be written.
void replace_section(std::filesystem::path const& file, std::string const& name,
                     std::string const& text);

}  // namespace corridor::bench

#include "support/shipped.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "corridor/scenario/apply.h"

namespace corridor::test {
namespace {

std::filesystem::path const kRoot = CORRIDOR_SOURCE_DIR;

template <class T>
T value_or_throw(Result<T> result, Sources const& sources) {
  if (!result) throw std::runtime_error(render(result.error(), sources));
  return std::move(result).value();
}

/// First and last byte of a generated part.
std::pair<std::size_t, std::size_t> bounds_of(std::string const& page, std::string const& name) {
  std::string const opening = "<!-- generated: " + name + " -->\n";
  auto const at = page.find(opening);
  auto const end = page.find("<!-- end -->", at);
  if (at == std::string::npos || end == std::string::npos) {
    throw std::runtime_error("no generated part '" + name + "'");
  }
  return {at + opening.size(), end};
}

}  // namespace

std::string file_text(std::string const& path) {
  std::ifstream in(kRoot / path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> file_names(std::string const& folder, std::string const& ending) {
  std::vector<std::string> names;
  for (auto const& entry : std::filesystem::directory_iterator(kRoot / folder)) {
    if (entry.path().extension() == ending) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

ShippedNetwork::ShippedNetwork(std::string const& name)
    : base_(value_or_throw(loader_.network("network/" + name + ".yaml"), *loader_.sources())) {}

Network ShippedNetwork::with(std::vector<std::string> const& scenarios) {
  return value_or_throw(try_with(scenarios), *loader_.sources());
}

Result<Network> ShippedNetwork::try_with(std::vector<std::string> const& scenarios) {
  std::vector<std::string> files;
  for (auto const& name : scenarios) files.push_back("scenarios/" + name + ".yaml");
  auto loaded = loader_.scenarios(files);
  if (!loaded) return std::move(loaded).error();
  // Qualified, or std::apply is tried as well: a vector brings its namespace along.
  return corridor::apply(base_, *loaded);
}

bool updating_docs() { return std::getenv("CORRIDOR_UPDATE_DOCS") != nullptr; }

std::string generated_part(std::string const& path, std::string const& name) {
  std::string const page = file_text(path);
  auto const [begin, end] = bounds_of(page, name);
  return page.substr(begin, end - begin);
}

void replace_generated_part(std::string const& path, std::string const& name,
                            std::string const& text) {
  std::string page = file_text(path);
  auto const [begin, end] = bounds_of(page, name);
  page.replace(begin, end - begin, text);
  std::ofstream(kRoot / path, std::ios::binary) << page;
}

}  // namespace corridor::test

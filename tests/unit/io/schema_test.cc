#include "corridor/io/schema.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "io/fields.h"

namespace corridor {
namespace {

namespace fs = std::filesystem;

template <class Spec>
void expect_keys(nlohmann::json const& schema, Rows<Spec> rows) {
  EXPECT_EQ(schema.at("properties").size(), rows.size());
  EXPECT_EQ(schema.at("additionalProperties"), false);
  for (auto const& row : rows) {
    auto const& property = schema.at("properties").at(std::string(row.info.key));
    EXPECT_EQ(property.at("description"), std::string(row.info.help)) << row.info.key;
  }
}

TEST(Schema, HasExactlyTheKeysOfTheReader) {
  auto const network = nlohmann::json::parse(json_schema(FileKind::network));
  expect_keys(network, network_keys());
  auto const& sections = network.at("properties");
  expect_keys(sections.at("links").at("additionalProperties"), link_keys());
  expect_keys(sections.at("nodes").at("additionalProperties"), node_keys());
  expect_keys(nlohmann::json::parse(json_schema(FileKind::scenario)), scenario_keys());
  expect_keys(nlohmann::json::parse(json_schema(FileKind::study)), study_keys());
}

/// Judges every shipped file by the schema of its kind, with python3-jsonschema as the referee.
/// Scalars are compared as YAML 1.2 sees them: a date is text.
constexpr char const* kReferee = R"(
import json, pathlib, sys
import jsonschema, yaml
class Loader(yaml.SafeLoader): pass
Loader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] != 'tag:yaml.org,2002:timestamp']
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()}
folder, root = map(pathlib.Path, sys.argv[1:])
validators = {}
for kind in ('network', 'scenario', 'study'):
    schema = json.loads((folder / (kind + '.json')).read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    validators[kind] = jsonschema.Draft7Validator(schema)
files = sorted(root.glob('network/*.yaml')) + sorted(root.glob('scenarios/*.yaml'))
assert files, 'no files'
wrong = 0
for file in files:
    document = yaml.load(file.read_text(encoding='utf-8'), Loader)
    kind = next(key for key in document if key in validators)
    for error in validators[kind].iter_errors(document):
        wrong += 1
        print(file, list(error.path), error.message[:200])
bad = yaml.load((root / 'tests/bad/unknown-key.yaml').read_text(), Loader)
assert list(validators['network'].iter_errors(bad)), 'the schema lets a misspelt key pass'
sys.exit(1 if wrong else 0)
)";

TEST(Schema, HoldsForEveryShippedFile) {
  auto pattern = (fs::temp_directory_path() / "corridor-schema-XXXXXX").string();
  ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
  fs::path const folder = pattern;
  for (auto const kind : {FileKind::network, FileKind::scenario, FileKind::study}) {
    std::ofstream(folder / (std::string(name_of(kind)) + ".json")) << json_schema(kind);
  }
  std::ofstream(folder / "referee.py") << kReferee;
  auto const command = "/usr/bin/python3 " + (folder / "referee.py").string() + " " +
                       folder.string() + " '" CORRIDOR_SOURCE_DIR "'";
  EXPECT_EQ(std::system(command.c_str()), 0) << "needs python3-jsonschema and python3-yaml";
  fs::remove_all(folder);
}

}  // namespace
}  // namespace corridor

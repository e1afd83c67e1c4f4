// Editors read network/schema/*.schema.json; the reader's own tables write them.

#include "corridor/io/schema.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "support/shipped.h"

namespace corridor::test {
namespace {

TEST(ShippedSchema, IsWhatTheReaderAccepts) {
  for (auto const kind : {FileKind::network, FileKind::scenario, FileKind::study}) {
    std::string const path = "network/schema/" + std::string(name_of(kind)) + ".schema.json";
    std::string const schema = json_schema(kind);
    EXPECT_TRUE(nlohmann::json::accept(schema)) << path;
    if (updating_docs()) {
      std::ofstream(std::string(CORRIDOR_SOURCE_DIR "/") + path, std::ios::binary) << schema;
    }
    EXPECT_EQ(file_text(path), schema) << "CORRIDOR_UPDATE_DOCS=1 rewrites the schemas";
  }
}

TEST(ShippedSchema, IsNamedByEveryFile) {
  auto const expect_modeline = [](std::string const& path, std::string const& prefix) {
    std::string const text = file_text(path);
    std::string kind;
    for (auto const* word : {"network", "scenario", "study"}) {
      bool const named = text.find("\n" + std::string(word) + ": ") != std::string::npos;
      if (named) kind = word;  // a study names its network, too
    }
    std::string const first = "# yaml-language-server: $schema=" + prefix + kind + ".schema.json\n";
    EXPECT_EQ(text.substr(0, first.size()), first) << path;
  };
  for (auto const& name : file_names("network", ".yaml")) {
    expect_modeline("network/" + name + ".yaml", "./schema/");
  }
  for (auto const& name : file_names("scenarios", ".yaml")) {
    expect_modeline("scenarios/" + name + ".yaml", "../network/schema/");
  }
}

}  // namespace
}  // namespace corridor::test

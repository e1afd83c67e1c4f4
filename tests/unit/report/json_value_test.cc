#include "report/json_value.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "corridor/base/decimal.h"

namespace corridor::report {
namespace {

TEST(Json, KeepsEveryDigitOfALargeFigure) {
  // Beyond 2^53 thousandths: a double would print ...740.992 here.
  EXPECT_EQ(Json::number(format_parts(9'007'199'254'740'993, 1000)).dump(), "9007199254740.993");
  EXPECT_EQ(Json::number(format_parts(312'800, 1000)).dump(), "312.8");
  EXPECT_EQ(Json::number(std::int64_t{-4}).dump(), "-4");
}

TEST(Json, EscapesWhatJsonDemands) {
  auto const text = std::string("a\"b\\c\n\t\r\x01\x7F 西安");
  auto const quoted = json_quoted(text);
  EXPECT_EQ(nlohmann::json::parse(quoted).get<std::string>(), text);
  EXPECT_EQ(quoted.find('\n'), std::string::npos);
}

TEST(Json, KeepsTheOrderOfKeysAndReadsBack) {
  auto object = Json::object();
  object.set("z", Json::list({Json::number(1), Json()}));
  object.set("a", Json::list({Json::object({{"k", Json::boolean(true)}})}));
  object.set("empty", Json::object());
  EXPECT_EQ(object.dump(),
            "{\n  \"z\": [1, null],\n  \"a\": [\n    {\n      \"k\": true\n    }\n  ],\n"
            "  \"empty\": {}\n}");
  auto const read = nlohmann::json::parse(object.dump());
  EXPECT_EQ(read["a"][0]["k"], true);
}

TEST(Json, TurnsAMissingTextIntoNull) {
  EXPECT_EQ(Json::string_or_null("").dump(), "null");
  EXPECT_EQ(Json::string_or_null("x").dump(), "\"x\"");
}

}  // namespace
}  // namespace corridor::report

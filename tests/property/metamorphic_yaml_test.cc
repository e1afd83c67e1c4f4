// The way a file is written does not change what it says.

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "corridor/io/document.h"
#include "corridor/io/read.h"
#include "support/answers.h"
#include "support/generate.h"
#include "support/write_yaml.h"

namespace corridor {
namespace {

using test::answers;
using test::Answers;
using test::Sample;
using test::YamlStyle;

Network read(std::string text) {
  auto const sources = std::make_shared<Sources>();
  Result<Document> const document = parse_text(sources, "sample.yaml", std::move(text));
  if (!document) throw std::invalid_argument(render(document.error(), *sources));
  Result<Network> network = read_network(*document);
  if (!network) throw std::invalid_argument(render(network.error(), *sources));
  return std::move(network).value();
}

Answers answers_of(Network const& network, Sample const& sample) {
  return answers(network, test::ask(network, sample.from, sample.to));
}

void expect_same_answers(YamlStyle style) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Sample const sample = test::sample(seed);
    Network const written = read(test::write_yaml(sample.spec, style));
    EXPECT_EQ(answers_of(written, sample), answers_of(test::build(sample.spec), sample))
        << "seed " << seed;
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(Metamorphic, WritingOutInBlockStyleAndReadingAgainKeepsAllAnswers) {
  expect_same_answers(YamlStyle::block);
}

TEST(Metamorphic, WritingOutInFlowStyleAndReadingAgainKeepsAllAnswers) {
  expect_same_answers(YamlStyle::flow);
}

TEST(Metamorphic, WritingOutAsJsonAndReadingAgainKeepsAllAnswers) {
  expect_same_answers(YamlStyle::quoted);
}

}  // namespace
}  // namespace corridor

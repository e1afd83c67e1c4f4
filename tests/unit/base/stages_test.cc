#include "corridor/base/stages.h"

#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/ostream_sink.h>

#include <mutex>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace corridor {
namespace {

TEST(Stages, ReportEachStageToTheHostsLogger) {
  std::ostringstream out;
  auto const sink = std::make_shared<spdlog::sinks::ostream_sink_st>(out);
  sink->set_pattern("%v");
  auto const stages = Stages(std::make_shared<spdlog::logger>("host", sink));
  EXPECT_EQ(stages.run("read", [] { return 42; }), 42);
  EXPECT_TRUE(std::regex_match(out.str(), std::regex("read: [0-9]+(\\.[0-9]+)? ms\n")))
      << out.str();
}

TEST(Stages, AreSilentByDefault) {
  EXPECT_EQ(Stages().run("read", [] { return 1; }), 1);
}

class BrokenSink : public spdlog::sinks::base_sink<std::mutex> {
  void sink_it_(spdlog::details::log_msg const&) override { throw 1; }
  void flush_() override {}
};

TEST(Stages, SurviveABrokenLogger) {
  auto const logger = std::make_shared<spdlog::logger>("host", std::make_shared<BrokenSink>());
  logger->set_error_handler([](std::string const&) { throw std::runtime_error("broken"); });
  EXPECT_EQ(Stages(logger).run("read", [] { return 7; }), 7);
}

}  // namespace
}  // namespace corridor

#pragma once

#include <map>
#include <string>
#include <vector>

namespace corridor::bench {

/// What was measured, as Markdown: a table for each question with the times of `corridor` and what
/// the others take as a multiple of it; growth as the slope of log time over log links.
class RatioTable {
 public:
  /// `name` is question/instance/contender or question/instance/contender/links.
  void add(std::string const& name, double microseconds);
  std::string markdown() const;

 private:
  struct Row {
    std::string instance;
    long links = 0;
    std::map<std::string, double> microseconds;  // by contender
  };
  struct Question {
    std::string name;
    std::vector<std::string> contenders;  // in order of first appearance
    std::vector<Row> rows;
  };
  Question& question(std::string const& name);
  static Row& row(Question& question, std::string const& instance, long links);
  static std::string table(Question const& question);
  static std::string growth(Question const& question);

  std::vector<Question> questions_;
};

}  // namespace corridor::bench

#include "resume.h"

#include <sys/stat.h>

#include <bit>
#include <fstream>

#include "outcome.h"

namespace corridor::cli {
namespace {

class HeldReader {
 public:
  HeldReader(std::string const& path, RowPlan const& plan, SweepTally& tally)
      : path_(path), plan_(plan), tally_(tally) {}

  Held read() {
    std::ifstream file(path_, std::ios::binary);
    if (!file) {
      throw Failure(kCannotWrite, "corridor: error: cannot read " + path_ + " to resume it\n");
    }
    std::string line;
    while (std::getline(file, line)) {
      if (file.eof()) {  // no line end: half written
        check_half(line);
        break;
      }
      line += '\n';
      take(line);
      held_.bytes += line.size();
      last_ = line;
    }
    if (file.bad()) {
      throw Failure(kCannotWrite, "corridor: error: cannot read " + path_ + " to resume it\n");
    }
    if (held_.rows > 0 && last_ != row_text(held_.rows - 1)) refuse();
    return held_;
  }

 private:
  std::string row_text(std::uint64_t row) const {
    auto const scenario = plan_.range.first + row;
    return plan_.lines.lines(plan_.sweep.answer({scenario, scenario + 1}));
  }

  bool expects_header() const { return plan_.header && line_number_ == 0; }

  void take(std::string const& line) {
    if (expects_header()) {
      if (line != plan_.lines.header()) refuse();
    } else {
      take_row(line);
    }
    ++line_number_;
  }

  void take_row(std::string const& line) {
    auto const found = plan_.lines.read(std::string_view(line).substr(0, line.size() - 1));
    auto const scenario = plan_.range.first + held_.rows;
    if (!found || found->scenario != scenario || scenario >= plan_.range.last) refuse();
    // The first, and ever fewer after it: some thirty of any number.
    if ((held_.rows == 0 || std::has_single_bit(held_.rows)) && line != row_text(held_.rows)) {
      refuse();
    }
    tally_.add(values_of(plan_.sweep.plan(), scenario), found->throughput, found->bottleneck_ids);
    ++held_.rows;
  }

  void check_half(std::string const& half) const {
    bool const more = plan_.range.first + held_.rows < plan_.range.last;
    auto const whole = expects_header() ? plan_.lines.header()
                       : more           ? row_text(held_.rows)
                                        : std::string();
    if (!whole.starts_with(half)) refuse();
  }

  [[noreturn]] void refuse() const {
    throw UsageError("--resume: '" + path_ + "' belongs to another sweep: line " +
                     std::to_string(line_number_ + 1) + " differs");
  }

  std::string const& path_;
  RowPlan const& plan_;
  SweepTally& tally_;
  Held held_;
  std::uint64_t line_number_ = 0;
  std::string last_;
};

}  // namespace

Held read_held(std::string const& path, RowPlan const& plan, SweepTally& tally) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  if (!S_ISREG(status.st_mode)) {
    throw UsageError("--resume: '" + path + "' is not a file that could be read again");
  }
  return HeldReader(path, plan, tally).read();
}

}  // namespace corridor::cli

#include "report/chart.h"

#include <algorithm>
#include <cstdint>

#include "report/exact_text.h"
#include "report/table.h"

namespace corridor::report {
namespace {

constexpr int kRows = 11;
constexpr int kMostColumns = 72;  // more makes the slopes look flat
constexpr int kFine = 1000;       // parts of a row

/// A mark on an axis.
struct Label {
  int place = 0;
  std::string text;
};

/// A point of the curve on the drawing: column, and height in parts of a row from the bottom.
struct Mark {
  int column = 0;
  int height = 0;
};

/// `value` between low and high as a whole number from 0 to `most`, rounded half up; low < high.
int share(Int128 value, Int128 low, Int128 high, int most) {
  return static_cast<int>((2 * (value - low) * most + (high - low)) / (2 * (high - low)));
}

Int128 millionths(Fraction x) { return Int128{x.numerator} * 1'000'000 / x.denominator; }
int row_of(int height) { return (height + kFine / 2) / kFine; }

class Drawing {
 public:
  Drawing(std::vector<ChartPoint> const& points, int columns)
      : points_(points),
        rows_(points_.front().y == points_.back().y ? 1 : kRows),
        columns_(columns),
        cells_(static_cast<std::size_t>(rows_),
               std::vector<std::string>(static_cast<std::size_t>(columns), " ")) {
    for (auto const& point : points_) marks_.push_back(mark(point));
    for (std::size_t i = 1; i < marks_.size(); ++i) line(marks_[i - 1], marks_[i]);
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (points_[i].marked) cell(row_of(marks_[i].height), marks_[i].column) = "◆";
    }
  }

  /// Throughputs of the points, the top one first; of two on one row the upper one counts.
  std::vector<Label> row_labels() const {
    std::vector<Label> labels;
    for (std::size_t i = marks_.size(); i-- > 0;) {
      auto const row = row_of(marks_[i].height);
      if (!points_[i].marked) continue;
      if (!labels.empty() && labels.back().place == row) continue;
      labels.push_back({row, points_[i].y_label});
    }
    return labels;
  }

  /// The ends first, then what finds room between.
  std::vector<Label> column_labels() const {
    std::vector<Label> labels;
    auto const place = [&](std::size_t i) {
      auto const& text = points_[i].x_label;
      auto const size = static_cast<int>(text.size());
      auto const start = std::clamp(marks_[i].column - size / 2, 0, columns_ - size);
      for (auto const& other : labels) {
        auto const end = other.place + static_cast<int>(other.text.size());
        if (start <= end && other.place <= start + size) return;
      }
      labels.push_back({start, text});
    };
    place(0);
    place(points_.size() - 1);
    for (std::size_t i = 1; i + 1 < points_.size(); ++i) {
      if (points_[i].marked) place(i);
    }
    std::sort(labels.begin(), labels.end(),
              [](Label const& a, Label const& b) { return a.place < b.place; });
    return labels;
  }

  int rows() const { return rows_; }
  std::vector<Mark> const& marks() const { return marks_; }
  bool is_marked(std::size_t i) const { return points_[i].marked; }
  std::string row(int number) const {
    std::string text;
    for (auto const& cell : cells_[static_cast<std::size_t>(number)]) text += cell;
    return text.substr(0, text.find_last_not_of(' ') + 1);
  }

 private:
  std::string& cell(int row, int column) {
    return cells_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
  }

  Mark mark(ChartPoint const& point) const {
    auto const& first = points_.front();
    auto const& last = points_.back();
    auto const height = rows_ == 1 ? 0 : share(point.y, first.y, last.y, (rows_ - 1) * kFine);
    return {share(millionths(point.x), millionths(first.x), millionths(last.x), columns_ - 1),
            height};
  }

  /// A straight line without gaps, also where it is steep.
  void line(Mark from, Mark to) {
    auto before = row_of(from.height);
    auto const run = to.column - from.column;
    if (run == 0) {
      for (int r = before + 1; r < row_of(to.height); ++r) cell(r, to.column) = "•";
      return;
    }
    for (int step = 1; step <= run; ++step) {
      auto const row = row_of(from.height + (to.height - from.height) * step / run);
      for (int r = std::min(before + 1, row); r <= row; ++r) cell(r, from.column + step) = "•";
      before = row;
    }
  }

  std::vector<ChartPoint> const& points_;
  int rows_;
  int columns_;
  std::vector<std::vector<std::string>> cells_;
  std::vector<Mark> marks_;
};

std::string padded_left(std::string const& text, int width) {
  return std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ') +
         text;
}

std::string axis(Drawing const& drawing, int columns) {
  std::vector<std::string> ticks(static_cast<std::size_t>(columns), "─");
  for (std::size_t i = 0; i < drawing.marks().size(); ++i) {
    if (!drawing.is_marked(i)) continue;
    ticks[static_cast<std::size_t>(drawing.marks()[i].column)] = "┴";
  }
  std::string text;
  for (auto const& tick : ticks) text += tick;
  return text;
}

}  // namespace

std::string line_chart(std::vector<ChartPoint> const& points, std::string const& caption,
                       Style const& style) {
  if (points.size() < 2 || millionths(points.front().x) == millionths(points.back().x)) return {};
  constexpr int kMargin = 4;  // two spaces before the figures, one after, and the axis
  int label_width = 0;
  for (auto const& point : points) {
    label_width = std::max(label_width, static_cast<int>(point.y_label.size()));
  }
  auto const columns = std::clamp(style.width - label_width - kMargin, 10, kMostColumns);
  Drawing const drawing(points, columns);

  auto const labels = drawing.row_labels();
  std::string out;
  for (int row = drawing.rows(); row-- > 0;) {
    auto const label = std::find_if(labels.begin(), labels.end(),
                                    [&](Label const& each) { return each.place == row; });
    bool const has_label = label != labels.end();
    out += "  " + padded_left(has_label ? label->text : "", label_width) +
           (has_label ? " ┤" : " │") + drawing.row(row) + "\n";
  }
  std::string const margin(static_cast<std::size_t>(label_width) + 3, ' ');
  out += margin + "└" + axis(drawing, columns) + "\n" + margin + " ";
  int at = 0;
  for (auto const& label : drawing.column_labels()) {
    out += padded_left(label.text, label.place - at + static_cast<int>(label.text.size()));
    at = label.place + static_cast<int>(label.text.size());
  }
  return out + "\n" + margin + " " + caption + "\n";
}

std::string curve_chart(Curve const& curve, Style const& style) {
  std::vector<ChartPoint> points;
  for (auto const& [x, throughput, on] : curve.points) {
    points.push_back({x, throughput / x.denominator, thousandths(x),
                      text_of(ExactThroughput{throughput, x.denominator})});
  }
  return line_chart(points, "multiplier of the capacity; throughput in TEU/year", style);
}

}  // namespace corridor::report

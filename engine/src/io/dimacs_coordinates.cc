#include "io/dimacs_coordinates.h"

#include <string>
#include <utility>

#include "corridor/base/decimal.h"
#include "io/dimacs_lines.h"
#include "model/findings.h"

namespace corridor {
namespace {

using Places = std::unordered_map<std::uint32_t, DimacsPlace>;

constexpr std::int64_t kPartsPerDegree = 1'000'000;

class CoordinateReader {
 public:
  CoordinateReader(Sources const& sources, std::uint32_t file)
      : file_(file), text_(sources.text(file)), findings_(nullptr) {}

  Result<Places> read() {
    for (std::size_t at = 0; at < text_.size();) {
      auto const end = std::min(text_.find('\n', at), text_.size());
      ++line_;
      line_start_ = at;
      read_line(dimacs::cut(text_.substr(at, end - at)));
      at = end + 1;
    }
    if (findings_.any_errors()) return findings_.take_errors();
    return std::move(places_);
  }

 private:
  void read_line(dimacs::Line const& line) {
    // The problem line only says how many there are.
    if (line.count == 0 || dimacs::is_comment(line) || line.words[0] == "p") return;
    if (line.words[0] != "v" || line.count != 4) {
      return error(Code::dimacs_line, line.words[0], "the line of a place is not understood",
                   "v NODE LONGITUDE LATITUDE");
    }
    auto const node = dimacs::whole_number<std::uint32_t>(line.words[1]);
    if (!node) return error(Code::bad_number, line.words[1], "is not the number of a node");
    auto longitude = degrees(line.words[2]);
    auto latitude = degrees(line.words[3]);
    if (!longitude || !latitude) return;
    auto const place = DimacsPlace{*std::move(latitude), *std::move(longitude)};
    if (!places_.emplace(*node, place).second) {
      error(Code::duplicate_id, line.words[1],
            "node " + std::string(line.words[1]) + " has a place already");
    }
  }

  std::optional<Text> degrees(std::string_view word) {
    auto const parts = dimacs::whole_number<std::int64_t>(word);
    if (!parts) {
      error(Code::bad_number, word, quoted(word) + " is not a whole number",
            "places are millionths of a degree");
      return std::nullopt;
    }
    auto text = Text(format_parts(*parts, kPartsPerDegree));
    text.span = span(word);
    return text;
  }

  Span span(std::string_view word) const {
    return dimacs::span_of(word, text_, file_, line_, line_start_);
  }
  void error(Code code, std::string_view word, std::string message, std::string hint = {}) {
    findings_.error(code, span(word), std::move(message), std::move(hint));
  }

  std::uint32_t file_;
  std::string_view text_;
  Findings findings_;
  std::uint32_t line_ = 0;
  std::size_t line_start_ = 0;
  Places places_;
};

}  // namespace

Result<std::unordered_map<std::uint32_t, DimacsPlace>> read_dimacs_coordinates(
    Sources const& sources, std::uint32_t file) {
  return CoordinateReader(sources, file).read();
}

}  // namespace corridor

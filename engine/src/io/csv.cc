#include "corridor/io/csv.h"

#include <utility>

#include "io/characters.h"
#include "io/csv_scanner.h"
#include "io/file_bytes.h"

namespace corridor {
namespace {

Text text_of(CsvCell const& cell) {
  Text text({}, cell.span);
  text.text = cell.doubled ? single_quotes(cell.text) : std::string(cell.text);
  return text;
}

}  // namespace

Result<CsvRows> parse_csv(std::shared_ptr<Sources> const& sources, std::string name,
                          std::string text) {
  auto const file = add_text(*sources, std::move(name), std::move(text));
  auto const whole = sources->text(file);
  auto findings = character_findings(whole, file, kMaxDiagnostics);
  if (!findings.empty()) return findings;
  CsvScanner scanner(whole, file);
  CsvRows rows;
  for (auto row = scanner.next(); !row.empty(); row = scanner.next()) {
    auto& texts = rows.emplace_back();
    texts.reserve(row.size());
    for (auto const& cell : row) texts.push_back(text_of(cell));
  }
  if (auto errors = scanner.take_errors(); !errors.empty()) return errors;
  if (rows.empty()) {
    return file_finding(Code::empty_file, std::string(sources->name(file)), "the file has no rows");
  }
  return rows;
}

Result<CsvRows> read_csv(std::shared_ptr<Sources> const& sources, std::string const& path) {
  auto bytes = read_bytes(path);
  if (!bytes) return std::move(bytes).error();
  return parse_csv(sources, path, std::move(bytes).value());
}

}  // namespace corridor

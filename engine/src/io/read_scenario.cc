#include <utility>

#include "corridor/base/decimal.h"
#include "corridor/base/int128.h"
#include "corridor/io/read.h"
#include "io/sections.h"
#include "model/scalars.h"

namespace corridor {
namespace {

constexpr auto kIdHint =
    "an id has small letters, digits, '_', '.' and '-', and begins with a letter or a digit";

void check_id(Reader& reader, Text const& id, std::string_view kind) {
  if (!id.span.known() || is_id(id.text)) return;
  reader.report(Code::bad_id, id.span, std::string(kind) + " " + quoted(id.text) + " is no id",
                kIdHint);
}

/// The same node or region at both ends; what regions hold only the network knows.
void check_ends(Reader& reader, Study const& study) {
  for (auto const& end : study.to) {
    for (auto const& start : study.from) {
      if (start.text != end.text) continue;
      reader.report(Code::overlapping_ends, end.span,
                    quoted(end.text) + " is an origin and a destination");
      return;
    }
  }
}

Decimal multiplier(Reader& reader, Text const& text) {
  auto const number = Decimal::parse(text.text);
  if (number && number->digits >= 0) return *number;
  reader.report(Code::bad_factor, text.span, quoted(text.text) + " is not a multiplier",
                "a multiplier is a decimal that is not negative");
  return {};
}

bool less(Decimal a, Decimal b) {
  Int128 left = a.digits;
  Int128 right = b.digits;
  for (int i = a.places; i < b.places; ++i) left *= 10;
  for (int i = b.places; i < a.places; ++i) right *= 10;
  return left < right;
}

void check_curve(Reader& reader, CurveSpec const& curve) {
  bool const good = !reader.any_errors();
  auto const min = multiplier(reader, curve.min);
  auto const max = multiplier(reader, curve.max);
  if (good && !reader.any_errors() && less(max, min)) {
    reader.report(Code::bad_range, curve.min.span,
                  "'min' " + curve.min.text + " is above 'max' " + curve.max.text);
  }
}

}  // namespace

Result<Scenario> read_scenario(Document const& document, Diagnostics*) {
  if (auto wrong = wrong_kind(document, FileKind::scenario)) return *std::move(wrong);
  Reader reader(document);
  Scenario scenario;
  scenario.texts = document.sources();
  reader.read_map(document.root(), document.root().span(), scenario_keys(), scenario);
  check_id(reader, scenario.id, "scenario");
  if (reader.any_errors()) return reader.take_errors();
  return scenario;
}

Result<Study> read_study(Document const& document, Diagnostics*) {
  if (auto wrong = wrong_kind(document, FileKind::study)) return *std::move(wrong);
  Reader reader(document);
  Study study;
  reader.read_map(document.root(), document.root().span(), study_keys(), study);
  check_id(reader, study.id, "study");
  check_ends(reader, study);
  if (study.curve) check_curve(reader, *study.curve);
  if (reader.any_errors()) return reader.take_errors();
  return study;
}

}  // namespace corridor

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "report/figures.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {
namespace {

std::string titles_of(Network const& network, std::vector<SourceId> const& sources) {
  std::string text;
  for (auto const id : sources) {
    auto const& source = network.sources[id];
    if (!text.empty()) text += "; ";
    text += source.id + " " + source.title;
    if (!source.publisher.empty()) text += ", " + source.publisher;
    if (!source.date.empty()) text += ", " + source.date;
  }
  return text;
}

std::string ids_of(Network const& network, std::vector<SourceId> const& sources) {
  std::string text;
  for (auto const id : sources) text += (text.empty() ? "" : ", ") + network.sources[id].id;
  return text;
}

void add_line(TextTable& table, std::string const& key, std::string const& value) {
  if (!value.empty()) table.add({key, value});
}

/// What more or fewer departures would do to the wait.
std::string services_text(std::vector<Provenance::Service> const& services, Style const& style) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"half as many", "now", "one more a week", "twice as many"});
  TextTable table({{"", Align::left}, {"departures/week", Align::right}, {"wait h", Align::right}});
  for (std::size_t i = 0; i < services.size(); ++i) {
    table.add({std::string(kWords[i]), exact(services[i].departures), exact(services[i].wait)});
  }
  return table.layout(style, 2);
}

std::string figure_text(Provenance const& figure, Network const& network, Sources const& texts,
                        Style const& style) {
  auto out = accent(fmt::format("{}.{} = {}{}{}", figure.id, figure.field, figure.value,
                                figure.unit.empty() ? "" : " ", figure.unit),
                    style) +
             (figure.estimate ? "  (estimate)" : "") + "\n";
  TextTable facts({{"", Align::left}, {"", Align::left, true}});
  add_line(facts, "written", figure.written);
  add_line(facts, "source", titles_of(network, figure.sources));
  add_line(facts, "note", figure.note);
  if (!facts.empty()) out += facts.layout(style, 2);
  if (!figure.services.empty()) out += services_text(figure.services, style);
  if (figure.set_by.empty()) return out;
  TextTable steps({{"set by", Align::left, true},
                   {"", Align::left, true},
                   {"then", Align::left},
                   {"source", Align::left, true}});
  for (auto const& setting : figure.set_by) {
    auto const place = setting.span.known()
                           ? fmt::format("{}:{}", texts.name(setting.span.file), setting.span.line)
                           : std::string("(in code)");
    steps.add({place, setting.what, setting.after, ids_of(network, setting.sources)});
  }
  return out + steps.layout(style, 2);
}

}  // namespace

std::string explain_text(ExplainAnswer const& answer, Network const& network, Sources const& texts,
                         Style const& style) {
  std::string out;
  if (!answer.figures.empty()) {
    out = bold(answer.figures.front().title, style) + "\n" +
          paragraph(circumstances(network, Question{}), style.width);
  }
  for (auto const& figure : answer.figures) {
    out += "\n" + figure_text(figure, network, texts, style);
  }
  return out;
}

std::string diff_text(DiffAnswer const& answer, Style const& style) {
  auto const& network = answer.after_network;
  auto out =
      bold(fmt::format("{} → {}", answer.before, answer.after), style) + ", " +
      accent(counted(static_cast<std::int64_t>(answer.differences.size()), "difference"), style) +
      "\n" + paragraph(network.title, style.width);
  if (answer.differences.empty()) return out;
  TextTable table({{"element", Align::left, true},
                   {"id", Align::left, true},
                   {"what", Align::left},
                   {answer.before, Align::left, true},
                   {answer.after, Align::left, true}});
  for (auto const& difference : answer.differences) {
    table.add({difference.title, difference.id,
               std::string(difference.field ? name_of(*difference.field) : "state"),
               difference.before, difference.after});
  }
  return out + "\n" + table.layout(style);
}

std::string check_text(CheckAnswer const& answer, Sources const& texts, Style const& style) {
  std::string out;
  for (auto const& file : answer.files) {
    out += render(file.diagnostics, texts);
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    for (auto const& diagnostic : file.diagnostics) {
      ++(diagnostic.severity == Severity::error ? errors : warnings);
    }
    auto verdict = file.summary.empty()
                       ? accent("rejected", style) + ", " + counted(errors, "error")
                       : "ok: " + file.summary;
    if (warnings > 0) verdict += ", " + counted(warnings, "warning");
    out += bold(file.path, style) + ": " + verdict + "\n";
  }
  return out;
}

std::string list_text(ListAnswer const& answer, Style const& style) {
  TextTable table({{"", Align::left}, {"", Align::left, true}});
  for (auto const& row : answer.rows) table.add({row.id, row.title});
  return table.layout(style);
}

}  // namespace corridor::report

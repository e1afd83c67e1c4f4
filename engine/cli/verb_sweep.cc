#include <algorithm>
#include <optional>

#include "corridor/analysis/sweep.h"
#include "corridor/analysis/sweep_summary.h"
#include "corridor/report/sweep_rows.h"
#include "output.h"
#include "progress.h"
#include "resume.h"
#include "row_output.h"
#include "session.h"
#include "sweep_request.h"
#include "verb_runs.h"

namespace corridor::cli {
namespace {

/// Where rows and the summary go.
struct Destination {
  Format format = Format::json;
  std::string file;  ///< of rows; empty: stdout
  bool rows = true;  ///< `--format text` is the summary alone
};

Destination destination(Session const& session) {
  auto const& request = session.request();
  Destination found;
  if (request.has("format")) found.format = session.format();
  found.rows = found.format != Format::text;
  auto const output = request.value("output").value_or("-");
  if (output != "-") found.file = output;
  if (request.has("resume") && (!found.rows || found.file.empty())) {
    throw UsageError("--resume needs rows in a file: -o FILE");
  }
  return found;
}

/// Neither output may be an input, nor both the same file.
void check_outputs(Session const& session, Destination const& destination) {
  auto const check = [&](std::string const& path, std::vector<std::string> const& inputs) {
    if (path.empty()) return;
    auto const problem = output_problem(path, inputs);
    if (!problem.empty()) throw Failure(kCannotWrite, "corridor: error: " + problem + "\n");
  };
  auto const summary = session.request().value("summary").value_or("");
  check(destination.file, session.inputs());
  check(summary, session.inputs());
  if (!summary.empty() && summary == destination.file) {
    throw UsageError("--summary and --output name the same file");
  }
}

/// Answers everything that is not there yet, writes it and counts all of it. False: the reader of
/// the rows went away, and nobody is left to read a summary of them.
bool run_rows(Session const& session, RowPlan const& plan, Destination const& destination,
              SweepTally& tally) {
  auto const& request = session.request();
  auto const threads = thread_count(session);
  bool const resume = request.has("resume");
  auto const held = resume ? read_held(destination.file, plan, tally) : Held{};
  std::optional<RowOutput> output;
  if (destination.rows && destination.file.empty()) output.emplace();
  if (destination.rows && !destination.file.empty()) output.emplace(destination.file, held.bytes);
  bool reading = true;  // by somebody who has not gone away
  if (output && plan.header && held.bytes == 0) reading = output->write(plan.lines.header());

  Progress progress(plan.range.size(), !request.has("quiet"));
  auto done = held.rows;
  auto const write = [&](std::span<SweepRow const> rows) {
    return destination.rows ? plan.lines.lines(rows) : std::string();
  };
  auto const take = [&](std::span<SweepRow const> rows, std::string const& text) {
    if (output && !output->write(text)) return reading = false;
    for (auto const& row : rows) {
      tally.add(row.values, row.bounded ? std::optional(row.throughput) : std::nullopt,
                plan.lines.bottleneck_ids(row));
    }
    done += rows.size();
    progress.done(done);
    return true;
  };
  auto const rest = SweepRange{plan.range.first + held.rows, plan.range.last};
  if (reading) plan.sweep.answer(rest, threads, write, take);
  if (output && reading) output->finish();
  return reading;
}

SweepAnswer summed_up(Session const& session, RowPlan const& plan, SweepTally const& tally) {
  auto const& request = session.request();
  auto const& sweep = plan.sweep;
  SweepAnswer answer{sweep.question(),   *request.value("from"), *request.value("to"),
                     &sweep.objective(), sweep.value_of_time(),  sweep.plan(),
                     plan.range,         tally.summary(),        {}};
  auto const& summary = answer.summary;
  if (summary.scenarios > 0 && summary.without_flow == summary.scenarios) {
    answer.reason = sweep.answer({plan.range.first, plan.range.first + 1}).front().route->reason;
  }
  return answer;
}

Outcome outcome_of(Session& session, RowPlan const& plan, Destination const& destination,
                   SweepTally const& tally) {
  auto const& request = session.request();
  auto const& network = plan.sweep.network();
  auto const answer = summed_up(session, plan, tally);
  if (auto const file = request.value("summary")) {
    auto const text = render(answer, Format::json, network, session.sources(), session.style());
    auto const problem = write_file(*file, text.value());
    if (!problem.empty()) throw Failure(kCannotWrite, "corridor: error: " + problem + "\n");
  }
  auto text = render(answer, Format::text, network, session.sources(), session.style()).value();
  Outcome outcome;
  outcome.code = answer.reason.empty() ? kAnswered : kNoAnswer;
  outcome.output_is_written = destination.rows && !destination.file.empty();
  bool const rows_on_stdout = destination.rows && destination.file.empty();
  if (!rows_on_stdout) {
    outcome.answer = std::move(text);
  } else if (!request.has("quiet")) {
    outcome.messages = std::move(text);
  }
  return outcome;
}

}  // namespace

Outcome run_sweep(Session& session) {
  auto const& request = session.request();
  auto const* by = session.objective(request.value("by").value_or("time"));
  auto const value = session.value_of_time();
  auto const target = destination(session);
  auto const part = shard(session);
  thread_count(session);  // a wrong one costs no work
  auto const network = session.asked_network();
  auto const question = session.checked(session.question(network), network);
  auto plan = sweep_plan(session, network);
  check_outputs(session, target);

  auto const& stages = session.stages();
  auto const sweep =
      stages.run("compile", [&] { return Sweep(network, question, std::move(plan), *by, value); });
  SweepLines const lines(sweep, target.format, *request.value("from"), *request.value("to"));
  RowPlan const rows{sweep, lines, shard_of(sweep.plan(), part.number, part.of), part.number == 1};
  SweepTally tally(sweep.plan());
  bool const read = stages.run("sweep", [&] { return run_rows(session, rows, target, tally); });
  if (!read) return {};
  return stages.run("report", [&] { return outcome_of(session, rows, target, tally); });
}

}  // namespace corridor::cli

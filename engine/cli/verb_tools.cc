#include "corridor/base/nearest.h"
#include "corridor/io/schema.h"
#include "manual.h"
#include "options.h"
#include "session.h"
#include "verb_runs.h"
#include "verbs.h"

namespace corridor::cli {
namespace {

[[noreturn]] void refuse_word(Session const& session, std::string const& word, Values values) {
  auto const hint = did_you_mean(word, words_of(values));
  auto const& request = session.request();
  throw UsageError("`" + std::string(request.verb->name) + "` knows no '" + word + "'" +
                   (hint.empty() ? "; it takes " + std::string(request.verb->words) : ", " + hint));
}

/// The verb that `help` or `man` is asked about; null when it is the program.
Verb const* subject(Session const& session) {
  auto const& words = session.request().words;
  if (words.empty()) return nullptr;
  auto const* verb = find_verb(words[0]);
  if (verb == nullptr) refuse_word(session, words[0], Values::verb);
  return verb;
}

}  // namespace

Outcome run_schema(Session& session) {
  auto const& word = session.request().words.front();
  for (auto const kind : {FileKind::network, FileKind::scenario, FileKind::study}) {
    if (name_of(kind) == word) return session.text(json_schema(kind));
  }
  refuse_word(session, word, Values::kind);
}

Outcome run_completion(Session& session) {
  auto const& word = session.request().words.front();
  auto script = completion_for(word);
  if (script.empty()) refuse_word(session, word, Values::shell);
  return session.text(std::move(script));
}

Outcome run_man(Session& session) {
  auto const* verb = subject(session);
  return session.text(verb == nullptr ? man_page_of_program() : man_page_of(*verb));
}

Outcome run_help(Session& session) {
  auto const* verb = subject(session);
  return session.text(verb == nullptr ? help_of_program() : help_of(*verb));
}

}  // namespace corridor::cli

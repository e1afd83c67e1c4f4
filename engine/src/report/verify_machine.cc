#include "report/csv_rows.h"
#include "report/json.h"
#include "report/machine.h"

namespace corridor::report {
namespace {

Json texts_json(std::vector<std::string> const& texts) {
  auto list = Json::list();
  for (auto const& text : texts) list.push(Json::string(text));
  return list;
}

}  // namespace

Json result_of(VerifyAnswer const& answer, Network const&) {
  auto object = Json::object();
  object.set("file", Json::string(answer.file));
  object.set("command", Json::string(answer.command));
  object.set("holds", Json::boolean(answer.holds));
  object.set("checked", texts_json(answer.checked));
  object.set("unchecked", texts_json(answer.unchecked));
  return object;
}

std::optional<std::string> csv_of(VerifyAnswer const&, Network const&) { return std::nullopt; }

std::string reason_of(VerifyAnswer const& answer) {
  if (answer.holds) return {};
  auto place = answer.place.empty() ? std::string("the result") : answer.place;
  if (answer.line > 0) place += " (line " + std::to_string(answer.line) + ")";
  return place + " " + answer.reason;
}

}  // namespace corridor::report

#include "report/json.h"
#include "report/table.h"
#include "report/text.h"

namespace corridor::report {

std::string verify_text(VerifyAnswer const& answer, Network const&, Style const& style) {
  auto const what = "the " + answer.command + " result in " + answer.file;
  if (!answer.holds) {
    return bold(accent("does not hold", style) + ": ", style) + what + "\n" +
           paragraph(reason_of(answer), style.width, 2);
  }
  auto out = bold(accent("holds", style) + ": ", style) + what + "\n";
  for (auto const& line : answer.checked) out += paragraph("checked: " + line, style.width, 2);
  for (auto const& line : answer.unchecked) {
    out += paragraph("not checked: " + line, style.width, 2);
  }
  return out;
}

}  // namespace corridor::report

#include "io/characters.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace corridor {
namespace {

struct Decoded {
  std::uint32_t code_point = 0;
  std::size_t bytes = 0;  ///< 0: not UTF-8
};

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

/// One code point of two or more bytes, by the table of well-formed sequences of the Unicode
/// standard (3.9, table 3-7).
Decoded decode(std::string_view text, std::size_t at) {
  auto const lead = byte_at(text, at);
  std::size_t const bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {};
  std::uint32_t code_point = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if (!continues(text, at + i)) return {};
    code_point = (code_point << 6U) | (byte_at(text, at + i) & 0x3FU);
  }
  bool const overlong = (bytes == 3 && code_point < 0x800) || (bytes == 4 && code_point < 0x10000);
  bool const surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) return {};
  return {code_point, bytes};
}

std::string name_of(std::uint32_t code_point) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string name = "U+";
  for (int shift = code_point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    name += kDigits[(code_point >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return name;
}

std::string name_of_byte(std::uint32_t byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  return {'0', 'x', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
}

CharacterProblem problem_of_byte(std::uint32_t byte) {
  return {Code::invalid_utf8, "the byte " + name_of_byte(byte) + " is not UTF-8 text here"};
}

/// Of a code point that may not occur; an empty message for all others.
CharacterProblem problem_of(std::uint32_t code_point) {
  if (code_point == '\r') {
    return {Code::control_character, "a carriage return without a line feed"};
  }
  if (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F)) {
    return {Code::control_character, "control character " + name_of(code_point)};
  }
  if (code_point == 0xFEFF) {
    return {Code::control_character, "a byte order mark (U+FEFF) that is not at the start"};
  }
  if ((code_point >= 0x202A && code_point <= 0x202E) ||
      (code_point >= 0x2066 && code_point <= 0x2069)) {
    return {Code::bidirectional_override,
            "bidirectional control " + name_of(code_point) + " hides what the text says"};
  }
  return {};
}

/// Bytes that are text without a second look: ASCII but for controls. Eight at a time.
std::size_t plain_run(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  auto at = from;
  while (at + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    std::uint64_t const below_space = (word - kOnes * 0x20U) & ~word;
    std::uint64_t const delete_byte = word ^ (kOnes * 0x7FU);
    if (((below_space | word | ((delete_byte - kOnes) & ~delete_byte)) & kHigh) != 0) break;
    at += 8;
  }
  return at;
}

class Scan {
 public:
  Scan(std::string_view text, std::uint32_t file, std::size_t at_most)
      : text_(text), file_(file), at_most_(at_most) {}

  Diagnostics run() {
    while (at_ < text_.size() && findings_.size() < at_most_) step();
    return std::move(findings_);
  }

 private:
  void step() {
    at_ = plain_run(text_, at_);
    if (at_ >= text_.size()) return;
    auto const byte = byte_at(text_, at_);
    if (byte == '\n') {
      ++at_;
      ++line_;
      line_start_ = at_;
    } else if (byte == '\t' || (byte >= 0x20 && byte < 0x7F) || is_line_end(at_)) {
      ++at_;
    } else if (byte < 0x80) {
      report(problem_of(byte), 1);
    } else {
      wide();
    }
  }

  bool is_line_end(std::size_t at) const {
    return text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
  }

  void wide() {
    auto const decoded = decode(text_, at_);
    if (decoded.bytes == 0) {
      report(problem_of_byte(byte_at(text_, at_)), 1);
    } else if (auto problem = problem_of(decoded.code_point); !problem.message.empty()) {
      report(std::move(problem), decoded.bytes);
    } else {
      at_ += decoded.bytes;
    }
  }

  void report(CharacterProblem problem, std::size_t bytes) {
    Diagnostic finding;
    finding.code = problem.code;
    finding.message = std::move(problem.message);
    finding.span = {file_, line_, static_cast<std::uint32_t>(at_ - line_start_ + 1),
                    static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(bytes)};
    if (problem.code == Code::invalid_utf8) finding.hint = "save the file as UTF-8";
    findings_.push_back(std::move(finding));
    at_ += bytes;
  }

  std::string_view text_;
  std::uint32_t file_;
  std::size_t at_most_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
  Diagnostics findings_;
};

}  // namespace

Diagnostics character_findings(std::string_view text, std::uint32_t file, std::size_t at_most) {
  return Scan(text, file, at_most).run();
}

CharacterProblem character_problem(std::string_view value) {
  for (std::size_t at = 0; at < value.size();) {
    auto const byte = byte_at(value, at);
    if (byte < 0x80) {
      if (byte != '\n' && byte != '\t') {
        if (auto problem = problem_of(byte); !problem.message.empty()) return problem;
      }
      ++at;
      continue;
    }
    auto const decoded = decode(value, at);
    if (decoded.bytes == 0) return problem_of_byte(byte);
    if (auto problem = problem_of(decoded.code_point); !problem.message.empty()) return problem;
    at += decoded.bytes;
  }
  return {};
}

}  // namespace corridor

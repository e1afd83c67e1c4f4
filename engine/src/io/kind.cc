#include <array>
#include <optional>
#include <string>
#include <utility>

#include "corridor/base/nearest.h"
#include "corridor/io/read.h"
#include "io/sections.h"

namespace corridor {
namespace {

constexpr auto kNames = std::to_array<std::string_view>({"network", "scenario", "study"});

/// Keys of the document; none where it is no map.
std::uint32_t key_count(Document const& document) {
  auto const root = document.root();
  return root.kind() == Document::Kind::map ? root.size() : 0;
}

/// Document-level findings come along: without a kind nobody else would report them.
Diagnostics no_kind(Document const& document) {
  auto findings = document.findings();
  Diagnostic finding;
  finding.code = Code::missing_key;
  finding.span = document.root().span();
  finding.message = "neither 'network', 'scenario' nor 'study' says what the file is";
  auto key = document.root().first_child();
  for (std::uint32_t i = 0; i < key_count(document); ++i) {
    if (auto hint = did_you_mean(key.text(), kNames); !hint.empty()) {
      finding.span = key.span();
      finding.hint = std::move(hint);
      break;
    }
    key = key.next_sibling().next_sibling();
  }
  findings.push_back(std::move(finding));
  return findings;
}

/// The first key that names a kind.
std::optional<Document::Node> kind_key(Document const& document) {
  auto key = document.root().first_child();
  for (std::uint32_t i = 0; i < key_count(document); ++i) {
    for (auto const name : kNames) {
      if (key.text() == name) return key;
    }
    key = key.next_sibling().next_sibling();
  }
  return std::nullopt;
}

FileKind kind_named(std::string_view name) {
  if (name == kNames[0]) return FileKind::network;
  return name == kNames[1] ? FileKind::scenario : FileKind::study;
}

}  // namespace

std::string_view name_of(FileKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

Result<FileKind> kind_of(Document const& document) {
  auto const key = kind_key(document);
  if (!key) return no_kind(document);
  return kind_named(key->text());
}

std::optional<Diagnostics> wrong_kind(Document const& document, FileKind wanted) {
  auto const key = kind_key(document);
  if (!key) return no_kind(document);
  auto const kind = kind_named(key->text());
  if (kind == wanted) return std::nullopt;
  auto findings = document.findings();
  Diagnostic finding;
  finding.code = Code::wrong_file_kind;
  finding.span = key->span();
  finding.message = "the file is a " + std::string(name_of(kind)) + ", a " +
                    std::string(name_of(wanted)) + " was expected";
  findings.push_back(std::move(finding));
  return findings;
}

}  // namespace corridor

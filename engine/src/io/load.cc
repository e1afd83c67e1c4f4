#include "corridor/io/load.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include "corridor/base/nearest.h"
#include "corridor/io/builtin.h"
#include "corridor/io/dimacs.h"
#include "corridor/io/pack.h"
#include "io/file_bytes.h"
#include "model/findings.h"

namespace corridor {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBuiltin = "built-in:";
constexpr std::string_view kSuffix = ".yaml";
constexpr std::string_view kDimacsSuffix = ".max";
constexpr std::string_view kGraphSuffix = ".gr";
constexpr std::string_view kCoordinatesSuffix = ".co";
constexpr std::string_view kPackSuffix = ".pack";
constexpr std::size_t kPackHead = 8;  // bytes by which a pack is recognised
constexpr char const* kGmnsNetwork = "corridor.yaml";

bool is_path(std::string_view word) {
  return word.find('/') != std::string_view::npos || word.ends_with(kSuffix) ||
         word.ends_with(kDimacsSuffix) || word.ends_with(kGraphSuffix) ||
         word.ends_with(kPackSuffix);
}

/// What a built-in file is, by its first line that says so; those files are well-formed.
FileKind kind_of_text(std::string_view text) {
  while (!text.empty()) {
    for (auto const kind : {FileKind::network, FileKind::scenario, FileKind::study}) {
      auto const name = name_of(kind);
      if (text.starts_with(name) && text.substr(name.size()).starts_with(":")) return kind;
    }
    auto const end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return FileKind::network;
}

std::string_view stem_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);  // npos + 1 is 0
  if (path.ends_with(kSuffix)) path.remove_suffix(kSuffix.size());
  return path;
}

BuiltinFile const* find_builtin(std::string_view path) {
  for (auto const& file : builtin_files()) {
    if (file.path == path) return &file;
  }
  return nullptr;
}

BuiltinFile const* find_builtin(std::string_view name, FileKind kind) {
  for (auto const& file : builtin_files()) {
    if (stem_of(file.path) == name && kind_of_text(file.text) == kind) return &file;
  }
  return nullptr;
}

Code unknown(FileKind kind) {
  switch (kind) {
    case FileKind::network:
      return Code::unknown_network;
    case FileKind::scenario:
      return Code::unknown_scenario;
    case FileKind::study:
      break;
  }
  return Code::unknown_study;
}

bool exists(std::string const& path) {
  std::error_code ignored;
  return fs::exists(fs::path(path), ignored);
}

/// A folder with GMNS's tables. Without the YAML file beside them it is refused by that file's
/// name.
bool is_gmns(std::string const& path) {
  std::error_code ignored;
  return fs::is_directory(fs::path(path), ignored) &&
         exists((fs::path(path) / "node.csv").string());
}

/// One spelling for one file, however it was named.
std::string canonical(std::string const& path) {
  if (path.starts_with(kBuiltin)) return path;
  std::error_code error;
  auto const full = fs::canonical(fs::path(path), error);
  return error ? path : full.string();
}

}  // namespace

/// A file that somebody wants.
struct Loader::Request {
  std::string word;  ///< a path or a name
  FileKind kind = FileKind::network;
  std::string user = {};  ///< the file that uses it; empty: the command line
  Span used_at = {};
};

/// The scenarios of one question as far as they are collected.
struct Loader::Chain {
  std::vector<Scenario> scenarios;
  Diagnostics errors;
  std::set<std::string> done;
  std::vector<std::pair<std::string, std::string>> open;  ///< file and word, outermost first
};

Loader::Loader(Stages stages) : sources_(std::make_shared<Sources>()), stages_(std::move(stages)) {}

Result<std::string> Loader::find(Request const& request) const {
  auto const& word = request.word;
  bool const from_builtin = request.user.starts_with(kBuiltin);
  auto const folder = fs::path(request.user).parent_path();
  // How results and messages name a built-in file.
  if (!from_builtin && word.starts_with(kBuiltin) &&
      find_builtin(std::string_view(word).substr(kBuiltin.size())) != nullptr) {
    return word;
  }
  if (request.kind == FileKind::network && !from_builtin && is_gmns((folder / word).string())) {
    return (folder / word / kGmnsNetwork).lexically_normal().string();
  }
  if (is_path(word)) {
    auto const path = (folder / word).lexically_normal().string();
    auto const known = from_builtin
                           ? find_builtin(std::string_view(path).substr(kBuiltin.size())) != nullptr
                           : exists(path);
    if (known) return path;
    if (!request.used_at.known()) return file_finding(Code::file_not_found, word, "no such file");
    Diagnostic finding;
    finding.code = Code::file_not_found;
    finding.span = request.used_at;
    finding.message = "no file " + corridor::quoted(path);
    return finding;
  }
  if (!from_builtin && !word.empty()) {
    auto const path = (folder / (word + std::string(kSuffix))).lexically_normal().string();
    if (exists(path)) return path;
  }
  if (auto const* file = find_builtin(word, request.kind)) {
    return std::string(kBuiltin) + std::string(file->path);
  }
  Diagnostic finding;
  finding.code = unknown(request.kind);
  finding.span = request.used_at;
  finding.message = "no " + std::string(name_of(request.kind)) + " " + corridor::quoted(word) +
                    (from_builtin ? "" : ", neither as a file nor built in");
  auto const names = builtin_names(request.kind);
  finding.hint = did_you_mean(word, std::vector<std::string_view>(names.begin(), names.end()));
  return finding;
}

Result<Document> Loader::open(Request const& request) {
  auto const path = find(request);
  if (!path) return path.error();
  auto const key = canonical(*path);
  if (auto const known = documents_.find(key); known != documents_.end()) return known->second;
  auto document = stages_.run("parse " + *path, [&] {
    if (!path->starts_with(kBuiltin)) return parse_file(sources_, *path);
    auto const* file = find_builtin(std::string_view(*path).substr(kBuiltin.size()));
    return parse_text(sources_, *path, std::string(file->text));
  });
  if (document) documents_.emplace(key, *document);
  return document;
}

/// A table that the network at `user` names; refused where its name stands.
Result<std::uint32_t> Loader::open_table_at(std::string const& user, Text const& name) {
  auto const path = (fs::path(user).parent_path() / name.text).lexically_normal().string();
  bool const builtin = user.starts_with(kBuiltin);
  auto bytes = builtin
                   ? Result<std::string>(file_finding(Code::file_not_found, path, "no such file"))
                   : read_bytes(path, kMaxTableBytes);
  if (!bytes) {
    auto errors = std::move(bytes).error();
    for (auto& error : errors) {
      error.message = corridor::quoted(path) + ": " + error.message;
      error.span = name.span;
    }
    return errors;
  }
  return add_text(*sources_, path, *std::move(bytes));
}

/// A network that is no YAML; empty for a file that may be.
std::optional<Result<Network>> Loader::read_other_network(std::string const& path) {
  if (path.starts_with(kBuiltin) || documents_.contains(canonical(path))) return std::nullopt;
  if (path.ends_with(kPackSuffix) || is_pack(first_bytes(path, kPackHead))) {
    return stages_.run("read " + path, [&]() -> Result<Network> {
      auto const pack = Pack::open(path);
      if (!pack) return pack.error();
      vertex_order_.assign(pack->order().begin(), pack->order().end());
      return pack->network(sources_);
    });
  }
  auto bytes = read_bytes(path, path.ends_with(kGraphSuffix) ? kMaxTableBytes : kMaxFileBytes);
  // What is wrong with the file itself, the YAML reader tells as well.
  if (!bytes || !is_dimacs(path, *bytes)) return std::nullopt;
  return stages_.run("read " + path, [&]() -> Result<Network> {
    std::optional<std::uint32_t> coordinates;
    auto const beside = fs::path(path).replace_extension(kCoordinatesSuffix).string();
    if (path.ends_with(kGraphSuffix) && exists(beside)) {
      auto places = read_bytes(beside, kMaxTableBytes);
      if (!places) return std::move(places).error();
      coordinates = add_text(*sources_, beside, *std::move(places));
    }
    auto problem = read_dimacs(sources_, path, *std::move(bytes), coordinates);
    if (!problem) return std::move(problem).error();
    if (!problem->source.empty()) default_ends_ = {problem->source, problem->sink};
    return std::move(problem->network);
  });
}

Result<Network> Loader::read_network_at(Request const& request) {
  auto const path = find(request);
  if (!path) return path.error();
  default_ends_.reset();
  if (auto network = read_other_network(*path)) return *std::move(network);
  auto const document = open(request);
  if (!document) return document.error();
  return stages_.run("read network", [&] { return network(*document, &warnings_); });
}

std::optional<Result<Network>> Loader::other_network(std::string const& path,
                                                     Diagnostics* warnings) {
  if (!is_gmns(path)) return read_other_network(path);
  auto const document = open({(fs::path(path) / kGmnsNetwork).lexically_normal().string()});
  return document ? network(*document, warnings) : document.error();
}

Result<Network> Loader::network(Document const& document, Diagnostics* warnings) {
  auto const user = std::string(sources_->name(document.file()));
  return read_network(document, warnings,
                      [&](Text const& name) { return open_table_at(user, name); });
}

Result<Network> Loader::network(std::string const& file_or_name) {
  return read_network_at({file_or_name, FileKind::network});
}

Result<Network> Loader::network_of(Study const& study) {
  if (!study.network) return network(kDefaultNetwork);
  auto const& span = study.network->span;
  return read_network_at({study.network->text, FileKind::network,
                          span.known() ? std::string(sources_->name(span.file)) : std::string(),
                          span});
}

Result<Study> Loader::study(std::string const& file_or_name) {
  auto const document = open({file_or_name, FileKind::study});
  if (!document) return document.error();
  return read_study(*document, &warnings_);
}

/// Depth first: what a scenario extends comes before it.
void Loader::collect(Request const& request, Chain& chain) {
  auto const append = [&](Diagnostics const& errors) {
    chain.errors.insert(chain.errors.end(), errors.begin(), errors.end());
  };
  auto const path = find(request);
  if (!path) return append(path.error());
  auto const key = canonical(*path);
  auto const same = [&](auto const& open) { return open.first == key; };
  auto const again = std::find_if(chain.open.begin(), chain.open.end(), same);
  if (again != chain.open.end()) {
    std::string circle;
    for (auto it = again; it != chain.open.end(); ++it) circle += it->second + " extends ";
    Diagnostic finding;
    finding.code = Code::extends_cycle;
    finding.span = request.used_at;
    finding.message = "a scenario extends itself: " + circle + again->second;
    return append({finding});
  }
  if (!chain.done.insert(key).second) return;
  auto const document = open(request);
  if (!document) return append(document.error());
  auto scenario = read_scenario(*document, &warnings_);
  if (!scenario) return append(scenario.error());

  chain.open.emplace_back(key, std::string(stem_of(*path)));
  for (auto const& base : scenario->extends) {
    collect({base.text, FileKind::scenario, *path, base.span}, chain);
  }
  chain.open.pop_back();
  chain.scenarios.push_back(std::move(*scenario));
}

Result<std::vector<Scenario>> Loader::collected(std::vector<Request> const& requests) {
  return stages_.run("read scenarios", [&]() -> Result<std::vector<Scenario>> {
    Chain chain;
    for (auto const& request : requests) collect(request, chain);
    if (!chain.errors.empty()) return std::move(chain.errors);
    return std::move(chain.scenarios);
  });
}

Result<std::vector<Scenario>> Loader::scenarios(std::span<std::string const> files_or_names) {
  std::vector<Request> requests;
  for (auto const& word : files_or_names) requests.push_back({word, FileKind::scenario});
  return collected(requests);
}

Result<std::vector<Scenario>> Loader::scenarios_of(Study const& study, Text const& column) {
  if (column.text == kBaseScenario) return std::vector<Scenario>{};
  auto const& span = column.span.known() ? column.span : study.id.span;
  auto user = span.known() ? std::string(sources_->name(span.file)) : std::string();
  return collected({{column.text, FileKind::scenario, std::move(user), span}});
}

std::vector<std::string> builtin_names(FileKind kind) {
  std::vector<std::string> names;
  for (auto const& file : builtin_files()) {
    if (kind_of_text(file.text) == kind) names.emplace_back(stem_of(file.path));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace corridor

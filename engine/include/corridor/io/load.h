#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/base/result.h"
#include "corridor/base/stages.h"
#include "corridor/export.h"
#include "corridor/io/read.h"

namespace corridor {

/// Finds and reads files by path or by name. A name (without '/', ".yaml", ".max" or ".gr") stands
/// for NAME.yaml beside the file that uses it (on the command line: in the current folder), else
/// for the built-in one. `built-in:network/middle-corridor.yaml` is a built-in file by its full
/// name.
class CORRIDOR_EXPORT Loader {
 public:
  explicit Loader(Stages stages = {});

  /// Result: the network, not yet changed by any scenario. YAML with its tables,
  /// a GMNS folder (its corridor.yaml), or DIMACS (see is_dimacs) with the .co file beside it.
  Result<Network> network(std::string const& file_or_name);
  /// A network that is parsed already, with the tables that it names; warnings are appended.
  Result<Network> network(Document const& document, Diagnostics* warnings);
  /// The network of a file or folder that is no YAML document: a GMNS folder, a pack, DIMACS.
  /// Warnings are appended. Empty for what may be YAML.
  std::optional<Result<Network>> other_network(std::string const& path, Diagnostics* warnings);
  /// The scenarios in order of application: what each extends comes before it, each once at its
  /// first place. A cycle of `extends` is an error.
  Result<std::vector<Scenario>> scenarios(std::span<std::string const> files_or_names);
  Result<Study> study(std::string const& file_or_name);
  /// The scenarios of a study's column, names resolved beside the study's file. Empty for `base`.
  Result<std::vector<Scenario>> scenarios_of(Study const& study, Text const& column);
  /// The network a study names, resolved beside the study's file; the built-in one by default.
  Result<Network> network_of(Study const& study);

  /// Where a question starts and ends that does not say so: the ids of source and sink of the
  /// network read last, when it is a DIMACS problem.
  struct Ends {
    std::string from, to;
  };
  std::optional<Ends> const& default_ends() const { return default_ends_; }

  /// The order of vertices that the pack read last brought along; empty without one. See
  /// RoutingNetwork.
  std::vector<std::uint32_t> const& vertex_order() const { return vertex_order_; }

  Diagnostics const& warnings() const { return warnings_; }
  std::shared_ptr<Sources> const& sources() const { return sources_; }

 private:
  struct Request;
  struct Chain;
  Result<std::string> find(Request const& request) const;
  Result<Document> open(Request const& request);
  Result<Network> read_network_at(Request const& request);
  std::optional<Result<Network>> read_other_network(std::string const& path);
  Result<std::uint32_t> open_table_at(std::string const& user, Text const& name);
  void collect(Request const& request, Chain& chain);
  Result<std::vector<Scenario>> collected(std::vector<Request> const& requests);

  std::shared_ptr<Sources> sources_;
  Stages stages_;
  Diagnostics warnings_;
  std::optional<Ends> default_ends_;
  std::vector<std::uint32_t> vertex_order_;
  std::map<std::string, Document> documents_;  ///< by canonical path: each file is parsed once
};

/// The names (without ".yaml") of the built-in files of one kind, sorted.
CORRIDOR_EXPORT std::vector<std::string> builtin_names(FileKind kind);

inline constexpr char const* kDefaultNetwork = "middle-corridor";
inline constexpr char const* kDefaultStudy = "what-does-fivefold-buy";

}  // namespace corridor

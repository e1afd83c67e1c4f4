#pragma once

#include <cstdint>
#include <functional>

#include "corridor/base/result.h"
#include "corridor/export.h"
#include "corridor/io/document.h"
#include "corridor/model/network.h"
#include "corridor/model/scenario.h"
#include "corridor/model/study.h"

namespace corridor {

/// What a file says it is: the first of `network:`, `scenario:`, `study:`.
enum class FileKind { network, scenario, study };
CORRIDOR_EXPORT std::string_view name_of(FileKind kind);
CORRIDOR_EXPORT Result<FileKind> kind_of(Document const& document);

/// Takes a file that a network names (`tables:`) or that lies beside it into the document's sources
/// and returns its number there.
using OpenTable = std::function<Result<std::uint32_t>(Text const& name)>;

/// Document -> model. All errors of the document are reported. Warnings are appended to `warnings`
/// when it is given. Linear in the size of the document.
/// A network that names tables needs `open_table`; the Loader has one that reads files beside the
/// document's.
CORRIDOR_EXPORT Result<Network> read_network(Document const& document,
                                             Diagnostics* warnings = nullptr,
                                             OpenTable const& open_table = {});
CORRIDOR_EXPORT Result<Scenario> read_scenario(Document const& document,
                                               Diagnostics* warnings = nullptr);
CORRIDOR_EXPORT Result<Study> read_study(Document const& document, Diagnostics* warnings = nullptr);

}  // namespace corridor

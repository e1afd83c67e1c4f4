#pragma once

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

/// Document -> model. All errors of the document are reported. Warnings are appended to `warnings`
/// when it is given. Linear in the size of the document.
CORRIDOR_EXPORT Result<Network> read_network(Document const& document,
                                             Diagnostics* warnings = nullptr);
CORRIDOR_EXPORT Result<Scenario> read_scenario(Document const& document,
                                               Diagnostics* warnings = nullptr);
CORRIDOR_EXPORT Result<Study> read_study(Document const& document, Diagnostics* warnings = nullptr);

}  // namespace corridor

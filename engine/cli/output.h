#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corridor/io/tables.h"

namespace corridor::cli {

/// Why a file cannot become the output, found before any work is done: it is a directory, its
/// folder is missing, or it is one of the inputs (also by another name). Empty when nothing speaks
/// against it.
std::string output_problem(std::string const& path, std::vector<std::string> const& inputs);

/// Writes a file whole or not at all: a temporary file in the same folder is written, flushed to
/// the disk, checked and renamed over the target. Symbolic links are followed; devices and pipes
/// are written directly. Returns the problem, or an empty text. Leaves nothing behind on failure.
std::string write_file(std::string const& path, std::string_view text);

/// Why a folder cannot be made: something that is no empty folder has its name, or its own folder
/// is missing. Empty when nothing speaks against it.
std::string folder_problem(std::string const& path);

/// Makes a folder with these files, whole or not at all: it is filled beside its place under
/// another name, flushed to the disk and renamed. An empty folder is replaced. Signals wait until
/// that is done. Returns the problem, or an empty text.
std::string write_folder(std::string const& path, std::vector<NetworkFileText> const& files);

/// Writes to standard output. A reader who went away (`| head -1`) is no problem.
std::string write_stdout(std::string_view text);

/// Everything, in as many steps as it takes. Returns the error number, 0 when all is written.
int write_all(int descriptor, std::string_view text);

/// Writes to standard error and cares about no failure: the answer does not depend on it.
void write_stderr(std::string_view text);

/// SIGINT and SIGTERM remove the temporary file and end the program with 130; SIGPIPE is ignored,
/// so that a failed write can be told apart.
void install_signal_handlers();

/// Opens what is closed of the descriptors 0 to 2, so that no file that is opened later becomes
/// standard output. Writing to them still fails.
void reserve_standard_descriptors();

}  // namespace corridor::cli

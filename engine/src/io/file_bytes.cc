#include "io/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

namespace corridor {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

Diagnostic cannot_open(std::string const& path, int error) {
  if (error == ENOENT || error == ENOTDIR) {
    return file_finding(Code::file_not_found, path, "no such file");
  }
  return file_finding(Code::unreadable_file, path, "cannot be read: " + reason(error));
}

std::string_view name_of_type(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  return "something else";
}

/// Why a thing with this status is not read at all.
std::optional<Diagnostic> refusal(std::string const& path, struct stat const& status,
                                  std::size_t most) {
  if (!S_ISREG(status.st_mode)) {
    return file_finding(
        Code::not_a_file, path,
        "is " + std::string(name_of_type(status.st_mode)) + ", a file was expected");
  }
  // The size is that of the text, so a sparse giant is refused like any other.
  if (static_cast<std::size_t>(status.st_size) > most) {
    return file_finding(Code::file_too_large, path,
                        "has " + std::to_string(status.st_size) + " bytes, at most " +
                            std::to_string(most) + " are read");
  }
  return std::nullopt;
}

bool same_state(struct stat const& a, struct stat const& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

Result<std::string> read_all(std::string const& path, int descriptor, std::size_t expected,
                             std::size_t most) {
  std::string bytes;
  // One byte more than expected shows the end without another growth.
  std::size_t room = expected + 1;
  while (true) {
    auto const have = bytes.size();
    bytes.resize(have + room);
    ssize_t const got = ::read(descriptor, bytes.data() + have, room);
    if (got < 0 && errno == EINTR) {
      bytes.resize(have);
      continue;
    }
    if (got < 0) {
      return file_finding(Code::unreadable_file, path, "cannot be read: " + reason(errno));
    }
    bytes.resize(have + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    if (bytes.size() > most) {
      return file_finding(Code::file_too_large, path,
                          "has more than " + std::to_string(most) + " bytes, which is the most");
    }
    room = expected + 1 > bytes.size() ? expected + 1 - bytes.size() : std::size_t{64} * 1024;
  }
}

}  // namespace

Diagnostic file_finding(Code code, std::string const& path, std::string message) {
  Diagnostic finding;
  finding.code = code;
  finding.message = std::move(message);
  finding.file = path;
  return finding;
}

std::uint32_t add_text(Sources& sources, std::string name, std::string text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  auto const mark = text.substr(0, text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  text.erase(0, mark.size());
  return sources.add(std::move(name), std::move(text), mark);
}

Result<OpenFile> OpenFile::regular(std::string const& path, std::size_t most) {
  if (path.find('\0') != std::string::npos) return cannot_open(path, ENOENT);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return cannot_open(path, errno);
  if (auto refused = refusal(path, status, most)) return *std::move(refused);
  // Between the two calls a pipe may take the file's place; O_NONBLOCK keeps that from hanging.
  auto file = OpenFile(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY), 0);
  if (file.descriptor() < 0) return cannot_open(path, errno);
  if (::fstat(file.descriptor(), &status) != 0) return cannot_open(path, errno);
  if (auto refused = refusal(path, status, most)) return *std::move(refused);
  file.size_ = static_cast<std::size_t>(status.st_size);
  return file;
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string first_bytes(std::string const& path, std::size_t count) {
  auto const file = OpenFile::regular(path, SIZE_MAX);
  std::string bytes(count, '\0');
  auto const got = file ? ::read(file->descriptor(), bytes.data(), count) : 0;
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

Result<std::string> read_bytes(std::string const& path, std::size_t most) {
  auto const file = OpenFile::regular(path, most);
  if (!file) return file.error();
  struct stat status {};
  if (::fstat(file->descriptor(), &status) != 0) return cannot_open(path, errno);
  auto bytes = read_all(path, file->descriptor(), static_cast<std::size_t>(status.st_size), most);
  if (!bytes) return bytes;
  struct stat after {};
  if (::fstat(file->descriptor(), &after) != 0) return cannot_open(path, errno);
  if (!same_state(status, after)) {
    return file_finding(Code::unreadable_file, path, "changed while it was read; try again");
  }
  if (bytes->empty()) return file_finding(Code::empty_file, path, "the file is empty");
  return bytes;
}

}  // namespace corridor

#include "output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <optional>
#include <random>

#include "outcome.h"

namespace corridor::cli {
namespace {

namespace fs = std::filesystem;

// ---- the temporary file and signals -------------------------------------------------------------

// A handler may neither allocate nor lock, so what it must remove stands in plain memory.
std::array<char, PATH_MAX> temporary_path{};
volatile std::sig_atomic_t temporary_exists = 0;

extern "C" void remove_temporary_and_exit(int) {
  if (temporary_exists != 0) ::unlink(temporary_path.data());
  ::_exit(kInterrupted);
}

/// Keeps signals waiting while the file and the note about it would disagree.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t both;
    sigemptyset(&both);
    sigaddset(&both, SIGINT);
    sigaddset(&both, SIGTERM);
    sigprocmask(SIG_BLOCK, &both, &before_);
  }
  ~SignalsBlocked() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(SignalsBlocked const&) = delete;
  SignalsBlocked& operator=(SignalsBlocked const&) = delete;

 private:
  sigset_t before_{};
};

// ---- descriptors --------------------------------------------------------------------------------

std::string reason_of(int error) { return std::strerror(error); }

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;

  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  int close() { return ::close(std::exchange(number_, -1)) == 0 ? 0 : errno; }

 private:
  int number_;
};

// ---- paths --------------------------------------------------------------------------------------

std::optional<struct stat> status_of(std::string const& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

/// What a chain of symbolic links leads to, also when nothing is there yet.
fs::path resolved(fs::path path) {
  constexpr int kMostLinks = 40;  // as many as Linux follows
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(path, error); ++i) {
    auto const target = fs::read_symlink(path, error);
    if (error) break;
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  return path;
}

fs::path folder_of(fs::path const& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

std::string temporary_name(fs::path const& target) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
  constexpr int kLength = 12;
  std::random_device random;
  std::uniform_int_distribution<std::size_t> pick(0, kLetters.size() - 1);
  std::string name = ".corridor-";
  for (int i = 0; i < kLength; ++i) name += kLetters[pick(random)];
  return (folder_of(target) / name).string();
}

// ---- writing ------------------------------------------------------------------------------------

/// A new file that vanishes unless it is renamed.
class TemporaryFile {
 public:
  TemporaryFile(std::string path, mode_t mode) : path_(std::move(path)) {
    if (path_.size() >= temporary_path.size()) {
      error_ = ENAMETOOLONG;
      return;
    }
    SignalsBlocked const blocked;
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor_ < 0) {
      error_ = errno;
      return;
    }
    std::memcpy(temporary_path.data(), path_.c_str(), path_.size() + 1);
    temporary_exists = 1;
  }
  ~TemporaryFile() {
    if (temporary_exists == 0) return;
    SignalsBlocked const blocked;
    ::unlink(path_.c_str());
    temporary_exists = 0;
  }
  TemporaryFile(TemporaryFile const&) = delete;
  TemporaryFile& operator=(TemporaryFile const&) = delete;

  int error() const { return error_; }
  int descriptor() const { return descriptor_; }

  int rename_to(fs::path const& target) {
    SignalsBlocked const blocked;
    if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
    temporary_exists = 0;
    return 0;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
  int error_ = 0;
};

/// Devices and pipes: nothing to rename, nothing to keep whole.
int write_directly(fs::path const& target, std::string_view text) {
  Descriptor file(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.open()) return errno;
  auto const error = write_all(file.number(), text);
  if (error == EPIPE) return 0;
  return error != 0 ? error : file.close();
}

/// The rename itself survives a power cut only when the folder is on the disk.
int flush_folder(fs::path const& target) {
  Descriptor folder(::open(folder_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.open()) return 0;  // a folder one may write but not read
  bool const unsupported = ::fsync(folder.number()) != 0 && errno != EINVAL && errno != ENOTSUP;
  return unsupported ? errno : 0;
}

int replace(fs::path const& target, std::string_view text) {
  auto const before = status_of(target.string());
  if (before && ::access(target.c_str(), W_OK) != 0) return errno;
  constexpr mode_t kUsual = 0666;  // less the umask
  TemporaryFile temporary(temporary_name(target), kUsual);
  if (temporary.error() != 0) return temporary.error();
  Descriptor file(temporary.descriptor());
  constexpr mode_t kPermissions = 07777;
  if (before && ::fchmod(file.number(), before->st_mode & kPermissions) != 0) return errno;
  if (auto const error = write_all(file.number(), text); error != 0) return error;
  if (::fsync(file.number()) != 0) return errno;
  if (auto const error = file.close(); error != 0) return error;
  if (auto const error = temporary.rename_to(target); error != 0) return error;
  return flush_folder(target);
}

/// A new folder that vanishes with its files unless it is renamed.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {
    constexpr mode_t kUsual = 0777;  // less the umask
    if (::mkdir(path_.c_str(), kUsual) != 0) error_ = errno;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (error_ == 0 && !renamed_) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;

  int error() const { return error_; }

  int add(NetworkFileText const& file) const {
    constexpr mode_t kUsual = 0666;
    auto const path = fs::path(path_) / file.name;
    Descriptor out(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kUsual));
    if (!out.open()) return errno;
    if (auto const error = write_all(out.number(), file.text); error != 0) return error;
    if (::fsync(out.number()) != 0) return errno;
    return out.close();
  }

  /// Also over an empty folder.
  int rename_to(fs::path const& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
    renamed_ = true;
    return 0;
  }

 private:
  std::string path_;
  int error_ = 0;
  bool renamed_ = false;
};

/// `DIR/` is `DIR`.
fs::path without_slash(fs::path const& path) {
  return path.has_filename() ? path : path.parent_path();
}

int fill(fs::path const& target, std::vector<NetworkFileText> const& files) {
  SignalsBlocked const blocked;
  TemporaryFolder temporary(temporary_name(target));
  if (temporary.error() != 0) return temporary.error();
  for (auto const& file : files) {
    if (auto const error = temporary.add(file); error != 0) return error;
  }
  if (auto const error = temporary.rename_to(target); error != 0) return error;
  return flush_folder(target);
}

bool same_file(struct stat const& a, struct stat const& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace

int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    auto const count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

std::string output_problem(std::string const& path, std::vector<std::string> const& inputs) {
  auto const target = resolved(path);
  std::error_code ignored;
  if (fs::is_symlink(target, ignored)) return "cannot write " + path + ": " + reason_of(ELOOP);
  auto const status = status_of(target.string());
  if (!status) {
    auto const folder = status_of(folder_of(target).string());
    if (!folder) return "cannot write " + path + ": its folder does not exist";
    if (!S_ISDIR(folder->st_mode)) return "cannot write " + path + ": its folder is a file";
    return {};
  }
  if (S_ISDIR(status->st_mode)) return "cannot write " + path + ": it is a directory";
  if (!S_ISREG(status->st_mode)) return {};
  for (auto const& input : inputs) {
    auto const read = status_of(input);
    if (read && same_file(*read, *status)) return "cannot write " + path + ": it is an input";
  }
  return {};
}

std::string write_file(std::string const& path, std::string_view text) {
  auto const target = resolved(path);
  auto const status = status_of(target.string());
  bool const special = status && !S_ISREG(status->st_mode);
  auto const error = special ? write_directly(target, text) : replace(target, text);
  return error == 0 ? std::string() : "cannot write " + path + ": " + reason_of(error);
}

std::string folder_problem(std::string const& path) {
  auto const target = resolved(without_slash(path));
  auto const problem = [&](std::string const& what) {
    return "cannot write " + path + ": " + what;
  };
  std::error_code error;
  if (auto const status = status_of(target.string())) {
    if (!S_ISDIR(status->st_mode)) return problem("it is no folder");
    bool const empty = fs::is_empty(target, error);
    if (error) return problem(error.message());
    return empty ? std::string() : problem("the folder is not empty");
  }
  auto const folder = status_of(folder_of(target).string());
  if (!folder) return problem("its folder does not exist");
  return S_ISDIR(folder->st_mode) ? std::string() : problem("its folder is a file");
}

std::string write_folder(std::string const& path, std::vector<NetworkFileText> const& files) {
  auto const error = fill(resolved(without_slash(path)), files);
  return error == 0 ? std::string() : "cannot write " + path + ": " + reason_of(error);
}

std::string write_stdout(std::string_view text) {
  if (text.empty()) return {};
  auto error = write_all(STDOUT_FILENO, text);
  if (error == EPIPE) return {};
  // Some file systems tell about a full disk only here.
  if (error == 0 && ::close(STDOUT_FILENO) != 0) error = errno;
  return error == 0 ? std::string() : "cannot write standard output: " + reason_of(error);
}

void write_stderr(std::string_view text) { write_all(STDERR_FILENO, text); }

void install_signal_handlers() {
  struct sigaction ending {};
  ending.sa_handler = remove_temporary_and_exit;
  sigemptyset(&ending.sa_mask);
  sigaddset(&ending.sa_mask, SIGINT);
  sigaddset(&ending.sa_mask, SIGTERM);
  sigaction(SIGINT, &ending, nullptr);
  sigaction(SIGTERM, &ending, nullptr);
  struct sigaction ignoring {};
  ignoring.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignoring, nullptr);
}

void reserve_standard_descriptors() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest free number is taken, which is this one. Read-only: an answer that is written to
    // a closed stdout is lost, and that must not look like success.
    ::open("/dev/null", O_RDONLY);
  }
}

}  // namespace corridor::cli

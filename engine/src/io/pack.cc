#include "corridor/io/pack.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include "io/file_bytes.h"
#include "io/pack_columns.h"
#include "io/pack_read.h"

namespace corridor {
namespace {

using pack::Column;
using pack::Columns;

/// A file in memory, for as long as somebody needs it.
class Mapping {
 public:
  Mapping() = default;
  Mapping(void* start, std::size_t size) : start_(start), size_(size) {}
  Mapping(Mapping&& other) noexcept
      : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Mapping& operator=(Mapping&& other) noexcept {
    std::swap(start_, other.start_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Mapping() {
    if (start_ != nullptr) ::munmap(start_, size_);
  }
  std::string_view bytes() const { return {static_cast<char const*>(start_), size_}; }

 private:
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

Diagnostic cannot_map(std::string const& path) {
  return file_finding(Code::unreadable_file, path,
                      "cannot be read: " + std::generic_category().message(errno));
}

Result<Mapping> map_file(std::string const& path) {
  auto const file = OpenFile::regular(path, SIZE_MAX);
  if (!file) return file.error();
  auto const size = file->size();
  if (size == 0) return file_finding(Code::empty_file, path, "the file is empty");
  // All of it is going to be read at once: one call sets up every page.
  auto* const start =
      ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file->descriptor(), 0);
  if (start == MAP_FAILED) return cannot_map(path);
  return Mapping(start, size);
}

}  // namespace

struct Pack::Storage {
  std::string name;
  Mapping mapping;
  std::string text;  ///< of a pack that is no file
  Columns columns;

  std::string_view bytes() const { return text.empty() ? mapping.bytes() : text; }
};

Pack::Pack(std::shared_ptr<Storage const> storage) : storage_(std::move(storage)) {}

Result<Pack> Pack::open(std::string const& path) {
  auto mapping = map_file(path);
  if (!mapping) return std::move(mapping).error();
  auto storage = std::make_shared<Storage>();
  storage->name = path;
  storage->mapping = *std::move(mapping);
  auto columns = pack::checked_columns(path, storage->bytes());
  if (!columns) return std::move(columns).error();
  storage->columns = *columns;
  return Pack(std::move(storage));
}

Result<Pack> Pack::read(std::string name, std::string bytes) {
  auto storage = std::make_shared<Storage>();
  storage->name = std::move(name);
  storage->text = std::move(bytes);
  auto columns = pack::checked_columns(storage->name, storage->bytes());
  if (!columns) return std::move(columns).error();
  storage->columns = *columns;
  return Pack(std::move(storage));
}

std::uint64_t Pack::node_count() const { return storage_->columns[Column::size].at(0); }
std::uint64_t Pack::link_count() const { return storage_->columns[Column::size].at(1); }

std::span<std::uint32_t const> Pack::order() const {
  auto const& column = storage_->columns[Column::order];
  // Columns begin at multiples of 8 of a mapping or a string, both of which are aligned.
  return {static_cast<std::uint32_t const*>(static_cast<void const*>(column.data())),
          column.size()};
}

Result<Network> Pack::network(std::shared_ptr<Sources> const& sources) const {
  return pack::read_network(storage_->name, storage_->bytes(), storage_->columns, sources);
}

bool is_pack(std::string_view bytes) { return bytes.starts_with(pack::kMagic); }

}  // namespace corridor

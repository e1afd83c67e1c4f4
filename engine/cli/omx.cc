#include "omx.h"

#include <hdf5.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace corridor::cli {
namespace {

/// HDF5 tells of failure by negative numbers.
hid_t made(hid_t id) {
  if (id < 0) throw std::runtime_error("HDF5 failed");
  return id;
}
void done(herr_t status) { made(status); }

/// Closes what HDF5 opened.
class Handle {
 public:
  Handle(hid_t id, herr_t (*close)(hid_t)) : id_(made(id)), close_(close) {}
  ~Handle() { close_(id_); }
  Handle(Handle const&) = delete;
  Handle& operator=(Handle const&) = delete;
  hid_t id() const { return id_; }

 private:
  hid_t id_;
  herr_t (*close_)(hid_t);
};

void text_attribute(hid_t on, char const* name, std::string_view text) {
  Handle const type(H5Tcopy(H5T_C_S1), H5Tclose);
  done(H5Tset_size(type.id(), std::max<std::size_t>(text.size(), 1)));
  Handle const space(H5Screate(H5S_SCALAR), H5Sclose);
  Handle const attribute(H5Acreate2(on, name, type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT),
                         H5Aclose);
  std::string const padded = text.empty() ? std::string(1, '\0') : std::string(text);
  done(H5Awrite(attribute.id(), type.id(), padded.data()));
}

void number_attribute(hid_t on, char const* name, std::vector<int> const& numbers) {
  hsize_t const size = numbers.size();
  Handle const space(
      numbers.size() == 1 ? H5Screate(H5S_SCALAR) : H5Screate_simple(1, &size, nullptr), H5Sclose);
  Handle const attribute(H5Acreate2(on, name, H5T_STD_I32LE, space.id(), H5P_DEFAULT, H5P_DEFAULT),
                         H5Aclose);
  done(H5Awrite(attribute.id(), H5T_NATIVE_INT, numbers.data()));
}

/// Properties of a dataset that tells no time of its making.
hid_t timeless() {
  hid_t const properties = made(H5Pcreate(H5P_DATASET_CREATE));
  done(H5Pset_obj_track_times(properties, false));
  return properties;
}

void write_matrix(hid_t group, Skim const& skim, std::size_t number) {
  SkimMatrix const& matrix = skim.matrices[number];
  std::array<hsize_t, 2> const shape{skim.rows, skim.columns};
  Handle const space(H5Screate_simple(2, shape.data(), nullptr), H5Sclose);
  Handle const properties(timeless(), H5Pclose);
  // Whole rows, as OMX recommends: matrices are read by rows.
  std::array<hsize_t, 2> const chunk{1, skim.columns};
  done(H5Pset_chunk(properties.id(), 2, chunk.data()));
  constexpr unsigned kCompression = 1;
  done(H5Pset_deflate(properties.id(), kCompression));
  Handle const set(H5Dcreate2(group, name_of(matrix).c_str(), H5T_IEEE_F64LE, space.id(),
                              H5P_DEFAULT, properties.id(), H5P_DEFAULT),
                   H5Dclose);
  std::vector<double> values;
  values.reserve(matrix.cells.size());
  auto const per_unit = static_cast<double>(parts_per_unit(matrix));
  for (std::int64_t const cell : matrix.cells) {
    values.push_back(cell == kNoWay ? std::numeric_limits<double>::quiet_NaN()
                                    : static_cast<double>(cell) / per_unit);
  }
  done(H5Dwrite(set.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
  text_attribute(set.id(), "unit", unit_of(matrix));
}

void write_ids(hid_t group, char const* name, Network const& network,
               std::vector<NodeId> const& nodes, int dimension) {
  std::size_t longest = 1;
  for (NodeId const node : nodes) longest = std::max(longest, network.nodes[node].id.size());
  std::string padded;
  for (NodeId const node : nodes) {
    std::string id = network.nodes[node].id;
    id.resize(longest, '\0');
    padded += id;
  }
  Handle const type(H5Tcopy(H5T_C_S1), H5Tclose);
  done(H5Tset_size(type.id(), longest));
  done(H5Tset_strpad(type.id(), H5T_STR_NULLPAD));
  hsize_t const size = nodes.size();
  Handle const space(H5Screate_simple(1, &size, nullptr), H5Sclose);
  Handle const properties(timeless(), H5Pclose);
  Handle const set(
      H5Dcreate2(group, name, type.id(), space.id(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
      H5Dclose);
  done(H5Dwrite(set.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, padded.data()));
  number_attribute(set.id(), "DIM", {dimension});
}

std::string image_of(hid_t file) {
  done(H5Fflush(file, H5F_SCOPE_LOCAL));
  auto const size = H5Fget_file_image(file, nullptr, 0);
  if (size < 0) throw std::runtime_error("HDF5 failed");
  std::string image(static_cast<std::size_t>(size), '\0');
  if (H5Fget_file_image(file, image.data(), image.size()) != size) {
    throw std::runtime_error("HDF5 failed");
  }
  return image;
}

/// The file is made in memory, so that it is written like any other answer: whole or not at all.
std::string written(SkimAnswer const& answer, Network const& network) {
  Handle const access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  constexpr std::size_t kStep = std::size_t{1} << 20;
  done(H5Pset_fapl_core(access.id(), kStep, false));
  Handle const file(H5Fcreate("skim.omx", H5F_ACC_TRUNC, H5P_DEFAULT, access.id()), H5Fclose);
  text_attribute(file.id(), "OMX_VERSION", "0.2");
  number_attribute(file.id(), "SHAPE",
                   {static_cast<int>(answer.skim.rows), static_cast<int>(answer.skim.columns)});
  {
    Handle const data(H5Gcreate2(file.id(), "data", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
                      H5Gclose);
    for (std::size_t m = 0; m < answer.skim.matrices.size(); ++m) {
      write_matrix(data.id(), answer.skim, m);
    }
    Handle const lookup(H5Gcreate2(file.id(), "lookup", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
                        H5Gclose);
    write_ids(lookup.id(), "origin", network, answer.plan.from, 0);
    write_ids(lookup.id(), "destination", network, answer.plan.to, 1);
  }
  return image_of(file.id());
}

}  // namespace

bool writes_omx() { return true; }

std::optional<std::string> omx_of(SkimAnswer const& answer, Network const& network) {
  // It would print what fails.
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  try {
    return written(answer, network);
  } catch (std::runtime_error const&) {
    return std::nullopt;
  }
}

}  // namespace corridor::cli

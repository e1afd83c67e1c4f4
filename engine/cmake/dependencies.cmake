# Included at the root, so that the tests see the same targets as the engine.
find_package(Boost 1.74 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)
# libmd has no package file for CMake; its name is all a linker needs.
find_path(CORRIDOR_LIBMD_INCLUDE sha2.h REQUIRED)
find_library(CORRIDOR_LIBMD md REQUIRED)
mark_as_advanced(CORRIDOR_LIBMD_INCLUDE CORRIDOR_LIBMD)
# Nor has METIS.
find_path(CORRIDOR_METIS_INCLUDE metis.h REQUIRED)
find_library(CORRIDOR_METIS metis REQUIRED)
mark_as_advanced(CORRIDOR_METIS_INCLUDE CORRIDOR_METIS)
if(CORRIDOR_CLI)
  find_package(CLI11 REQUIRED)
  # Optional. CMake's own module wants a C compiler.
  find_path(CORRIDOR_HDF5_INCLUDE hdf5.h PATH_SUFFIXES hdf5/serial)
  find_library(CORRIDOR_HDF5 NAMES hdf5_serial hdf5)
  mark_as_advanced(CORRIDOR_HDF5_INCLUDE CORRIDOR_HDF5)
endif()

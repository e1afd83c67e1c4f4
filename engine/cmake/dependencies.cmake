# Included at the root, so that the tests see the same targets as the engine.
find_package(Boost 1.74 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
if(CORRIDOR_CLI)
  find_package(CLI11 REQUIRED)
endif()

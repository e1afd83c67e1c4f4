include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/corridor")
set(pkgconfig_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(TARGETS corridor EXPORT corridorTargets FILE_SET HEADERS)
install(EXPORT corridorTargets NAMESPACE corridor:: DESTINATION "${package_dir}")

configure_package_config_file(
  cmake/corridorConfig.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/corridorConfig.cmake"
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 a new minor version may change the interface.
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/corridorConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/corridorConfig.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/corridorConfigVersion.cmake"
        DESTINATION "${package_dir}")

# The path from the .pc file to the prefix, so that an installed tree can be moved.
set(prefix_from_pc "/prefix")
cmake_path(RELATIVE_PATH prefix_from_pc BASE_DIRECTORY "/prefix/${pkgconfig_dir}")
set(requires_private "yaml-cpp spdlog fmt libmd")
set(libs_private "-lmetis")
if(BUILD_SHARED_LIBS)
  set(requires_private "")
  set(libs_private "")
endif()
configure_file(cmake/corridor.pc.in "${CMAKE_CURRENT_BINARY_DIR}/corridor.pc" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/corridor.pc" DESTINATION "${pkgconfig_dir}")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/network" "${PROJECT_SOURCE_DIR}/scenarios"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/corridor"
        FILES_MATCHING PATTERN "*.yaml"
        PATTERN "tables" EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs/" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
              "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

if(TARGET corridor-cli)
  install(TARGETS corridor-cli)
  install(DIRECTORY "${generated_share}/" DESTINATION "${CMAKE_INSTALL_DATADIR}")
endif()

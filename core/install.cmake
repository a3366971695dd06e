# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --install BUILD --component library: the core with its headers, for find_package(Thetascope) -> Thetascope::core.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Thetascope)
add_library(Thetascope::core ALIAS thetascope_core)
set_target_properties(thetascope_core PROPERTIES EXPORT_NAME core)
install(TARGETS thetascope_core EXPORT ThetascopeTargets COMPONENT library)
install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/thetascope/core COMPONENT library
        FILES_MATCHING PATTERN "*.h" PATTERN io EXCLUDE)
install(EXPORT ThetascopeTargets NAMESPACE Thetascope:: DESTINATION ${package_dir} COMPONENT library)
configure_package_config_file(${CMAKE_SOURCE_DIR}/resources/cmake/ThetascopeConfig.cmake.in
                              ${CMAKE_CURRENT_BINARY_DIR}/ThetascopeConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/ThetascopeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/ThetascopeConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/ThetascopeConfigVersion.cmake
        DESTINATION ${package_dir} COMPONENT library)

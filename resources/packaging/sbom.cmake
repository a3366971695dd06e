# SPDX-License-Identifier: GPL-3.0-or-later
# The software bill of materials: a CycloneDX 1.5 document of what was found, with its versions, made anew whenever the build is
# configured and installed beside the licence. Headers alone are marked: they are in the program, the others are loaded by it.
set(sbom ${CMAKE_BINARY_DIR}/thetascope.cdx.json)
set(sbom_components "")

# QCustomPlot's CMake config says no version; its header does.
get_target_property(qcustomplot_include QCustomPlotQt6::QCustomPlotQt6 INTERFACE_INCLUDE_DIRECTORIES)
find_file(qcustomplot_header qcustomplot.h HINTS ${qcustomplot_include} NO_CACHE)
set(QCustomPlot_VERSION unknown)
if(qcustomplot_header)
    file(STRINGS ${qcustomplot_header} qcustomplot_line REGEX "define QCUSTOMPLOT_VERSION_STR")
    string(REGEX REPLACE ".*\"([^\"]*)\".*" "\\1" QCustomPlot_VERSION "${qcustomplot_line}")
endif()

# sbom_add(name version licence kind): kind is "library" or "header".
function(sbom_add name version licence kind)
    if(kind STREQUAL "header")
        set(scope ",\n      \"properties\": [{\"name\": \"thetascope:linkage\", \"value\": \"header only\"}]")
    else()
        set(scope ",\n      \"properties\": [{\"name\": \"thetascope:linkage\", \"value\": \"shared\"}]")
    endif()
    string(TOLOWER ${name} lower)
    set(component "    {\n      \"type\": \"library\",\n      \"bom-ref\": \"${lower}@${version}\",\n      \"name\": \"${name}\",\n      \"version\": \"${version}\",\n      \"licenses\": [{\"expression\": \"${licence}\"}],\n      \"purl\": \"pkg:generic/${lower}@${version}\"${scope}\n    }")
    set(sbom_components ${sbom_components} "${component}" PARENT_SCOPE)
endfunction()

sbom_add(Qt ${Qt6_VERSION} "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only" library)
sbom_add(QCustomPlot ${QCustomPlot_VERSION} "GPL-3.0-or-later" library)
sbom_add(FFTW ${fftw3_VERSION} "GPL-2.0-or-later" library)
sbom_add(libsndfile ${sndfile_VERSION} "LGPL-2.1-or-later" library)
sbom_add(zlib ${ZLIB_VERSION_STRING} "Zlib" library)
sbom_add(Eigen ${Eigen3_VERSION} "MPL-2.0" header)
sbom_add(nlohmann-json ${nlohmann_json_VERSION} "MIT" header)
sbom_add(CLI11 ${CLI11_VERSION} "BSD-3-Clause" header)
list(JOIN sbom_components ",\n" sbom_components)

file(CONFIGURE OUTPUT ${sbom} @ONLY CONTENT [=[{
  "bomFormat": "CycloneDX",
  "specVersion": "1.5",
  "version": 1,
  "metadata": {
    "component": {
      "type": "application",
      "bom-ref": "thetascope@@PROJECT_VERSION@",
      "name": "Thetascope",
      "version": "@PROJECT_VERSION@",
      "licenses": [{"expression": "GPL-3.0-or-later"}]
    },
    "tools": [{"name": "CMake", "version": "@CMAKE_VERSION@"}, {"name": "@CMAKE_CXX_COMPILER_ID@", "version": "@CMAKE_CXX_COMPILER_VERSION@"}]
  },
  "components": [
@sbom_components@
  ]
}
]=])
install(FILES ${sbom} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/thetascope)

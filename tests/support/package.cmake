# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package of BUILD and looks into it: what it holds, what it depends on, and lintian's errors.
foreach(tool dpkg-deb dpkg-shlibdeps)
    find_program(${tool} ${tool})
    if(NOT ${tool})
        message("SKIP: ${tool} is not installed")
        return()
    endif()
endforeach()
set(place ${BUILD}/tests/package)
file(REMOVE_RECURSE ${place})
execute_process(COMMAND ${CPACK} -G DEB -B ${place} --config ${BUILD}/CPackConfig.cmake COMMAND_ERROR_IS_FATAL ANY)
file(GLOB package ${place}/*.deb)

execute_process(COMMAND ${dpkg-deb} --field ${package} Depends OUTPUT_VARIABLE depends COMMAND_ERROR_IS_FATAL ANY)
foreach(library libqt6widgets6 libfftw3-double3 libsndfile1 libqcustomplot zlib1g)
    if(NOT depends MATCHES ${library})
        message(FATAL_ERROR "the package doesn't depend on ${library}: ${depends}")
    endif()
endforeach()

execute_process(COMMAND ${dpkg-deb} --contents ${package} OUTPUT_VARIABLE contents COMMAND_ERROR_IS_FATAL ANY)
foreach(file bin/thetascope share/applications/thetascope.desktop share/man/man1/thetascope.1.gz share/doc/thetascope/copyright
             share/doc/thetascope/thetascope.cdx.json share/icons/hicolor/scalable/apps/thetascope.svg)
    if(NOT contents MATCHES "\\./usr/${file}\n")
        message(FATAL_ERROR "the package lacks ${file}:\n${contents}")
    endif()
endforeach()
if(contents MATCHES "\\.(a|h|cmake)\n")
    message(FATAL_ERROR "the package holds what only builds need:\n${contents}")
endif()

# Unpacked, it runs where its libraries are: descends, draws, and finds what it carries (presets, translations).
execute_process(COMMAND ${dpkg-deb} --extract ${package} ${place}/root COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${place}/root/usr/bin/thetascope optimise demo:shocks --preset transients --iterations 2 --quiet
                        --out ${place}/result COMMAND_ERROR_IS_FATAL ANY)
foreach(file run.json spectrogram.png theta.npy)
    if(NOT EXISTS ${place}/result/${file})
        message(FATAL_ERROR "the packaged program wrote no ${file}")
    endif()
endforeach()

find_program(lintian lintian)
if(NOT lintian)
    message("SKIP: lintian is not installed (the package is made and holds what it should)")
    return()
endif()
execute_process(COMMAND ${lintian} --allow-root --fail-on error ${package} COMMAND_ERROR_IS_FATAL ANY)

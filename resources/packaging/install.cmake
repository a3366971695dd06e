# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --install build [--prefix P], and cpack: a .deb.
include(GNUInstallDirs)
set(packaging ${CMAKE_SOURCE_DIR}/resources/packaging)
set(THETASCOPE_RELEASE_DATE 2026-11-22)
set(THETASCOPE_RELEASE_STAMP "Sun, 22 Nov 2026 12:00:00 +0000")
set(CPACK_PACKAGE_CONTACT "Thetascope developers <developers@thetascope.org>")

configure_file(${packaging}/org.thetascope.Thetascope.metainfo.xml org.thetascope.Thetascope.metainfo.xml @ONLY)
configure_file(${packaging}/thetascope.1 packaging/thetascope.1 @ONLY)
configure_file(${packaging}/changelog.in packaging/changelog @ONLY)

install(TARGETS thetascope DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${packaging}/thetascope.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_BINARY_DIR}/org.thetascope.Thetascope.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${packaging}/thetascope-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME thetascope.xml)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/thetascope.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${packaging}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/thetascope)

# Manual and change log are packed, without a time of day in them.
find_program(gzip gzip)
mark_as_advanced(gzip)
if(gzip)
    foreach(text thetascope.1 changelog)
        execute_process(COMMAND ${gzip} -9nc ${CMAKE_BINARY_DIR}/packaging/${text}
                        OUTPUT_FILE ${CMAKE_BINARY_DIR}/packaging/${text}.gz COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
    install(FILES ${CMAKE_BINARY_DIR}/packaging/thetascope.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${CMAKE_BINARY_DIR}/packaging/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/thetascope)
else()
    install(FILES ${CMAKE_BINARY_DIR}/packaging/thetascope.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_INSTALL_CMAKE_PROJECTS "${CMAKE_BINARY_DIR};thetascope;Unspecified;/") # the program, not the library's headers
set(CPACK_PACKAGE_NAME thetascope)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find the sharpest spectrogram of a sound by gradient descent")
set(CPACK_PACKAGE_DESCRIPTION "Thetascope makes the window length of a spectrogram a real number, one for all,
one per frame, one per frequency or one for every cell of the time-frequency
plane, and descends on it by gradient until the spectrogram is as concentrated
as it gets. Every step of the descent is on screen, and on a slider.
.
It opens WAV, AIFF, FLAC, Ogg, Opus and MP3 files, and works on the command
line as well as in its window.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION sound)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core, qt6-wayland, libqt6svg6, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)

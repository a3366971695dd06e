# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the library of BUILD beside it and builds and runs EXAMPLE against it.
set(prefix ${BUILD}/tests/installed)
file(REMOVE_RECURSE ${prefix})
set(flags "")
if(SANITIZER STREQUAL "address")
    set(flags "-fsanitize=address,undefined")
elseif(SANITIZER STREQUAL "thread")
    set(flags "-fsanitize=thread")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix} --component library COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -S ${EXAMPLE} -B ${prefix}/example -G ${GENERATOR} -DCMAKE_MAKE_PROGRAM=${MAKE_PROGRAM}
                        -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_CXX_COMPILER=${CXX}
                        -DCMAKE_CXX_FLAGS=${flags} -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${prefix}/example COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${prefix}/example/learn_theta COMMAND_ERROR_IS_FATAL ANY)

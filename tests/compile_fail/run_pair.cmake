# Compiles one source twice: as it stands it must compile, with MISTAKE defined it must not. The
# first half shows that the second fails for the mistake and for nothing else.
#   cmake -D COMPILER=<c++> -D SOURCE=<file.cc> -D "INCLUDES=<dir;dir>" -P run_pair.cmake
cmake_minimum_required(VERSION 3.25)

set(flags -std=c++20 -fsyntax-only -DCORRIDOR_STATIC_DEFINE)
foreach(folder IN LISTS INCLUDES)
  list(APPEND flags "-I${folder}")
endforeach()

execute_process(COMMAND "${COMPILER}" ${flags} "${SOURCE}" RESULT_VARIABLE code
                ERROR_VARIABLE complaint)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "${SOURCE} must compile without the mistake:\n${complaint}")
endif()

execute_process(COMMAND "${COMPILER}" ${flags} -DMISTAKE "${SOURCE}" RESULT_VARIABLE code
                ERROR_VARIABLE complaint)
if(code EQUAL 0)
  message(FATAL_ERROR "${SOURCE} compiles with the mistake")
endif()

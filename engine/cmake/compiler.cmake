# Options of our own targets. Nothing here reaches a consumer: the interface targets are linked
# privately and only inside the build tree.

# Contracted multiply-adds round differently from machine to machine; same input, same bytes out.
add_compile_options(-ffp-contract=off)

if(CORRIDOR_SANITIZE)
  add_compile_options(-fsanitize=${CORRIDOR_SANITIZE} -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CORRIDOR_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Instrumented, g++ takes parts of <regex> for uninitialized.
    add_compile_options(-Wno-maybe-uninitialized)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CORRIDOR_SANITIZE MATCHES "thread")
    # g++ warns about std::atomic_thread_fence inside library headers.
    add_compile_options(-Wno-tsan)
  endif()
endif()
if(CORRIDOR_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(CORRIDOR_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
  add_custom_target(
    coverage
    COMMAND gcovr --root "${PROJECT_SOURCE_DIR}" --filter "${PROJECT_SOURCE_DIR}/engine/"
            --exclude-throw-branches --print-summary --html-details
            "${CMAKE_BINARY_DIR}/coverage.html" "${CMAKE_BINARY_DIR}"
    COMMENT "Reading what the tests executed"
    VERBATIM)
endif()

add_library(corridor_warnings INTERFACE)
if(CORRIDOR_DEVELOPER)
  target_compile_options(
    corridor_warnings
    INTERFACE -Werror
              -Wall
              -Wextra
              -Wpedantic
              -Wshadow
              -Wconversion
              -Wsign-conversion
              -Wold-style-cast
              -Wnon-virtual-dtor
              -Woverloaded-virtual
              -Wformat=2
              -Wcast-qual
              -Wno-missing-field-initializers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(corridor_warnings INTERFACE -Wduplicated-cond -Wduplicated-branches
                                                       -Wlogical-op -Wuseless-cast)
  endif()
endif()

# C++20 with warnings as errors, for our own code only: targets opt in by linking baize_language.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # Paths relative to the build folder, so that a second clone finds what the first one compiled.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=/ CCACHE_NOHASHDIR=1 CCACHE_ABSSTDERR=1 ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_library(baize_language INTERFACE)
target_compile_options(baize_language INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# GCC 12 sees overlaps that are not there in "text" + string (GCC bug 105651), and reads of an optional's value where the
# optional is empty (GCC bug 80635).
target_compile_options(baize_language INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>)

# What -Wconversion means in GCC's C++: clang would count changes of sign, too.
target_compile_options(baize_language INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>)

set(BAIZE_SANITIZE "" CACHE STRING "address: with AddressSanitizer and UndefinedBehaviorSanitizer; thread: with ThreadSanitizer")
if(BAIZE_SANITIZE STREQUAL "address")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(BAIZE_SANITIZE STREQUAL "thread")
  # GCC warns of every atomic_thread_fence, which ThreadSanitizer does not see; Asio has some.
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  add_link_options(-fsanitize=thread)
elseif(BAIZE_SANITIZE)
  message(FATAL_ERROR "BAIZE_SANITIZE is 'address', 'thread' or nothing, and not '${BAIZE_SANITIZE}'")
endif()
option(BAIZE_FUZZ "Build the libFuzzer targets instead of the server and its tests; needs clang" OFF)
if(BAIZE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(EMSCRIPTEN)
  add_compile_options(-fwasm-exceptions)
  add_link_options(-fwasm-exceptions)
endif()

# baize::sodium for wasm: the portable C of Debian's libsodium source, all of it, so that <sodium.h> means the same on
# both sides. The linker keeps what is called, and sodium_init() calls nearly everything: a client that only wants random
# bytes calls randombytes_stir() once instead.
include(Sources)
baize_source_folder(SODIUM_DIR libsodium)

set(sodium_source ${SODIUM_DIR}/src/libsodium)
set(sodium_headers ${CMAKE_BINARY_DIR}/packages/sodium)
file(COPY ${sodium_source}/include/ DESTINATION ${sodium_headers} FILES_MATCHING PATTERN *.h)

# What configure would fill in: the numbers stand in configure.ac.
file(STRINGS ${SODIUM_DIR}/configure.ac configure_lines REGEX "^(AC_INIT|SODIUM_LIBRARY_VERSION_M)")
string(REGEX MATCH "\\[([0-9.]+)\\]" unused "${configure_lines}")
set(VERSION ${CMAKE_MATCH_1})
string(REGEX MATCH "_MAJOR=([0-9]+)" unused "${configure_lines}")
set(SODIUM_LIBRARY_VERSION_MAJOR ${CMAKE_MATCH_1})
string(REGEX MATCH "_MINOR=([0-9]+)" unused "${configure_lines}")
set(SODIUM_LIBRARY_VERSION_MINOR ${CMAKE_MATCH_1})
set(SODIUM_LIBRARY_MINIMAL_DEF "")
configure_file(${sodium_source}/include/sodium/version.h.in ${sodium_headers}/sodium/version.h @ONLY)

# Emscripten has its own source of random bytes, compiled into randombytes.c.
file(GLOB_RECURSE sodium_files ${sodium_source}/*.c)
list(FILTER sodium_files EXCLUDE REGEX "/randombytes/(internal|sysrandom)/")
add_library(baize_sodium STATIC ${sodium_files})
add_library(baize::sodium ALIAS baize_sodium)
target_include_directories(baize_sodium SYSTEM PUBLIC ${sodium_headers})
target_include_directories(baize_sodium PRIVATE ${sodium_headers}/sodium)
target_compile_definitions(baize_sodium PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1)
target_compile_options(baize_sodium PRIVATE -w)

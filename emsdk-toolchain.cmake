# The WebAssembly toolchain: the Emscripten of $EMSDK when that is set, else the system's. The project needs nothing
# more than this file to cross-compile.
if(DEFINED ENV{EMSDK})
  set(emscripten_root $ENV{EMSDK}/upstream/emscripten)
else()
  set(emscripten_root /usr/share/emscripten)
endif()
if(NOT EXISTS ${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
  message(FATAL_ERROR "No Emscripten at ${emscripten_root}: install the package emscripten or set EMSDK")
endif()
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

# Debian keeps the node modules that Emscripten's JS optimiser needs (acorn) where node does not look by itself.
if(NOT DEFINED ENV{EMSDK})
  foreach(language C CXX)
    set(CMAKE_${language}_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
  endforeach()
endif()

# Tests run under node. Without fetch it takes the file-system path to the .wasm beside the script.
set(CMAKE_CROSSCOMPILING_EMULATOR node --no-experimental-fetch)

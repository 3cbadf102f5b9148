# Libraries compiled from source: SODIUM_DIR and IMGUI_DIR, from the cache or the environment, else where
# tools/fetch-sources puts them.
function(baize_source_folder variable name)
  if(DEFINED ENV{${variable}})
    set(folder $ENV{${variable}})
  else()
    set(folder ${CMAKE_SOURCE_DIR}/packages/${name})
  endif()
  set(${variable} ${folder} CACHE PATH "The source of ${name}")
  if(NOT IS_DIRECTORY ${${variable}})
    message(FATAL_ERROR "No source of ${name} at ${${variable}}: run tools/fetch-sources")
  endif()
endfunction()

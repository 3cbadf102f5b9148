# A room is one folder and one static library `baize_<room>`. Its headers are included as "<room>/<file>.h" through a
# folder of links in the build tree that holds this room alone, so an include that the link targets do not allow does
# not compile: the stairs of docs/architecture.md are held by the build, not by good will.
#
#   baize_room(cards BELOW core)
#
# BELOW lists the rooms whose headers this one may include; PACKAGES the targets of Dependencies.cmake it needs.
function(baize_room room)
  cmake_parse_arguments(arg "" "" "BELOW;PACKAGES" ${ARGN})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${room})
  set(door ${CMAKE_BINARY_DIR}/rooms/${room})
  file(MAKE_DIRECTORY ${door})
  file(CREATE_LINK ${folder} ${door}/${room} SYMBOLIC)

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  list(TRANSFORM arg_BELOW PREPEND baize_)
  if(sources)
    add_library(baize_${room} STATIC ${sources})
    set(reach PUBLIC)
    target_link_libraries(baize_${room} PRIVATE baize_language)
  else()
    add_library(baize_${room} INTERFACE)
    set(reach INTERFACE)
  endif()
  target_include_directories(baize_${room} ${reach} ${door})
  target_link_libraries(baize_${room} ${reach} ${arg_BELOW} ${arg_PACKAGES})
endfunction()

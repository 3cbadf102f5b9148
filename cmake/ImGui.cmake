# baize::imgui for wasm: Dear ImGui, the parts that the client uses. Input and window are ours (web/platform), and so is
# the drawing with WebGL (web/paint). The settings are public: whoever includes imgui.h must see the ones it was compiled
# with.
include(Sources)
baize_source_folder(IMGUI_DIR imgui)

add_library(
  baize_imgui STATIC
  ${IMGUI_DIR}/imgui.cpp
  ${IMGUI_DIR}/imgui_draw.cpp
  ${IMGUI_DIR}/imgui_tables.cpp
  ${IMGUI_DIR}/imgui_widgets.cpp)
add_library(baize::imgui ALIAS baize_imgui)
target_include_directories(baize_imgui SYSTEM PUBLIC ${IMGUI_DIR})
target_compile_definitions(
  baize_imgui
  PUBLIC IMGUI_DISABLE_DEMO_WINDOWS
         IMGUI_DISABLE_DEBUG_TOOLS
         IMGUI_DISABLE_DEFAULT_FONT
         IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
         IMGUI_DISABLE_FILE_FUNCTIONS
         IMGUI_DISABLE_OBSOLETE_FUNCTIONS
         ImDrawIdx=unsigned) # a table with all its cards has more than 65,536 vertices
target_compile_options(baize_imgui PRIVATE -w)

# The fonts of assets/fonts.toml, cut at build time. baize::font_advances gives both sides <font_advances.h>, the table
# that texts are measured with; BAIZE_FONTS are the files that the web bundle carries.
# Debian's own Python, because that is the one which Debian's fonttools belong to.
find_program(BAIZE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

set(font_folder ${CMAKE_BINARY_DIR}/fonts)
set(BAIZE_FONTS ${font_folder}/regular.ttf ${font_folder}/bold.ttf)
set(font_header ${font_folder}/include/font_advances.h)
add_custom_command(
  OUTPUT ${font_header} ${BAIZE_FONTS}
  COMMAND ${BAIZE_PYTHON} ${CMAKE_SOURCE_DIR}/tools/subset_fonts.py ${CMAKE_SOURCE_DIR}/assets/fonts.toml ${font_folder}
          ${font_header}
  DEPENDS ${CMAKE_SOURCE_DIR}/tools/subset_fonts.py ${CMAKE_SOURCE_DIR}/assets/fonts.toml
  COMMENT "Cutting the fonts"
  VERBATIM)
add_custom_target(baize_fonts DEPENDS ${font_header} ${BAIZE_FONTS})

add_library(baize_font_advances INTERFACE)
add_library(baize::font_advances ALIAS baize_font_advances)
add_dependencies(baize_font_advances baize_fonts)
target_include_directories(baize_font_advances INTERFACE ${font_folder}/include)

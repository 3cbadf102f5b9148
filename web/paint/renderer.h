// Renderer: puts ImGui's triangles and glyph textures on the canvas. It asks WebGL for nothing, because every question
// waits for the graphics process (ImGui's own back end asks some twenty a frame), and draws nothing when the picture is
// the one that is seen already. Works with WebGL 2 and 1 alike.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

namespace baize::web::paint {

class Renderer {
 public:
  /// Makes its program and buffers in the context that is current.
  void start();

  /// The context came back empty: everything is made again, the textures at their next use.
  void restart();

  void draw(const ImDrawData& data);

 private:
  void update_texture(ImTextureData& texture);
  void create_texture(ImTextureData& texture);
  void write_rect(ImTextureData& texture, const ImTextureRect& rect);
  void begin(const ImDrawData& data) const;
  void draw_list(const ImDrawList& list, const ImDrawData& data) const;

  unsigned program_ = 0;
  unsigned vertices_ = 0;
  unsigned indices_ = 0;
  int stage_ = -1;          // uniform: size of the stage
  int white_ = -1;          // uniform: where the glyph texture is white
  std::uint64_t seen_ = 0;  // fingerprint of the picture on the canvas; 0: none
  std::vector<unsigned char> rows_;
};

}  // namespace baize::web::paint

#include "web/paint/renderer.h"

#include <GLES2/gl2.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace baize::web::paint {
namespace {

enum Attribute : unsigned { k_place, k_texel, k_colour };

constexpr const char* k_vertex_shader = R"(
uniform vec2 stage;
attribute vec2 place;
attribute vec2 texel;
attribute vec4 colour;
varying vec2 at;
varying vec4 tint;
void main() {
  at = texel;
  tint = colour;
  gl_Position = vec4(place.x * 2.0 / stage.x - 1.0, 1.0 - place.y * 2.0 / stage.y, 0.0, 1.0);
})";

// Texture coordinates need more than the 10 bits that phones give mediump. Plain areas all point at one white texel and
// need no look into the texture: where there is no graphics card, that look is most of a picture's cost.
constexpr const char* k_fragment_shader = R"(
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
uniform sampler2D glyphs;
uniform vec2 white;
varying vec2 at;
varying vec4 tint;
void main() {
  vec2 away = abs(at - white);
  gl_FragColor = tint;
  if (away.x + away.y > 0.00001) gl_FragColor = tint * texture2D(glyphs, at);
})";

GLuint compiled(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

/// Mixes in a block of whole words; the multiplier is the 64-bit golden ratio.
void mix_in(std::uint64_t& hash, const void* bytes, int size) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  for (int i = 0; i + 4 <= size; i += 4) {
    std::uint32_t word = 0;
    std::memcpy(&word, at + i, sizeof word);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29U;
  }
}

std::uint64_t fingerprint(const ImDrawData& data) {
  std::uint64_t hash = 1;
  mix_in(hash, &data.DisplaySize, sizeof data.DisplaySize);
  mix_in(hash, &data.FramebufferScale, sizeof data.FramebufferScale);
  for (const ImDrawList* list : data.CmdLists) {
    mix_in(hash, list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes());
    mix_in(hash, list->IdxBuffer.Data, list->IdxBuffer.size_in_bytes());
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const auto texture = static_cast<std::uint32_t>(command.GetTexID());
      mix_in(hash, &command.ClipRect, sizeof command.ClipRect);
      mix_in(hash, &texture, sizeof texture);
      mix_in(hash, &command.ElemCount, sizeof command.ElemCount);
    }
  }
  return hash;
}

GLuint name_of(ImTextureID id) { return static_cast<GLuint>(id); }

}  // namespace

void Renderer::start() {
  program_ = glCreateProgram();
  glAttachShader(program_, compiled(GL_VERTEX_SHADER, k_vertex_shader));
  glAttachShader(program_, compiled(GL_FRAGMENT_SHADER, k_fragment_shader));
  glBindAttribLocation(program_, k_place, "place");
  glBindAttribLocation(program_, k_texel, "texel");
  glBindAttribLocation(program_, k_colour, "colour");
  glLinkProgram(program_);
  stage_ = glGetUniformLocation(program_, "stage");
  white_ = glGetUniformLocation(program_, "white");
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  ImGuiIO& io = ImGui::GetIO();
  io.BackendRendererName = "baize";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

void Renderer::restart() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);  // ImGui wants it created again
  }
  seen_ = 0;
  start();
}

void Renderer::create_texture(ImTextureData& texture) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               texture.GetPixels());
  texture.SetTexID(name);
}

/// OpenGL ES 2 takes a part of a picture only when its rows follow one another without gaps.
void Renderer::write_rect(ImTextureData& texture, const ImTextureRect& rect) {
  const std::size_t row = static_cast<std::size_t>(rect.w) * static_cast<std::size_t>(texture.BytesPerPixel);
  rows_.resize(row * rect.h);
  for (int y = 0; y < rect.h; ++y) {
    std::memcpy(rows_.data() + row * static_cast<std::size_t>(y), texture.GetPixelsAt(rect.x, rect.y + y), row);
  }
  glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.w, rect.h, GL_RGBA, GL_UNSIGNED_BYTE, rows_.data());
}

void Renderer::update_texture(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      create_texture(texture);
      return texture.SetStatus(ImTextureStatus_OK);
    case ImTextureStatus_WantUpdates:
      glBindTexture(GL_TEXTURE_2D, name_of(texture.TexID));
      for (const ImTextureRect& rect : texture.Updates) write_rect(texture, rect);
      return texture.SetStatus(ImTextureStatus_OK);
    case ImTextureStatus_WantDestroy: {
      if (texture.UnusedFrames == 0) return;
      const GLuint name = name_of(texture.TexID);
      glDeleteTextures(1, &name);
      texture.SetTexID(ImTextureID_Invalid);
      return texture.SetStatus(ImTextureStatus_Destroyed);
    }
    default:
      return;
  }
}

void Renderer::begin(const ImDrawData& data) const {
  glViewport(0, 0, static_cast<int>(std::lround(data.DisplaySize.x * data.FramebufferScale.x)),
             static_cast<int>(std::lround(data.DisplaySize.y * data.FramebufferScale.y)));
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  glUseProgram(program_);
  glUniform2f(stage_, data.DisplaySize.x, data.DisplaySize.y);
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  glUniform2f(white_, white.x, white.y);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (const unsigned attribute : {k_place, k_texel, k_colour}) glEnableVertexAttribArray(attribute);
  constexpr GLsizei stride = sizeof(ImDrawVert);
  glVertexAttribPointer(k_place, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(k_texel, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(k_colour, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(ImDrawVert, col)));
}

void Renderer::draw_list(const ImDrawList& list, const ImDrawData& data) const {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  const ImVec2 scale = data.FramebufferScale;
  const float height = data.DisplaySize.y * scale.y;
  static_assert(sizeof(ImDrawIdx) == 4);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    const int left = std::max(0, static_cast<int>(std::lround(clip.x * scale.x)));
    const int bottom = std::max(0, static_cast<int>(std::lround(height - clip.w * scale.y)));
    const int right = static_cast<int>(std::lround(clip.z * scale.x));
    const int top = static_cast<int>(std::lround(height - clip.y * scale.y));
    if (right <= left || top <= bottom || command.ElemCount == 0) continue;
    glScissor(left, bottom, right - left, top - bottom);
    glBindTexture(GL_TEXTURE_2D, name_of(command.GetTexID()));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                   offset(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

void Renderer::draw(const ImDrawData& data) {
  if (data.Textures != nullptr) {
    for (ImTextureData* texture : *data.Textures) update_texture(*texture);
  }
  if (data.DisplaySize.x <= 0 || data.DisplaySize.y <= 0) return;
  const std::uint64_t picture = fingerprint(data);
  if (picture == seen_) return;  // the canvas keeps what it shows
  seen_ = picture;
  begin(data);
  for (const ImDrawList* list : data.CmdLists) draw_list(*list, data);
}

}  // namespace baize::web::paint

#include "web/paint/fonts.h"

#include <array>

#include "core/check.h"
#include "web/platform/assets.h"

namespace baize::web::paint {
namespace {

constexpr float k_no_limit = 1e6F;

std::array<ImFont*, 2> faces{};

ImFont* load(const char* path) {
  const std::span<const unsigned char> bytes = platform::asset(path);
  core::check(!bytes.empty(), "the bundle has its fonts");
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = -1;  // negative: sizes are those of the em square, as in CSS and in the table of advances
  // ImGui multiplies the limits of advances by size over SizePixels, so with a negative one they change sides.
  config.GlyphMinAdvanceX = k_no_limit;
  config.GlyphMaxAdvanceX = -k_no_limit;
  config.FontData = const_cast<unsigned char*>(bytes.data());  // only read
  config.FontDataSize = static_cast<int>(bytes.size());
  return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

void load_fonts() {
  faces[0] = load("fonts/regular.ttf");
  faces[1] = load("fonts/bold.ttf");
}

void set_font_density(float pixel_ratio) {
  // ImGui follows by itself only with the font that is pushed.
  for (ImFont* face : faces) face->CurrentRasterizerDensity = pixel_ratio;
}

ImFont* font(scene::Weight weight) { return faces[weight == scene::Weight::bold ? 1 : 0]; }

float ascent(scene::Weight weight, float size) { return font(weight)->GetFontBaked(size)->Ascent; }

}  // namespace baize::web::paint

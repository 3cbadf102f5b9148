#include "web/controls/tooltip.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "web/paint/canvas_brush.h"
#include "web/paint/picture.h"
#include "web/paint/text.h"
#include "web/platform/canvas.h"
#include "web/platform/frame_loop.h"
#include "web/platform/input.h"
#include "web/semantics/semantics.h"

namespace baize::web::controls {
namespace {

constexpr double k_rest = 450;  // ms
constexpr float k_widest = 280;

struct Offer {
  Rect rect;
  std::string text;
};

struct Tooltips {
  Offer offer;  // of this frame
  Rect rested_on;
  double since = 0;
};

Tooltips& tooltips() {
  static Tooltips only;
  return only;
}

Rect place_for(const Rect& owner, Size size) {
  const platform::Viewport& view = platform::viewport();
  const float left = std::clamp(owner.centre().x - size.width / 2, 6.0F, std::max(6.0F, view.width - size.width - 6));
  const bool above = owner.y > size.height + 12;
  return {left, above ? owner.y - size.height - 8 : owner.bottom() + 8, size.width, size.height};
}

void draw(const Offer& offer) {
  const paint::TextStyle style{.size = paint::k_text_small};
  const float widest = std::min(k_widest, platform::viewport().width - 36);
  const float width = std::min(widest, paint::text_width(offer.text, style) + 1);
  const Size size{width + 20, paint::paragraph_height(offer.text, width, style) + 14};
  const Rect box = place_for(offer.rect, size);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({platform::viewport().width, platform::viewport().height});
  ImGui::Begin("tooltip", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoSavedSettings);
  paint::CanvasBrush brush;
  brush.box(box.inset(-2), 10, paint::colour(Tint::shadow));
  brush.box(box, 8, paint::colour(Tint::plate_edge));
  brush.frame(box, 8, 1, paint::colour(Tint::ink_soft));
  paint::draw_paragraph(box.inset(10).moved(0, -3), offer.text, style);
  ImGui::End();
}

}  // namespace

void offer_tooltip(const Rect& rect, const std::string& text) {
  const Rect seen = semantics::visible(rect);
  if (platform::touching() || seen.empty() || semantics::covered()) return;
  if (!ImGui::IsMouseHoveringRect({seen.x, seen.y}, {seen.right(), seen.bottom()})) return;
  tooltips().offer = {rect, text};
}

void draw_tooltip() {
  Tooltips& state = tooltips();
  const Offer offer = std::exchange(state.offer, {});
  if (offer.text.empty() || ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    state.since = 0;
    return;
  }
  if (state.since == 0 || !(offer.rect == state.rested_on)) {
    state.since = paint::frame_moment();
    state.rested_on = offer.rect;
  }
  if (paint::frame_moment() - state.since >= k_rest) {
    draw(offer);
  } else {
    platform::request_frame_at(state.since + k_rest);
  }
}

}  // namespace baize::web::controls

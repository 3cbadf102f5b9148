#include "web/paint/picture.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "web/paint/fonts.h"
#include "web/paint/renderer.h"
#include "web/platform/canvas.h"
#include "web/platform/frame_loop.h"

namespace baize::web::paint {
namespace {

constexpr double k_longest_step = 100;  // ms; after an idle hour nothing may jump
double moment = 0;

Renderer& renderer() {
  static Renderer only;
  return only;
}

void choose_style() {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.AntiAliasedLinesUseTex = false;  // its texture has one step a CSS pixel: blurred on dense screens
}

/// Curves and soft edges are made for the screen's own pixels.
void follow_density(float pixel_ratio) {
  ImGuiStyle& style = ImGui::GetStyle();
  style.CurveTessellationTol = 1.0F / pixel_ratio;
  style.CircleTessellationMaxError = 0.25F / pixel_ratio;
  ImGui::GetDrawListSharedData()->InitialFringeScale = 1.0F / pixel_ratio;
}

void open_root_window(const ImVec2& size) {
  constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                     ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("stage", nullptr, flags);
}

}  // namespace

void start_picture() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;  // the twins' CSS says which cursor
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  choose_style();
  load_fonts();
  renderer().start();
  platform::on_context_restored([] { renderer().restart(); });
}

void begin_picture(double now) {
  const platform::Viewport& view = platform::fit_canvas();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {view.width, view.height};
  io.DisplayFramebufferScale = {view.pixel_ratio, view.pixel_ratio};
  io.DeltaTime = static_cast<float>(std::clamp(now - moment, 1.0, k_longest_step) / 1000);
  moment = now;
  follow_density(view.pixel_ratio);
  ImGui::NewFrame();
  open_root_window(io.DisplaySize);
  set_font_density(view.pixel_ratio);
}

void end_picture() {
  ImGui::End();
  ImGui::Render();
  renderer().draw(*ImGui::GetDrawData());
  // The queue gives each frame one change of a button only; a quick click takes two.
  if (!GImGui->InputEventsQueue.empty()) platform::request_frame();
}

double frame_moment() { return moment; }

}  // namespace baize::web::paint

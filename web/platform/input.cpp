#include "web/platform/input.h"

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <cfloat>
#include <string_view>

#include "web/platform/frame_loop.h"

extern "C" {
void baize_listen_pointer();
int baize_keys_of_focus();
int baize_reduced_motion();
int baize_coarse_pointer();
}

namespace baize::web::platform {
namespace {

constexpr float k_wheel_line = 100;  // pixels of one ImGui wheel step
bool touch = false;

struct NamedKey {
  std::string_view name;  // KeyboardEvent.key
  ImGuiKey key;
};

constexpr NamedKey k_named_keys[] = {
    {"Enter", ImGuiKey_Enter},
    {"Escape", ImGuiKey_Escape},
    {" ", ImGuiKey_Space},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Backspace", ImGuiKey_Backspace},
    {"Delete", ImGuiKey_Delete},
    {"+", ImGuiKey_KeypadAdd},
    {"-", ImGuiKey_Minus},
    {"/", ImGuiKey_Slash},
    {"?", ImGuiKey_Slash},
    {",", ImGuiKey_Comma},
    {".", ImGuiKey_Period},
    {"Shift", ImGuiKey_LeftShift},
    {"Control", ImGuiKey_LeftCtrl},
    {"Alt", ImGuiKey_LeftAlt},
    {"Meta", ImGuiKey_LeftSuper},
};

/// By what the key writes, not by where it lies: "f" is fold on every keyboard layout.
ImGuiKey key_of(std::string_view name) {
  if (name.size() == 1) {
    const char c = name[0];
    if (c >= 'a' && c <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
    if (c >= 'A' && c <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
    if (c >= '0' && c <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
  }
  for (const NamedKey& entry : k_named_keys) {
    if (entry.name == name) return entry.key;
  }
  return ImGuiKey_None;
}

/// What is typed into a field is the field's, arrows on a slider are the slider's, and Enter and Space on a button are
/// the button's; Escape still closes what is open.
bool belongs_to_focus(ImGuiKey key) {
  if (key == ImGuiKey_Escape) return false;
  const int owner = baize_keys_of_focus();
  const bool letter = (key >= ImGuiKey_A && key <= ImGuiKey_Z) || (key >= ImGuiKey_0 && key <= ImGuiKey_9);
  const bool presses = key == ImGuiKey_Enter || key == ImGuiKey_KeypadEnter || key == ImGuiKey_Space;
  return owner == 1 || (owner == 2 && !letter) || (owner == 3 && presses);
}

EM_BOOL on_key(int type, const EmscriptenKeyboardEvent* event, void*) {
  const ImGuiKey key = key_of(event->key);
  const bool down = type == EMSCRIPTEN_EVENT_KEYDOWN;
  const bool chord = event->ctrlKey || event->metaKey || event->altKey;
  if (key == ImGuiKey_None || (down && chord) || (down && event->repeat)) return EM_FALSE;
  if (down && belongs_to_focus(key)) return EM_FALSE;
  ImGui::GetIO().AddKeyEvent(key, down);
  request_frame();
  return EM_FALSE;
}

EM_BOOL on_focus(int type, const EmscriptenFocusEvent*, void*) {
  ImGui::GetIO().AddFocusEvent(type == EMSCRIPTEN_EVENT_FOCUS);
  return EM_FALSE;
}

EM_BOOL on_wheel(int, const EmscriptenWheelEvent* event, void*) {
  if (event->mouse.ctrlKey) return EM_FALSE;  // the browser's zoom
  const double scale = event->deltaMode == DOM_DELTA_PIXEL ? 1 : event->deltaMode == DOM_DELTA_LINE ? 33 : 400;
  ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(-event->deltaX * scale) / k_wheel_line,
                                    static_cast<float>(-event->deltaY * scale) / k_wheel_line);
  request_frame();
  return EM_FALSE;
}

enum class PointerEvent { move, down, up, cancel, leave };

int imgui_button(int dom_button) { return dom_button == 1 ? 2 : dom_button == 2 ? 1 : dom_button; }

}  // namespace

void listen_to_input() {
  touch = baize_coarse_pointer() != 0;
  baize_listen_pointer();
  emscripten_set_keydown_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_TRUE, on_key);
  emscripten_set_keyup_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_TRUE, on_key);
  emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_FALSE, on_focus);
  emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_FALSE, on_focus);
  emscripten_set_wheel_callback("#stage", nullptr, EM_TRUE, on_wheel);
}

bool touching() { return touch; }

bool reduced_motion() { return baize_reduced_motion() != 0; }

/// `kind`: 0 mouse, 1 touch, 2 pen.
extern "C" EMSCRIPTEN_KEEPALIVE void baize_pointer(int what, float x, float y, int kind, int button) {
  ImGuiIO& io = ImGui::GetIO();
  const auto event = static_cast<PointerEvent>(what);
  touch = kind == 1;
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  const bool known_button = button >= 0 && button < ImGuiMouseButton_COUNT;
  if (event != PointerEvent::leave) io.AddMousePosEvent(x, y);
  if (event == PointerEvent::down && known_button) io.AddMouseButtonEvent(imgui_button(button), true);
  if (event == PointerEvent::up && known_button) io.AddMouseButtonEvent(imgui_button(button), false);
  if (event == PointerEvent::cancel) {
    // Released where nothing is, so that nothing counts as clicked.
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  }
  const bool gone = event == PointerEvent::leave || (event == PointerEvent::up && touch);
  if (gone) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  request_frame();
}

}  // namespace baize::web::platform

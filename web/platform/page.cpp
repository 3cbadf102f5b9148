#include "web/platform/page.h"

#include <emscripten/emscripten.h>

#include <utility>
#include <vector>

#include "web/platform/callbacks.h"
#include "web/platform/frame_loop.h"

extern "C" {
char* baize_route();
void baize_set_route(const char* text, int size, int push);
char* baize_address_of(const char* text, int size);
void baize_set_title(const char* text, int size);
void baize_set_language(const char* text, int size);
char* baize_languages();
char* baize_stored(const char* key, int size);
void baize_store(const char* key, int key_size, const char* value, int value_size);
void baize_forget(const char* key, int size);
void baize_copy(const char* text, int size);
void baize_save_file(const char* name, int name_size, const char* type, int type_size, const char* text, int size);
void baize_choose_file(const char* accept, int size);
void baize_reload();
int baize_notices();
void baize_ask_for_notices();
void baize_notify(const char* title, int title_size, const char* text, int size);
void baize_log(const char* text, int size);
int baize_visible();
int baize_online();
void baize_listen_page();
}

namespace baize::web::platform {
namespace {

template <class... Args>
using Listeners = std::vector<std::function<void(Args...)>>;

struct Page {
  Listeners<const std::string&> route;
  Listeners<bool> visibility;
  Listeners<bool> network;
  std::function<void(const ChosenFile&)> chosen;
  Page() { baize_listen_page(); }
};

Page& page() {
  static Page only;
  return only;
}

int length(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

std::string route() { return taken(baize_route()); }

void set_route(std::string_view route, History history) {
  baize_set_route(route.data(), length(route), history == History::push ? 1 : 0);
}

void on_route(std::function<void(const std::string&)> changed) { page().route.push_back(std::move(changed)); }

std::string address_of(std::string_view route) { return taken(baize_address_of(route.data(), length(route))); }

void set_title(std::string_view title) { baize_set_title(title.data(), length(title)); }

void set_language(std::string_view language) { baize_set_language(language.data(), length(language)); }

std::string preferred_languages() { return taken(baize_languages()); }

std::optional<std::string> stored(std::string_view key) {
  char* value = baize_stored(key.data(), length(key));
  if (value == nullptr) return std::nullopt;
  return taken(value);
}

void store(std::string_view key, std::string_view value) {
  baize_store(key.data(), length(key), value.data(), length(value));
}

void forget(std::string_view key) { baize_forget(key.data(), length(key)); }

void copy(std::string_view text) {
  page();
  baize_copy(text.data(), length(text));
}

void save_file(std::string_view name, std::string_view media_type, std::string_view text) {
  baize_save_file(name.data(), length(name), media_type.data(), length(media_type), text.data(), length(text));
}

void choose_file(std::string_view accept, std::function<void(const ChosenFile&)> then) {
  page().chosen = std::move(then);
  baize_choose_file(accept.data(), length(accept));
}

bool page_visible() { return baize_visible() != 0; }

void on_visibility(std::function<void(bool)> changed) { page().visibility.push_back(std::move(changed)); }

bool network_up() { return baize_online() != 0; }

void on_network(std::function<void(bool)> changed) { page().network.push_back(std::move(changed)); }

Notices notices() { return static_cast<Notices>(baize_notices()); }

void ask_for_notices() { baize_ask_for_notices(); }

void notify(std::string_view title, std::string_view text) {
  baize_notify(title.data(), length(title), text.data(), length(text));
}

void reload() { baize_reload(); }

void log_line(std::string_view line) { baize_log(line.data(), length(line)); }

extern "C" {
EMSCRIPTEN_KEEPALIVE void baize_route_changed() {
  const std::string now = route();
  for (const auto& listener : page().route) listener(now);
  request_frame();
}
EMSCRIPTEN_KEEPALIVE void baize_file_chosen(char* name, char* text) {
  const ChosenFile file{taken(name), taken(text)};
  if (const auto then = std::exchange(page().chosen, nullptr)) then(file);
  request_frame();
}
EMSCRIPTEN_KEEPALIVE void baize_visibility_changed() {
  for (const auto& listener : page().visibility) listener(page_visible());
  request_frame();
}
EMSCRIPTEN_KEEPALIVE void baize_network_changed(int up) {
  for (const auto& listener : page().network) listener(up != 0);
  request_frame();
}
}

}  // namespace baize::web::platform

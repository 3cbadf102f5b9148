// What the page is besides a picture: its address and route, title, language, stored settings, clipboard, whether it is
// seen and whether the network is up. Used by screens and by the wiring of the client; never by paint.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace baize::web::platform {

/// The route behind `#`, with its slash: "/table/7f3a" for `.../#/table/7f3a`, "" without one.
std::string route();
enum class History { push, replace };
void set_route(std::string_view route, History history = History::push);
/// Also called for back, forward and edits by hand; not for set_route.
void on_route(std::function<void(const std::string& route)> changed);
/// The address that opens this route in another browser (keeps `?server=`).
std::string address_of(std::string_view route);

void set_title(std::string_view title);
/// BCP 47 ("en", "de-AT"); screen readers choose their voice by it.
void set_language(std::string_view language);
/// The languages that the person prefers, best first, comma separated: "de-AT,de,en".
std::string preferred_languages();

/// localStorage; where it is refused, values live as long as the page. Keys are prefixed with "baize."; what belongs to
/// one server (tokens) must carry the server in its key.
std::optional<std::string> stored(std::string_view key);
void store(std::string_view key, std::string_view value);
void forget(std::string_view key);

/// Puts text on the clipboard; works only shortly after a click, key or touch. Also on plain http.
void copy(std::string_view text);

/// Gives the person a file to keep; works only shortly after a click, key or touch.
void save_file(std::string_view name, std::string_view media_type, std::string_view text);

/// Lets the person choose a file of theirs; works only shortly after a click, key or touch. `then` is called when one
/// was chosen and read, and never if none was; a later call takes the place of an earlier one.
struct ChosenFile {
  std::string name;  ///< "evening.json"
  std::string text;  ///< what stands in it, as UTF-8
};
void choose_file(std::string_view accept, std::function<void(const ChosenFile& file)> then);

bool page_visible();
void on_visibility(std::function<void(bool visible)> changed);
bool network_up();
void on_network(std::function<void(bool up)> changed);

/// Whether the system may show notices of this page while it is out of sight.
enum class Notices { never, ask, allowed };  ///< `never`: this browser can't, or this person does not want to
Notices notices();
/// Asks the person for it; works only shortly after a click, key or touch.
void ask_for_notices();
/// Shows one, where that is allowed; a newer one of the same title takes its place. A press on it brings the page back.
void notify(std::string_view title, std::string_view text);

/// Reloads the page, for example into a newer bundle.
void reload();

/// A line in the browser's console, for people who look for a fault.
void log_line(std::string_view line);

}  // namespace baize::web::platform

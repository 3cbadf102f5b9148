#include "protocol/older_spellings.h"

#include <array>
#include <string>

namespace baize::protocol {

namespace {

using core::Json;
using core::Reason;
using core::Result;

struct Spelling {
  std::string_view old;
  std::string_view now;
};

// {"type": old} without an "action".
constexpr std::array k_types = {
    Spelling{"spectate", "join-table"},
    Spelling{"Spectate", "join-table"},
    Spelling{"stop_spectating", "stop-spectating"},
    Spelling{"StopSpectating", "stop-spectating"},
    Spelling{"leave", "leave-table"},
    Spelling{"Leave", "leave-table"},
};

// {"type":"action","action": old} and {"type":"action","action":{"type": old}}.
constexpr std::array k_moves = {
    Spelling{"fold", "player-fold"},   Spelling{"check", "player-check"},   Spelling{"call", "player-call"},
    Spelling{"raise", "player-raise"}, Spelling{"all_in", "player-all-in"},
};

template <std::size_t N>
std::string_view today(const std::array<Spelling, N>& table, std::string_view old) {
  for (const Spelling& one : table)
    if (one.old == old) return one.now;
  return {};
}

std::string text_of(const Json& json, const char* field) {
  const auto found = json.find(field);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<void> modernise_move(Json& json) {
  auto& action = json["action"];
  std::string old;
  if (action.is_object()) {
    old = text_of(action, "type");
    if (const auto amount = action.find("amount"); amount != action.end()) {
      Json copied = *amount;
      json["amount"] = std::move(copied);
    }
  } else if (action.is_string()) {
    old = action.get<std::string>();
  }
  const std::string_view now = today(k_moves, old);
  if (now.empty()) return core::fail(Reason::unknown_action);
  json["action"] = now;
  return {};
}

}  // namespace

Result<void> modernise(Json& json) {
  const std::string type = text_of(json, "type");
  if (type.empty()) return {};
  if (type == "action") return modernise_move(json);
  if (json.contains("action")) return {};
  if (type == "join" || type == "Join")
    return core::fail(Reason::unknown_action,
                      "Seats are taken with POST /api/tables/{id}/join, or with \"take-seat\" here.");
  if (const std::string_view now = today(k_types, type); !now.empty()) json["action"] = now;
  return {};
}

}  // namespace baize::protocol

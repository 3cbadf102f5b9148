#include "rooms/priorities.h"

namespace baize::server {

namespace {

template <class Verb, class... Among>
constexpr bool k_among = (std::is_same_v<Verb, Among> || ...);

template <class Verb>
constexpr bool k_of_owner =
    k_among<Verb, protocol::AcceptPlayer, protocol::DenyPlayer, protocol::KickPlayer, protocol::UnbanPlayer,
            protocol::StartGame, protocol::PauseGame, protocol::ResumeGame, protocol::ResetGame,
            protocol::UpdateSettings, protocol::AddBot, protocol::RemoveBot, protocol::CloseTable>;
template <class Verb>
constexpr bool k_always_high = k_among<Verb, protocol::Ping, protocol::LeaveTable, protocol::RequestLeave>;
template <class Verb>
constexpr bool k_chat = k_among<Verb, protocol::SendMessage, protocol::SendLog>;

}  // namespace

Said said_by(const table::State& state, const core::Uuid& uuid, const protocol::ClientVerb& verb) {
  const table::Sitter* const sitter = table::sitter(state, uuid);
  const bool owner = state.owner == uuid;
  const Priority usual = sitter == nullptr && !owner ? Priority::low : Priority::normal;
  const auto* said = std::get_if<protocol::TableVerb>(&verb);
  if (said == nullptr) {
    const bool on_turn = sitter != nullptr && games::to_act(state.game) == sitter->seat;
    return {on_turn ? Priority::high : usual};
  }
  return std::visit(
      [&]<class Verb>(const Verb&) -> Said {
        if constexpr (k_chat<Verb>) return {Priority::low, true};
        if constexpr (k_always_high<Verb>) return {Priority::high};
        if constexpr (k_of_owner<Verb>) return {owner ? Priority::high : usual};
        // Whoever has lost the thread has to be able to take it up again.
        if constexpr (k_among<Verb, protocol::JoinTable>) return {Priority::normal};
        return {usual};
      },
      *said);
}

}  // namespace baize::server

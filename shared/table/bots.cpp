#include "table/bots.h"

#include <algorithm>
#include <array>

namespace baize::table {

namespace {

// By seat; none a player could not have.
constexpr std::array<std::string_view, core::k_max_seats> k_bot_names = {
    "Ada", "Blaise", "Carl", "Dorothy", "Emmy", "Fermat", "Grace", "Henri", "Ida", "Jacob"};

}  // namespace

core::Name bot_name(const State& state, Seat seat) {
  const auto taken = [&](std::string_view name) {
    return std::any_of(state.sitters.begin(), state.sitters.end(),
                       [&](const Sitter& one) { return one.username == name; });
  };
  for (std::size_t i = 0; i < k_bot_names.size(); ++i) {
    const auto name = k_bot_names[(static_cast<std::size_t>(seat) + i) % k_bot_names.size()];
    if (!taken(name)) return core::Name(name);
  }
  return core::Name("Bot " + std::to_string(seat + 1));
}

Uuid bot_uuid(const core::Entropy& entropy, Seat seat) {
  auto raw = core::derive(entropy, "bot", static_cast<std::uint64_t>(seat));
  raw.raw[6] = static_cast<std::uint8_t>((raw.raw[6] & 0x0f) | 0x80);
  raw.raw[8] = static_cast<std::uint8_t>((raw.raw[8] & 0x3f) | 0x80);
  std::string text = core::hex(raw.data(), 16);
  for (const std::size_t at : {20u, 16u, 12u, 8u}) text.insert(at, "-");
  return Uuid(text);
}

}  // namespace baize::table

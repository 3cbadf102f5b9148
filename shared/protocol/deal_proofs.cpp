#include "protocol/deal_proofs.h"

#include "core/check.h"

namespace baize::protocol {

namespace {

games::Viewer viewer(const table::State& state, const Uuid& uuid) {
  const table::Sitter* seated = uuid.empty() ? nullptr : table::sitter(state, uuid);
  return seated != nullptr ? games::Viewer(seated->seat) : std::nullopt;
}

}  // namespace

void DealProofs::follow(const table::Outcome& outcome) {
  if (outcome.tree) tree_ = outcome.tree;
}

CardProofs DealProofs::of(const table::State& state, std::uint64_t positions) {
  const cards::Deck* deck = games::deck(state.game);
  core::check(state.sealed.has_value() && deck != nullptr, "only fair deals have proofs");
  if (!tree_ || tree_->root() != state.sealed->root)
    tree_ = std::make_shared<const cards::fair::Tree>(*deck, state.sealed->seed);
  CardProofs proofs{state.sealed->hand, {}};
  for (std::uint8_t position = 0; position < deck->size(); ++position)
    if ((positions & cards::position_bit(position)) != 0) proofs.proofs.push_back(tree_->proof(position));
  return proofs;
}

std::vector<ServerMessage> DealProofs::standing(const table::State& state, const Uuid& uuid) {
  std::vector<ServerMessage> messages;
  if (state.sealed && games::deck(state.game) != nullptr) {
    messages.emplace_back(table::told(*state.sealed));
    if (const auto seen = games::seen(state.game, viewer(state, uuid)); seen != 0)
      messages.emplace_back(of(state, seen));
  }
  if (state.opened) messages.emplace_back(table::told(*state.opened));
  return messages;
}

std::vector<ServerMessage> announcements(const table::Outcome& outcome) {
  std::vector<ServerMessage> messages;
  for (const table::DealNews& news : outcome.deal_news)
    std::visit([&](const auto& one) { messages.emplace_back(one); }, news);
  return messages;
}

std::uint64_t newly_seen(const table::State& before, const table::State& after, const Uuid& uuid) {
  if (!after.sealed) return 0;
  const std::uint64_t seen = games::seen(after.game, viewer(after, uuid));
  const bool same_deal = before.sealed && before.sealed->hand == after.sealed->hand;
  return same_deal ? seen & ~games::seen(before.game, viewer(before, uuid)) : seen;
}

}  // namespace baize::protocol

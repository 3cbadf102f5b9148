#include "protocol/export.h"

#include "games/registry_hidden.h"

namespace baize::protocol {

namespace fair = cards::fair;

namespace {

// The proofs of the cards that a view of the whole hand shows.
std::vector<fair::Proof> proofs_for(const table::DealRecord& shown, const Uuid& viewer, const cards::Deck& deck,
                                    const fair::Tree& tree) {
  std::uint64_t positions = 0;
  const auto add = [&](std::size_t events) {
    const table::GameView view = table::replay_view(shown, viewer, events);
    for (const cards::Placed& one : games::placed(view.shared.value.public_, view.viewer.own.value, view.viewer.seat))
      for (std::size_t position = 0; position < deck.size(); ++position)
        if ((one.positions & cards::position_bit(position)) != 0 && deck[position] == one.card)
          positions |= cards::position_bit(position);
  };
  for (const games::ReplayStep& step : table::replay_steps(shown, viewer)) add(step.events);
  std::vector<fair::Proof> proofs;
  for (std::uint8_t position = 0; position < deck.size(); ++position)
    if ((positions & cards::position_bit(position)) != 0) proofs.push_back(tree.proof(position));
  return proofs;
}

// The table as it may be told with an opened hand: less other hands' cards and seeds.
table::State told_before(table::State state) {
  state.game = games::resample(state.game, std::nullopt, core::Entropy{});
  state.sealed.reset();
  state.next_seed.reset();
  state.bans.clear();
  return state;
}

// Less the seed of a deal to come.
table::Action told_action(table::Action action) {
  if (auto* tick = std::get_if<table::Tick>(&action.verb)) tick->entropy = {};
  if (auto* start = std::get_if<table::StartGame>(&action.verb)) start->entropy = {};
  return action;
}

}  // namespace

core::Result<void> HandCollector::take(const table::Action& action) {
  auto outcome = table::apply(state_, action);
  if (!outcome) return core::fail(std::move(outcome.error()));
  for (const table::DealNews& news : outcome->deal_news) {
    if (const auto* open = std::get_if<table::DealOpen>(&news)) open_ = *open;
    if (const auto* opened = std::get_if<table::DealOpened>(&news))
      for (Hand& hand : hands_) hand.opened = hand.opened || hand.record.start.number == opened->hand;
  }
  if (outcome->deal_began) {
    begin(*outcome, action);
  } else if (!hands_.empty()) {
    Hand& hand = hands_.back();
    if (!games::empty(outcome->game_events)) hand.record.ended_at = outcome->state.at;
    games::append(hand.record.events.value, outcome->game_events);
    hand.actions.push_back(told_action(action));
  }
  state_ = std::move(outcome->state);
  return {};
}

void HandCollector::begin(const table::Outcome& outcome, const table::Action& action) {
  Hand& hand = hands_.emplace_back();
  hand.record.table = state_.id;
  hand.record.name = state_.name;
  hand.record.settings = outcome.state.settings;
  hand.record.began_at = hand.record.ended_at = outcome.state.at;
  for (const table::Event& event : outcome.table_events)
    if (const auto* began = std::get_if<table::DealBegan>(&event)) hand.record.start = *began;
  hand.record.events.value = outcome.game_events;
  for (const table::DealNews& news : outcome.deal_news)
    if (const auto* sealed = std::get_if<table::DealSealed>(&news)) hand.sealed = *sealed;
  if (hand.sealed && outcome.state.sealed) hand.seed = outcome.state.sealed->seed;
  if (open_ && hand.sealed && open_->hand == hand.sealed->hand) hand.open = open_;
  hand.opened_before = state_.opened && hand.sealed && state_.opened->seed == hand.seed;
  hand.before = state_;
  hand.actions = {told_action(action)};
}

fair::Evidence HandCollector::evidence_of(const Hand& hand) {
  fair::Evidence told;
  told.hand = hand.sealed->hand;
  told.commitment = hand.sealed->commitment;
  told.parts = hand.sealed->parts;
  told.root = hand.sealed->root;
  if (hand.open) {
    told.frozen = hand.open->seats;
  } else {
    for (const fair::Part& part : told.parts) told.frozen.push_back({part.seat, part.last});
  }
  return told;
}

ExportedHand HandCollector::exported(const Hand& hand, const Uuid& viewer, bool opened) {
  const table::DealRecord shown = opened ? hand.record : table::shown(hand.record, viewer);
  ExportedHand exported;
  exported.number = shown.start.number;
  exported.began_at = shown.began_at;
  exported.ended_at = shown.ended_at;
  exported.start = shown.start;
  exported.events = shown.events;
  if (!hand.sealed) return exported;
  fair::Evidence told = evidence_of(hand);
  const auto key = fair::deal_key(shown.table.view(), told.hand, told.parts, told.commitment, hand.seed);
  const cards::Deck deck = cards::shuffled_deck(key);
  told.proofs = proofs_for(shown, viewer, deck, fair::Tree(deck, hand.seed));
  if (opened) {
    told.seed = hand.seed;
    if (hand.opened_before) exported.replay = ReplayableHand{told_before(hand.before), hand.actions};
  }
  exported.fair = std::move(told);
  return exported;
}

TableExport HandCollector::told(const Uuid& viewer, std::uint32_t from, bool closed) const {
  TableExport all;
  all.table = state_.id;
  all.name = state_.name;
  all.settings = state_.settings;
  all.rules = games::rules_of(state_.settings.game.value);
  all.closed = closed;
  all.viewer = viewer;
  const bool all_opened = all.closed && games::audit(state_.settings.game.value) == games::Audit::at_close;
  for (const Hand& hand : hands_)
    if (hand.record.start.number >= from && table::line_of(hand.record, {}))
      all.hands.push_back(exported(hand, viewer, hand.opened || all_opened));
  return all;
}

table::DealRecord record_of(const TableExport& table, const ExportedHand& hand) {
  table::DealRecord record;
  record.table = table.table;
  record.name = table.name;
  record.settings = table.settings;
  record.began_at = hand.began_at;
  record.ended_at = hand.ended_at;
  record.start = hand.start;
  record.events = hand.events;
  return record;
}

}  // namespace baize::protocol

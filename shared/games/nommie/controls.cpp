#include <algorithm>
#include <charconv>

#include "games/nommie/game.h"
#include "games/nommie/words.h"
#include "narration/words.h"

namespace baize::games::nommie {

using narration::number;

namespace {

template <class M>
Control control(std::string label, Ask ask) {
  Control control;
  control.action = M::k_tag.name;
  control.label = std::move(label);
  control.ask = ask;
  control.primary = true;
  return control;
}

std::string why_not(const LegalBid& legal, std::int32_t bid) {
  if (std::find(legal.forbidden.begin(), legal.forbidden.end(), bid) == legal.forbidden.end()) return {};
  if (bid == 0 && legal.zero_bid_locked) return "You bid 0 three times running";
  return "The bids would add up to the tricks";
}

Control bid_control(const LegalBid& legal) {
  Control control = nommie::control<Bid>("Bid", Ask::choice);
  for (std::int32_t bid = legal.min; bid <= legal.max; ++bid)
    control.options.push_back({number(bid), number(bid), why_not(legal, bid)});
  return control;
}

Control trump_control(const LegalTrump& legal) {
  Control control = nommie::control<NameTrump>("Trumps", Ask::choice);
  for (const Trump trump : legal.trumps) {
    std::string label = narration::sentence_case(std::string(trump_name(trump)));
    if (trump != Trump::no_trumps) label = std::string(trump_sign(trump)) + " " + label;
    control.options.push_back({std::string(core::enum_name(trump)), std::move(label), {}});
  }
  return control;
}

Control play_control(const LegalPlay& legal) {
  Control control = nommie::control<PlayCard>("Play a card", Ask::cards);
  control.cards.assign(legal.cards.begin(), legal.cards.end());
  return control;
}

// "last-card/12": of deal 12.
std::string last_card_id(const Public& shared) { return "last-card/" + std::to_string(shared.deal); }

tl::unexpected<core::Error> choose_one(std::string what) {
  return core::fail(core::Reason::invalid_field, std::move(what));
}

}  // namespace

std::vector<Control> Game::controls(const Public&, const Private& own) {
  if (const auto* bid = offered<LegalBid>(own)) return {bid_control(*bid)};
  if (const auto* trump = offered<LegalTrump>(own)) return {trump_control(*trump)};
  if (const auto* play = offered<LegalPlay>(own)) return {play_control(*play)};
  return {};
}

Result<Move> Game::answer(std::string_view action, const Answer& answer) {
  if (action == Bid::k_tag.name) {
    Bid bid;
    const char* end = answer.choice.data() + answer.choice.size();
    const auto read = std::from_chars(answer.choice.data(), end, bid.bid);
    if (read.ec != std::errc{} || read.ptr != end) return choose_one("Choose how many tricks you bid.");
    return bid;
  }
  if (action == NameTrump::k_tag.name) {
    const auto trump = core::enum_value<Trump>(answer.choice);
    if (!trump) return choose_one("Choose a suit or no trumps.");
    return NameTrump{*trump};
  }
  if (action == PlayCard::k_tag.name) {
    if (!answer.card) return choose_one("Choose one of your cards.");
    return PlayCard{*answer.card};
  }
  return core::fail(core::Reason::unknown_action);
}

std::vector<PreAction> Game::pre_actions(const Public& shared, const Private& own, Seat seat) {
  if (shared.phase != Phase::trick || shared.to_act == seat || own.hand.size() != 1) return {};
  return {{last_card_id(shared), "Play " + narration::card_sign(own.hand[0])}};
}

std::optional<Move> Game::pre_decided(const Public& shared, const Private& own, std::string_view id) {
  const auto* play = offered<LegalPlay>(own);
  if (play == nullptr || own.hand.size() != 1 || id != last_card_id(shared)) return std::nullopt;
  return PlayCard{own.hand[0]};
}

}  // namespace baize::games::nommie

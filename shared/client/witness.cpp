#include "client/witness.h"

#include <algorithm>

namespace baize::client {

namespace fair = cards::fair;

namespace {

const fair::Part* part_of(const std::vector<fair::Part>& parts, std::optional<Seat> seat) {
  for (const fair::Part& part : parts)
    if (part.seat == seat) return &part;
  return nullptr;
}

}  // namespace

Witness::Standing Witness::standing() const {
  if (!broken_because_.empty()) return Standing::broken;
  if (given_elsewhere_) return Standing::elsewhere;
  return deals_.empty() ? Standing::nothing_yet : Standing::unbroken;
}

std::vector<const fair::Evidence*> Witness::deals() const {
  std::vector<const fair::Evidence*> all;
  for (const Deal& deal : deals_) all.push_back(&deal.told);
  return all;
}

void Witness::saw(const table::GameView& view, TimeMs now) {
  take_place(view);
  view_hand_ = games::deal_number(view.shared.value.public_);
  seen_ = games::placed(view.shared.value.public_, view.viewer.own.value, seat_);
  check_cards(now);
}

// The table and the seat that this is about; a chain begins with the seat.
void Witness::take_place(const table::GameView& view) {
  const table::PublicView& shared = view.shared.value;
  table_ = shared.table.id;
  audit_ = games::audit(shared.table.settings.game.value);
  if (view.viewer.seat == seat_) return;
  seat_ = view.viewer.seat;
  chain_.reset();
  given_elsewhere_.reset();
  if (seat_ && audit_) begin_chain(games::deal_number(shared.public_) + 1);
}

// A new chain, whose tip the house is told.
void Witness::begin_chain(std::uint64_t for_hand) {
  chain_.emplace(core::derive(secret_, "baize witness", chains_++));
  current_ = chain_->tip();
  known_ = false;
  given_elsewhere_.reset();
  offers_.push_back({for_hand, current_});
}

void Witness::deal_opened(const table::DealOpen& open, TimeMs now) {
  fair::Evidence told;
  told.hand = open.hand;
  told.commitment = open.commitment;
  told.frozen = open.seats;
  if (const Deal* sealed = find(open.hand); sealed != nullptr) {
    if (sealed->told.commitment != told.commitment || sealed->told.frozen != told.frozen)
      break_seal(open.hand, "The deal was opened again after its cards had been fixed.");
    return;
  }
  if (opening_ && opening_->told == told) {  // asked once more, after a lost connection or a restart
    if (opening_->given) offers_.push_back({open.hand, opening_->given->value});
    return;
  }
  const std::uint32_t before = opening_ && opening_->told.hand == open.hand ? opening_->again : 0;
  if (open.again > before) tally_.reopened += static_cast<int>(open.again - before);
  if (opening_ && opening_->given) spent_ = opening_->given->value;
  opening_ = Opening{std::move(told), open.again, now, std::nullopt};
  answer_opening(now);
}

// A value is given for one opening only: one that the house knew before it committed itself would be no surprise to it.
void Witness::answer_opening(TimeMs now) {
  if (!seat_) return;
  const std::uint64_t hand = opening_->told.hand;
  const auto& frozen = opening_->told.frozen;
  const auto own =
      std::find_if(frozen.begin(), frozen.end(), [&](const fair::Frozen& one) { return one.seat == seat_; });
  if (own == frozen.end() || own->last != current_) {
    // A later window of the same account began a chain of its own: two that give would only put each other out.
    if (own != frozen.end() && (known_ || given_elsewhere_)) {
      if (!given_elsewhere_) given_elsewhere_ = hand;
      known_ = false;
      return;
    }
    if (!chain_ || chain_->left() < fair::Chain::k_length)
      begin_chain(hand);
    else
      offers_.push_back({hand, current_});
    return;
  }
  known_ = true;
  given_elsewhere_.reset();
  if (chain_->left() == 0) return begin_chain(hand);
  current_ = chain_->next();
  opening_->given = Given{current_, now - opening_->at, true};
  offers_.push_back({hand, current_});
}

void Witness::deal_sealed(const table::DealSealed& sealed, TimeMs now) {
  const std::uint64_t hand = sealed.hand;
  if (const Deal* known = find(hand); known != nullptr) {
    const fair::Evidence& told = known->told;
    if (told.root != sealed.root || told.parts != sealed.parts || told.commitment != sealed.commitment)
      break_seal(hand, "The fingerprint of the deck changed while it was being played.");
    return;
  }
  Deal deal;
  deal.told.hand = hand;
  deal.told.commitment = sealed.commitment;
  deal.told.root = sealed.root;
  deal.told.parts = sealed.parts;
  if (opening_ && opening_->told.hand == hand) {
    deal.told.frozen = opening_->told.frozen;
    if (opening_->told.commitment != sealed.commitment)
      break_seal(hand, "The house exchanged its seed after the deal was opened.");
  } else {
    for (const fair::Part& part : sealed.parts) deal.told.frozen.push_back({part.seat, part.last});
  }
  if (std::string fault = fair::fault_in_parts(deal.told); !fault.empty()) break_seal(hand, std::move(fault));
  check_own_part(deal);
  for (const fair::Part& part : sealed.parts)
    if (!part.value) ++tally_.left_out[static_cast<std::size_t>(part.seat)];
  ++tally_.sealed;
  tally_.own_value += deal.own_value;
  draw_audit(deal, now);
  opening_.reset();
  deals_.push_back(std::move(deal));
  if (deals_.size() > k_most_deals) deals_.pop_front();
  check_cards(now);
}

void Witness::check_own_part(Deal& deal) {
  const fair::Part* own = part_of(deal.told.parts, seat_);
  const Given* given = opening_ && opening_->given ? &*opening_->given : nullptr;
  const std::uint64_t hand = deal.told.hand;
  if (given == nullptr) {
    const bool taken = own != nullptr && own->value && (known_ || own->value == spent_);
    if (taken) break_seal(hand, "The house dealt with a value for your seat that you had not given for this deal.");
    // The other window is gone, or asleep: this one gives again.
    if (given_elsewhere_ && own != nullptr && !own->value) return begin_chain(hand + 1);
    if (chain_ && !known_ && !given_elsewhere_) offers_.push_back({hand + 1, current_});
    return;
  }
  if (own != nullptr && own->value == given->value) {
    deal.own_value = true;
    return;
  }
  const bool in_time = given->link_held && given->after <= k_prompt_answer;
  if (in_time) break_seal(hand, "Your value was sent in time, and the house dealt without it.");
  begin_chain(hand + 1);
}

// Which hand of the sample is opened follows from the values of the hand after it.
void Witness::draw_audit(const Deal& next, TimeMs now) {
  if (deals_.empty() || audit_ != games::Audit::sample) return;
  Deal& last = deals_.back();
  if (last.told.hand + 1 != next.told.hand || last.told.seed) return;
  if (fair::audit_draws(last.told.hand, next.told.parts)) last.seed_due = now + k_proof_patience;
}

void Witness::cards_proven(const protocol::CardProofs& proven, TimeMs now) {
  Deal* deal = find(proven.hand);
  if (deal == nullptr) return;
  for (const fair::Proof& proof : proven.proofs) {
    if (std::string fault = fair::fault_in_proof(deal->told, proof); !fault.empty()) {
      break_seal(proven.hand, std::move(fault));
      continue;
    }
    auto& known = deal->told.proofs;
    if (std::find(known.begin(), known.end(), proof) != known.end()) continue;
    if (known.size() < cards::Card::k_count) known.push_back(proof);
    ++tally_.proofs;
  }
  check_cards(now);
}

void Witness::seed_opened(const table::DealOpened& opened) {
  Deal* deal = find(opened.hand);
  if (deal == nullptr || deal->told.seed == opened.seed) return;
  deal->told.seed = opened.seed;
  deal->seed_due.reset();
  std::string fault = fair::fault_in_opening(table_.view(), deal->told);
  if (!fault.empty()) return break_seal(opened.hand, std::move(fault));
  ++tally_.opened;
}

// Holds the cards of the newest view against the proofs of their deal. View and proofs may come in either order.
void Witness::check_cards(TimeMs now) {
  std::optional<fair::CardFault> fault;
  if (!seen_.empty()) {
    const Deal* deal = find(view_hand_);
    if (deal != nullptr)
      fault = fair::fault_in_cards(deal->told, seen_);
    else
      fault = fair::CardFault{"Cards were dealt without a seal.", true};
  }
  if (fault && !fault->unproven) break_seal(view_hand_, std::move(fault->sentence));
  if (!fault || !fault->unproven) {
    unproven_since_.reset();
    return;
  }
  unproven_ = std::move(fault->sentence);
  if (!unproven_since_) unproven_since_ = now;
}

void Witness::link_lost() {
  known_ = false;
  unproven_since_.reset();
  if (opening_ && opening_->given) opening_->given->link_held = false;
  for (Deal& deal : deals_) deal.seed_due.reset();
}

void Witness::advance(TimeMs now) {
  if (unproven_since_ && now - *unproven_since_ >= k_proof_patience) break_seal(view_hand_, unproven_);
  for (const Deal& deal : deals_)
    if (deal.seed_due && now >= *deal.seed_due)
      break_seal(deal.told.hand, "The draw named this deal to be opened, and the house kept its seed.");
}

std::optional<TimeMs> Witness::next_wake() const {
  if (standing() == Standing::broken) return std::nullopt;
  std::optional<TimeMs> wake;
  if (unproven_since_) wake = *unproven_since_ + k_proof_patience;
  for (const Deal& deal : deals_)
    if (deal.seed_due) wake = std::min(wake.value_or(*deal.seed_due), *deal.seed_due);
  return wake;
}

Witness::Deal* Witness::find(std::uint64_t hand) {
  for (auto deal = deals_.rbegin(); deal != deals_.rend(); ++deal)
    if (deal->told.hand == hand) return &*deal;
  return nullptr;
}

// The first thing that did not hold is the one to tell; it stays.
void Witness::break_seal(std::uint64_t hand, std::string because) {
  if (!broken_because_.empty()) return;
  broken_in_ = hand;
  broken_because_ = std::move(because);
}

}  // namespace baize::client

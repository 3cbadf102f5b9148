#include "client/table_session.h"

#include <algorithm>

#include "table/words.h"

namespace baize::client {

namespace {

constexpr std::string_view k_seed = protocol::ClientSeed::k_tag.name;

template <class Line>
void keep_newest(std::deque<Line>& lines) {
  while (lines.size() > k_most_lines) lines.pop_front();
}

bool same(const ChatLine& a, const protocol::NewMessage& b) {
  return a.uuid == b.uuid && a.at == b.timestamp && a.message == b.message;
}

}  // namespace

TableSession::TableSession(std::unique_ptr<Door> door, const core::Entropy& chance)
    : door_(std::move(door)), witness_(core::derive(chance, "witness", 0)), chance_(chance) {}

bool TableSession::advance(TimeMs now) {
  now_ = std::max(now_, now);
  const Link before = door_->link();
  door_->advance(now_);
  bool news = door_->link() != before;
  if (before == Link::open && news) witness_.link_lost();
  for (auto& message : door_->take()) {
    news = news || !std::holds_alternative<protocol::Pong>(message);
    absorb(std::move(message));
  }
  tell_polling();
  attend_turn();
  return attend_witness() || news;
}

std::optional<TimeMs> TableSession::next_wake() const {
  const auto door = door_->next_wake();
  const auto witness = witness_.next_wake();
  return door && witness ? std::min(*door, *witness) : door ? door : witness;
}

bool TableSession::attend_witness() {
  witness_.advance(now_);
  for (const Witness::Offer& offer : witness_.take_offers())
    send(protocol::TableVerb{protocol::ClientSeed{offer.hand, offer.value}}, std::string(k_seed));
  tell_elsewhere();
  if (told_broken_ || witness_.standing() != Witness::Standing::broken) return false;
  told_broken_ = true;
  const std::string deal(view_ ? games::deal_word(view_->shared.value.table.settings.game.value) : "deal");
  const std::string text =
      "The seal broke in " + deal + " " + std::to_string(witness_.broken_in()) + ": " + witness_.broken_because();
  note({text, text + " Do not trust the deals of this table.", now_ + clock_offset_, true});
  return true;
}

void TableSession::attend_turn() {
  if (!view_ || move_on_its_way()) return;
  const PreDecision::Outcome outcome = before_turn_.follow(*view_);
  if (outcome.move)
    if (const auto played = play(*outcome.move); !played)
      banners_.push_back({Banner::Tone::trouble, played.error().message});
  if (!outcome.lapsed.empty())
    banners_.push_back({Banner::Tone::news, "“" + outcome.lapsed + "” was unticked: it no longer fits."});
}

void TableSession::tell_polling() {
  const bool polls = door_->polls();
  if (std::exchange(told_polling_, polls) == polls || !polls) return;
  banners_.push_back({Banner::Tone::news, "There is no live connection: you can play, but chat and log have to wait."});
}

void TableSession::tell_elsewhere() {
  const bool elsewhere = witness_.given_elsewhere().has_value();
  if (std::exchange(told_elsewhere_, elsewhere) == elsewhere) return;
  const std::string text = elsewhere ? "Another window or device of yours now gives the values for your seat"
                                     : "This window gives the values for your seat again";
  note({text, text, now_ + clock_offset_});
}

bool TableSession::connected(const Uuid& uuid) const {
  if (door_->polls()) return true;  // nobody says who is there
  const auto& list = presence_.connected;
  return std::find(list.begin(), list.end(), uuid) != list.end();
}

std::string TableSession::name_of(const Uuid& uuid) const {
  const auto met = std::find_if(met_.begin(), met_.end(), [&](const Met& one) { return one.uuid == uuid; });
  return met != met_.end() ? met->name : "player " + std::string(uuid.view().substr(0, 8));
}

void TableSession::meet(const Uuid& uuid, std::string_view name) {
  const auto met = std::find_if(met_.begin(), met_.end(), [&](const Met& one) { return one.uuid == uuid; });
  if (met != met_.end()) {
    met->name = name;
    return;
  }
  met_.push_back({uuid, std::string(name)});
  keep_newest(met_);
}

narration::Names TableSession::names() const {
  narration::Names names;
  if (!view_) return names;
  for (const table::SeatView& one : view_->shared.value.seats) names.set(one.seat, std::string(one.username.view()));
  names.set_reader(view_->viewer.seat);
  return names;
}

core::Result<void> TableSession::play(const games::AnyMove& move) {
  if (!view_) return core::fail(core::Reason::not_seated);
  if (move_on_its_way()) return core::fail(core::Reason::too_many, "Your last move is still on its way.");
  if (auto fits = games::admissible(view_->viewer.own.value, move); !fits) return fits;
  send(move, "player");
  return {};
}

std::vector<games::PreAction> TableSession::pre_actions() const {
  return view_ ? PreDecision::offered(*view_) : std::vector<games::PreAction>{};
}

void TableSession::decide_before(std::string_view id) {
  if (view_) before_turn_.toggle(*view_, id);
}

void TableSession::ask(protocol::TableVerb verb) {
  std::string action = std::visit([](const auto& one) { return std::string(one.k_tag.name); }, verb);
  const bool may_repeat = action == protocol::SendMessage::k_tag.name || action == protocol::AddBot::k_tag.name;
  if (!may_repeat && on_its_way(action)) return;
  send(std::move(verb), std::move(action));
}

bool TableSession::on_its_way(std::string_view action) const {
  return std::any_of(sent_.begin(), sent_.end(), [&](const Sent& one) { return one.action == action; });
}

core::RequestId TableSession::next_id() {
  const auto unique = core::derive(chance_, "request", ids_++);
  return core::RequestId(core::hex(unique.data(), 12));
}

void TableSession::send(protocol::ClientVerb verb, std::string action) {
  protocol::ClientMessage message;
  const core::RequestId id = next_id();
  message.request_id = id;
  if (view_) message.version = view_->shared.value.version;
  message.verb = std::move(verb);
  sent_.push_back({id, std::move(action)});
  door_->send(message);
}

void TableSession::absorb(protocol::ServerMessage message) {
  std::visit([&](auto& one) { absorb(std::move(one)); }, message);
}

// Comes with each joining, so also when a connection was lost and found again.
void TableSession::absorb(protocol::UpdatePlayerUuid one) {
  uuid_ = one.uuid;
  witness_.link_lost();
}

void TableSession::absorb(protocol::UpdateGame one) {
  clock_offset_ = one.now - now_;
  // A view that was overtaken on the way shows the past; the newest one stands.
  if (view_ && one.version < view_->shared.value.version && one.game.viewer.uuid == view_->viewer.uuid) return;
  uuid_ = one.game.viewer.uuid;
  view_ = std::move(one.game);
  for (const table::SeatView& seat : view_->shared.value.seats)
    if (!seat.bot) meet(seat.uuid, seat.username.view());
  witness_.saw(*view_, now_);
}

void TableSession::absorb(protocol::GameEvent one) {
  const auto names = this->names();
  const TimeMs at = now_ + clock_offset_;
  for (const table::Event& event : one.table) {
    std::string text = table::words(event, uuid_);
    if (!text.empty()) note({text, text, at});
  }
  if (keeps_deals_) keep(one, at);
  for (const games::Told& told : games::told(one.events.value, names)) note({told.logged, told.spoken, at});
  if (!games::empty(one.events.value)) events_.push_back(std::move(one.events.value));
}

void TableSession::absorb(protocol::Notification one) {
  const auto tone = one.kind == protocol::Notice::your_turn  ? Banner::Tone::your_turn
                    : one.kind == protocol::Notice::time_low ? Banner::Tone::hurry
                                                             : Banner::Tone::news;
  banners_.push_back({tone, std::move(one.message), {}, true});
}

void TableSession::absorb(protocol::NewMessage one) {
  // A rejoin brings the last lines again.
  if (std::any_of(chat_.begin(), chat_.end(), [&](const ChatLine& line) { return same(line, one); })) return;
  meet(one.uuid, one.username);
  chat_.push_back({one.uuid, std::move(one.username), std::move(one.message), one.timestamp});
  keep_newest(chat_);
}

void TableSession::absorb(protocol::NewLog one) {
  const auto again = [&](const LogLine& line) { return line.at == one.timestamp && line.text == one.message; };
  if (std::any_of(log_.begin(), log_.end(), again)) return;
  log_.push_back({std::move(one.message), {}, one.timestamp});
  keep_newest(log_);
}

void TableSession::absorb(protocol::ErrorMessage one) {
  bool of_seed = false;
  if (one.request_id) {
    const auto of_it = [&](const Sent& sent) { return sent.id == *one.request_id; };
    const auto sent = std::find_if(sent_.begin(), sent_.end(), of_it);
    of_seed = sent != sent_.end() && sent->action == k_seed;
    std::erase_if(sent_, of_it);
  }
  // A value that came too late is the witness's business: the deal's parts show it.
  if (of_seed) return;
  banners_.push_back({Banner::Tone::trouble, std::move(one.message), one.reason});
}

void TableSession::absorb(protocol::Ack one) {
  std::erase_if(sent_, [&](const Sent& sent) { return sent.id == one.request_id; });
}

void TableSession::absorb(protocol::GamePaused) { banners_.push_back({Banner::Tone::news, "The table is paused."}); }

void TableSession::absorb(protocol::GameResumed) { banners_.push_back({Banner::Tone::news, "The game goes on."}); }

void TableSession::absorb(protocol::TableClosed one) { closed_because_ = std::move(one.reason); }

void TableSession::absorb(protocol::ServerRestarting) {
  banners_.push_back({Banner::Tone::news, "The server restarts and will be back in a moment."});
}

void TableSession::absorb(protocol::Presence one) { presence_ = std::move(one); }

void TableSession::absorb(protocol::Pong) {}

void TableSession::absorb(protocol::PendingPlayersUpdate one) { pending_players_ = std::move(one.payload); }

void TableSession::absorb(protocol::IsPendingPlayer) {}

void TableSession::absorb(protocol::Guest one) { guest_ = std::move(one); }

void TableSession::keep(const protocol::GameEvent& one, TimeMs at) {
  for (const table::Event& event : one.table) {
    const auto* began = std::get_if<table::DealBegan>(&event);
    if (began == nullptr || !view_) continue;
    const table::TableHeader& header = view_->shared.value.table;
    deals_.push_back({header.id, header.name, header.settings, at, at, *began, {one.events.value}});
    if (deals_.size() > k_most_deals) deals_.pop_front();
    return;
  }
  if (deals_.empty() || games::empty(one.events.value)) return;
  table::DealRecord& last = deals_.back();
  if (!table::line_of(last, uuid_)) last.ended_at = at;
  games::append(last.events.value, one.events.value);
}

void TableSession::note(LogLine line) {
  if (!line.text.empty()) log_.push_back(line);
  keep_newest(log_);
  news_.push_back(std::move(line));
}

}  // namespace baize::client

#include "load/player.h"

#include "client/api.h"
#include "client/remote_door.h"
#include "games/registry.h"
#include "protocol/binary_end.h"

namespace baize::bench {

namespace {

// After a refused command, before the next try: the server may have asked for patience.
constexpr Microseconds k_after_refusal = 500'000;

core::Entropy chance_of(std::uint64_t number) { return core::derive({}, "load player", number); }

// Binary views as what changed tell what happened, too: of that one in k_sample is handed on.
class SampledEnd final : public protocol::ClientEnd {
 public:
  protocol::Wire wire() const override { return end_.wire(); }
  std::string write(const protocol::ClientMessage& message) const override { return end_.write(message); }
  core::Result<void> read(std::string_view frame, std::vector<protocol::ServerMessage>& out) override {
    auto outcome = end_.read(frame, out);
    lost_ = end_.take_lost() || lost_;
    std::erase_if(out, [this](const protocol::ServerMessage& one) {
      return std::holds_alternative<protocol::GameEvent>(one) && ++events_ % k_sample != 0;
    });
    return outcome;
  }
  void begin() override { end_.begin(); }

 private:
  protocol::BinaryEnd end_;
  std::uint64_t events_ = 0;
};

std::unique_ptr<client::Door> door(client::Transport& transport, std::uint64_t number, const Field& field,
                                   bool narrow) {
  const bool binary = field.wire == protocol::Wire::cereal;
  // Most JSON messages are not read in full (glance.h), and a change builds on the view before it. Who stops reading
  // asks for what costs the server most.
  const bool changes = (binary || field.like_a_page) && !narrow;
  const auto views = changes ? client::Views::changes : client::Views::whole;
  return std::make_unique<client::RemoteDoor>(transport, chance_of(number), std::string(), client::Patience{},
                                              binary ? std::make_unique<SampledEnd>() : nullptr, views);
}

// The control for a roll of 0 to 99: mostly the primary one (check, call), sometimes the least raise, sometimes a fold
// where there is something to call.
const games::Control* choose(const std::vector<games::Control>& controls, int roll) {
  const games::Control* primary = nullptr;
  const games::Control* raise = nullptr;
  const games::Control* fold = nullptr;
  for (const games::Control& one : controls) {
    if (one.primary) primary = &one;
    if (one.dangerous || one.primary) continue;
    if (one.ask == games::Ask::amount) raise = &one;
    if (one.ask == games::Ask::nothing) fold = &one;
  }
  if (roll < 6 && raise != nullptr) return raise;
  if (roll > 90 && fold != nullptr) return fold;
  if (primary != nullptr) return primary;
  return controls.empty() ? nullptr : &controls.front();
}

games::Answer answer_to(const games::Control& control) {
  games::Answer answer;
  answer.amount = control.min;
  for (const games::Option& one : control.options)
    if (one.forbidden.empty()) answer.choice = one.value;
  if (!control.cards.empty()) answer.card = control.cards.front();
  return answer;
}

std::uint64_t& bytes_of(Glance::Kind kind, Figures::Received& received) {
  switch (kind) {
    case Glance::Kind::view:
    case Glance::Kind::event:
      return received.view_bytes;
    case Glance::Kind::ack:
    case Glance::Kind::error:
    case Glance::Kind::pong:
      return received.answer_bytes;
    case Glance::Kind::proof:
      return received.proof_bytes;
    case Glance::Kind::chat:
    case Glance::Kind::other:
      return received.other_bytes;
  }
  return received.other_bytes;
}

}  // namespace

Player::Player(const Field& field, Progress& progress, Progress& chat, std::optional<core::Seat> seat,
               std::uint64_t number)
    : field_(field),
      progress_(progress),
      chat_(chat),
      seat_(seat),
      transport_(field.context, field.site, *this),
      session_(door(transport_, number, field, !seat && field.narrow_spectators), chance_of(number)),
      chance_(static_cast<std::minstd_rand::result_type>(number + 1)) {
  if (!seat && field.narrow_spectators) transport_.narrow();
  if (field.like_a_page) transport_.deflate();
}

void Player::enter(const core::TableId& table, std::string token) {
  transport_.aim("/" + client::socket_path(table.view()), std::move(token));
  entered_ = true;
  advance();
}

void Player::advance() {
  if (entered_) session_.advance(wall_ms());
}

bool Player::heard(std::string_view text, protocol::Wire wire, std::uint64_t wire_bytes) {
  wire_ = wire;
  Figures& figures = field_.figures;
  const Glance seen = wire == protocol::Wire::cereal ? glance_at_binary(text) : glance(text);
  heard_ = seen.kind;
  bytes_of(seen.kind, since_view_) += wire_bytes;
  if (figures.measuring) {
    ++figures.messages;
    figures.bytes += text.size();
    figures.views += seen.kind == Glance::Kind::view;
  }
  bool needed = false;
  switch (seen.kind) {
    case Glance::Kind::view:
      needed = reads_all() || heard_view(seen) || field_.reads_views;
      break;
    case Glance::Kind::ack:
    case Glance::Kind::error:
      answered(seen.kind, text);
      needed = true;
      break;
    case Glance::Kind::event:
    case Glance::Kind::proof:  // a player gives its values, but checks no deal here
      break;
    case Glance::Kind::chat:
      ++figures.talk.chats_heard;
      if (seat_) chat_.seen(*seat_, ++chats_);
      break;
    case Glance::Kind::pong:
      heard_pong(text);
      needed = true;
      break;
    case Glance::Kind::other:
      needed = true;
      break;
  }
  if (!needed) needed = field_.like_a_page || ++others_ % k_sample == 0;
  if (needed && figures.measuring) ++figures.decoded;
  return needed;
}

bool Player::heard_view(const Glance& seen) {
  const bool first = !std::exchange(watching_, true);
  version_ = seen.version;
  seated_ = seen.seated;
  turn_ = seen.turn;
  if (seat_) progress_.seen(*seat_, seen.version);
  return first || seen.turn || (seat_ && !seen.seated);
}

void Player::answered(Glance::Kind kind, std::string_view text) {
  Figures& figures = field_.figures;
  if (kind == Glance::Kind::error) {
    ++figures.errors[reason_in(text, wire_)];
    if (move_under_way_ && played_) progress_.refused(*played_);
    played_.reset();
    if (!std::exchange(waits_for_pacer_, true)) field_.pacer.ready_later(*this, k_after_refusal);
  } else if (move_under_way_ && figures.measuring) {
    ++figures.actions;
  }
  move_under_way_ = false;
}

void Player::handed_on() {
  session_.advance(wall_ms());
  if (reads_all()) {
    if (heard_ == Glance::Kind::view) look();
  } else {
    compare();
  }
  if (!seat_ || !watching_ || waits_for_pacer_) return;
  if (!seated_) return heard_ == Glance::Kind::view ? take_seat() : void();
  if (!turn_ || played_ == version_ || session_.move_on_its_way()) return;
  waits_for_pacer_ = true;
  field_.pacer.ready(*this);
}

void Player::look() {
  const auto* view = session_.view();
  if (view == nullptr) return;
  const auto& shared = view->shared.value;
  Glance seen;
  seen.version = shared.version;
  seen.seated = view->viewer.seat.has_value();
  seen.turn = shared.deadline && !games::controls(shared.public_, view->viewer.own.value).empty();
  (void)heard_view(seen);
  weigh();
}

void Player::weigh() {
  const auto& shared = session_.view()->shared.value;
  const std::uint32_t deal = shared.deadline ? games::deal_number(shared.public_) : 0;
  if (field_.figures.measuring && deal != 0 && deal == weighed_deal_ && shared.version == weighed_version_ + 1) {
    auto& sum = field_.figures.within_deals;
    ++sum.views;
    sum.view_bytes += since_view_.view_bytes;
    sum.answer_bytes += since_view_.answer_bytes;
    sum.proof_bytes += since_view_.proof_bytes;
    sum.other_bytes += since_view_.other_bytes;
  }
  since_view_ = {};
  weighed_version_ = shared.version;
  weighed_deal_ = deal;
}

// The glance against the full reading.
void Player::compare() {
  const auto* view = session_.view();
  if (view == nullptr || view->shared.value.version != version_) return;
  const auto controls = games::controls(view->shared.value.public_, view->viewer.own.value);
  const bool turn = view->shared.value.deadline && !controls.empty();
  if (view->viewer.seat.has_value() != seated_ || turn != turn_) ++field_.figures.misread;
}

void Player::take_seat() {
  if (session_.on_its_way(protocol::TakeSeat::k_tag.name)) return;
  protocol::TakeSeat wanted;
  wanted.seatID = *seat_;
  wanted.buyIn = field_.buy_in;
  if (field_.figures.measuring) ++field_.figures.new_buy_ins;
  session_.ask(wanted);
}

void Player::act() {
  waits_for_pacer_ = false;
  if (!watching_ || field_.resting) return;
  if (!seated_) return take_seat();
  const auto* view = session_.view();
  if (!turn_ || view == nullptr || view->shared.value.version != version_) return;
  const auto& shared = view->shared.value.public_;
  const auto controls = games::controls(shared, view->viewer.own.value);
  const games::Control* control = choose(controls, std::uniform_int_distribution<int>(0, 99)(chance_));
  if (control == nullptr) return;
  const auto move = games::answer(shared, control->action, answer_to(*control));
  if (!move || !session_.play(*move)) {
    ++field_.figures.misread;
    return;
  }
  played_ = version_;
  move_under_way_ = true;
  progress_.moved(version_);
}

void Player::chat(std::uint64_t number) {
  ++field_.figures.talk.chats;
  chat_.moved(number);
  protocol::SendMessage said;
  said.message = "This is line " + std::to_string(number) + ", and it is as long as most.";
  session_.door().send({{}, {}, protocol::TableVerb{said}});
}

// With a time of the steady clock; the door's own pings have the wall's, which is later.
void Player::ping() {
  ++field_.figures.talk.pings;
  protocol::Ping ping;
  ping.t = steady_us();
  session_.door().send({{}, {}, protocol::TableVerb{ping}});
}

void Player::heard_pong(std::string_view frame) {
  const Microseconds now = steady_us();
  const auto sent = time_in(frame, wire_);
  if (!sent || *sent > now) return;
  ++field_.figures.talk.pongs;
  if (field_.figures.measuring) field_.figures.talk.pong_latencies.add(now - *sent);
}

void Player::cut() {
  was_cut_ = true;
  watching_ = false;
  transport_.break_off();
}

void Player::lost(std::uint16_t, std::string_view) {
  if (!std::exchange(was_cut_, false)) ++field_.figures.drops;
  move_under_way_ = false;
  watching_ = false;
}

}  // namespace baize::bench

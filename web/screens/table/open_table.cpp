#include "web/screens/table/open_table.h"

#include <algorithm>

#include "web/platform/clock.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"
#include "web/platform/sound.h"
#include "web/platform/timer.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using core::TimeMs;
using semantics::Urgency;

constexpr double k_banner_ms = 6000;
constexpr double k_trouble_ms = 9000;
constexpr std::size_t k_most_banners = 3;
constexpr TimeMs k_hurry_ms = 10'000;
constexpr int k_not_found = 404;

core::Entropy fresh_entropy() {
  core::Entropy entropy;
  platform::random_bytes(entropy.data(), entropy.size());
  return entropy;
}

}  // namespace

OpenTable::OpenTable(Account& account, const core::TableId& id, const std::string& passphrase)
    : account_(&account), id_(id) {
  transport_ = std::make_unique<SocketTransport>(
      account, std::string(id.view()),
      SocketTransport::Around{[this] { pump(); }, [this] { pump(); }, [this] { look_for_table(); }});
  auto door = std::make_unique<client::RemoteDoor>(*transport_, fresh_entropy(), passphrase);
  door->poll_where_blocked(std::string(id.view()), [this](const client::Call& call, client::Poller::Answer answer) {
    account_->send(call, lifeline_.guard([this, answer = std::move(answer)](const client::CallAnswer& got) {
      pump();
      answer(got);
      pump();
    }));
  });
  session_ = std::make_unique<client::TableSession>(std::move(door), fresh_entropy());
  network(platform::network_up());
}

OpenTable::OpenTable(const client::Practice& practice) : practice_(practice) {
  auto door = std::make_unique<client::LocalDoor>(practice, platform::wall_clock());
  session_ = std::make_unique<client::TableSession>(std::move(door), fresh_entropy());
  session_->keep_deals();
  pump();
}

OpenTable::~OpenTable() {
  platform::cancel(timer_);
  platform::cancel(warning_);
}

bool OpenTable::for_chips() const {
  return games::max_buy_in(view()->shared.value.table.settings.game.value) > core::Chips{0};
}

bool OpenTable::may_replace(const table::SeatView& seat) const {
  const auto& game = view()->shared.value.table.settings.game.value;
  return seat.bot && !for_chips() && games::stand_ins(game) && view()->viewer.role == table::Role::spectator;
}

std::optional<core::Seat> OpenTable::open_seat() const {
  const auto& shared = view()->shared.value;
  std::optional<core::Seat> of_bot;
  for (core::Seat seat = 0; seat < shared.table.settings.table.value.seats; ++seat) {
    const auto here = [seat](const auto& one) { return one.seat == seat; };
    const auto taken = std::find_if(shared.seats.begin(), shared.seats.end(), here);
    if (taken == shared.seats.end()) return seat;
    if (!of_bot && may_replace(*taken)) of_bot = seat;
  }
  return of_bot;
}

void OpenTable::play(const games::AnyMove& move) {
  trouble_.clear();
  if (const auto played = session_->play(move); !played) show(Tone::trouble, played.error().message);
  pump();
}

void OpenTable::ask(protocol::TableVerb verb) {
  trouble_.clear();
  session_->ask(std::move(verb));
  pump();
}

// Over requests alone it takes an account to say anything at a table.
void OpenTable::take_name(const std::string& name) {
  if (!session_->door().polls()) {
    protocol::NewPlayer named;
    named.username = name;
    return ask(named);
  }
  trouble_.clear();
  account_->sign_in_as_guest(name, lifeline_.guard([this](const std::string& sentence) {
    if (!sentence.empty()) show(Tone::trouble, sentence);
  }));
}

void OpenTable::decide_before(const std::string& id) {
  session_->decide_before(id);
  platform::request_frame();
}

void OpenTable::show(Tone tone, std::string text) {
  say(text, tone != Tone::news);
  if (tone == Tone::trouble) trouble_ = text;
  const double stays = tone == Tone::trouble ? k_trouble_ms : k_banner_ms;
  banners_.push_back({tone, std::move(text), platform::monotonic() + stays});
  if (banners_.size() > k_most_banners) banners_.pop_front();
  platform::request_frame();
}

void OpenTable::set_shown(bool shown) {
  if (std::exchange(shown_, shown) != shown && shown) put_title();
}

bool OpenTable::bound() const {
  if (view() == nullptr || missing_ || !session_->closed_because().empty()) return false;
  const bool ended = session_->door().link() == client::Link::ended;
  return !ended && view()->viewer.role != table::Role::spectator;
}

std::string OpenTable::name() const {
  return view() == nullptr ? "Table" : std::string(view()->shared.value.table.name.view());
}

void OpenTable::put_title() const {
  const bool broken = session_->witness().standing() == client::Witness::Standing::broken;
  const std::string first = broken ? "Seal broken" : my_turn_ ? "Your turn" : notice_;
  platform::set_title((first.empty() ? "" : first + " · ") + name() + " · Baize");
}

void OpenTable::say(const std::string& text, bool urgent) const {
  semantics::announce(shown_ ? text : name() + ": " + text, urgent ? Urgency::assertive : Urgency::polite);
}

void OpenTable::refresh() {
  session_->door().nudge(platform::wall_clock());
  ask(protocol::JoinTable{});
}

void OpenTable::page_seen() {
  notice_.clear();
  if (shown_) put_title();
  session_->door().nudge(platform::wall_clock());
  pump();
}

void OpenTable::network(bool up) {
  session_->door().set_online(up, platform::wall_clock());
  pump();
}

const std::deque<Banner>& OpenTable::banners(double now) {
  std::erase_if(banners_, [now](const Banner& one) { return one.until <= now; });
  for (const Banner& one : banners_) platform::request_frame_at(one.until);
  return banners_;
}

TimeMs OpenTable::now() const { return platform::wall_clock() + session_->clock_offset(); }

void OpenTable::pump() {
  if (session_->advance(platform::wall_clock())) {
    ++revision_;
    take_in();
    platform::request_frame();
  }
  platform::cancel(timer_);
  timer_ = 0;
  const auto wake = session_->next_wake();
  if (!wake) return;
  const auto wait = static_cast<double>(std::max<TimeMs>(0, *wake - platform::wall_clock()));
  timer_ = platform::after(wait, [this] { pump(); });
}

void OpenTable::take_in() {
  const table::GameView* seen = view();
  take_banners();
  for (const client::LogLine& line : session_->take_news()) {
    if (!line.spoken.empty() && (shown_ || line.urgent)) say(line.spoken, line.urgent);
    if (line.urgent) platform::play_sound(platform::Sound::warning);
  }
  session_->take_events();  // the picture shows what happened by what has changed in it
  if (const auto guest = session_->take_guest(); guest && account_ != nullptr) account_->adopt(*guest);
  if (seen == nullptr) return;
  refusal_.clear();
  const auto& shared = seen->shared.value.public_;
  const auto& own = seen->viewer.own.value;
  controls_ = games::controls(shared, own);
  pre_actions_ = session_->pre_actions();
  status_ = games::status(shared, own, session_->names());
  // Who merely may say something, how to come in perhaps, has no control that answers the decision.
  my_turn_ = std::any_of(controls_.begin(), controls_.end(), [](const games::Control& one) { return one.primary; });
  follow_seat();
  say_whose_turn();
  count_unread();
  if (practice()) keep_opponents();
}

void OpenTable::take_banners() {
  for (client::Banner& banner : session_->take_banners()) {
    // The bar, the title and say_whose_turn() say it better.
    if (banner.tone == Tone::your_turn) continue;
    // A dialog says what keeps the table from being shown.
    if (banner.tone == Tone::trouble && view() == nullptr && take_refusal(banner)) continue;
    if (!platform::page_visible()) platform::notify(name(), banner.text);
    if (banner.notice) notice(banner.text);
    show(banner.tone, std::move(banner.text));
  }
}

bool OpenTable::take_refusal(const client::Banner& banner) {
  refusal_ = banner.text;
  if (banner.reason != core::Reason::wrong_passphrase && banner.reason != core::Reason::not_seated) return false;
  refused_because_ = banner.reason;
  if (account_ != nullptr) look_for_table();
  return true;
}

// For ears, and for the tab's title until somebody looks.
void OpenTable::notice(const std::string& text) {
  platform::play_sound(platform::Sound::notice);
  if (platform::page_visible()) return;
  notice_ = text;
  put_title();
}

void OpenTable::say_whose_turn() {
  const std::uint64_t decision = view()->shared.value.decision;
  if (shown_) put_title();
  // A turn for which the player had decided is over already.
  if (!my_turn_ || told_decision_ == decision || session_->move_on_its_way()) return;
  told_decision_ = decision;
  say(status_, true);
  if (!platform::page_visible()) platform::notify(name(), status_);
  platform::play_sound(platform::Sound::turn);
  warn_in_time();
}

void OpenTable::warn_in_time() {
  platform::cancel(warning_);
  const auto deadline = view()->shared.value.deadline;
  if (!deadline || *deadline - now() <= k_hurry_ms) return;
  const auto wait = static_cast<double>(*deadline - now() - k_hurry_ms);
  warning_ = platform::after(wait, [this, decision = told_decision_] {
    if (!my_turn_ || view()->shared.value.decision != decision) return;
    say("10 seconds left", true);
    platform::play_sound(platform::Sound::warning);
  });
}

void OpenTable::follow_seat() {
  const auto seat = view()->viewer.seat;
  // With a seat chips leave the wallet, or come back to it.
  if (account_ != nullptr && seat.has_value() != seated_) account_->look_again();
  if (!seat) {
    went_broke_ = went_broke_ || (seated_ && last_stack_ == core::Chips{0});
    seated_ = false;
    return;
  }
  seated_ = true;
  went_broke_ = false;
  for (const table::SeatView& one : view()->shared.value.seats)
    if (one.seat == seat) last_stack_ = one.stack;
}

void OpenTable::count_unread() {
  // What was said before this page was opened is no news.
  if (!newest_line_) newest_line_ = now();
  for (const client::ChatLine& line : session_->chat()) {
    if (line.at <= *newest_line_) continue;
    newest_line_ = line.at;
    if (line.uuid == session_->uuid()) continue;
    ++unread_;
    if (shown_) semantics::announce(line.username + " says: " + line.message);
  }
}

void OpenTable::keep_opponents() {
  const auto& shared = view()->shared.value;
  const auto bots = std::count_if(shared.seats.begin(), shared.seats.end(), [](const auto& one) { return one.bot; });
  const auto kept_free = view()->viewer.seat ? 0 : 1;
  const auto free = shared.table.settings.table.value.seats - static_cast<std::int32_t>(shared.seats.size());
  // Once a version: a refused bot changes none.
  if (bots >= practice_->bots || free <= kept_free || std::exchange(bot_asked_at_, shared.version) == shared.version)
    return;
  protocol::AddBot bot;
  bot.strength = practice_->strength;
  ask(bot);
}

void OpenTable::look_for_table() {
  if (std::exchange(looking_, true)) return;
  account_->send(client::look_at_table(id_.view()), lifeline_.guard([this](const client::CallAnswer& answer) {
    looking_ = false;
    missing_ = answer.status == k_not_found;
    if (missing_) network(false);  // there is nothing to come back to
    if (auto summary = client::read_answer<protocol::TableSummary>(answer)) summary_ = std::move(*summary);
    platform::request_frame();
  }));
}

}  // namespace baize::web::screens

// One open table as its player has it: the newest view, what has been said, what has just happened and which commands
// are still on their way. It checks a move with the code that the server uses before it sends it, and never guesses
// ahead: only what the door brings changes the view. Screens, the command line and the load generator stand on it.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "client/door.h"
#include "client/pre_decision.h"
#include "client/witness.h"
#include "core/bytes.h"
#include "narration/words.h"
#include "table/history.h"

namespace baize::client {

using core::Uuid;

struct ChatLine {
  Uuid uuid;
  std::string username;
  std::string message;
  TimeMs at = 0;
};

// A line of the activity log. `spoken` is the terser form for the live region, empty where there is nothing to say.
struct LogLine {
  std::string text;
  std::string spoken;
  TimeMs at = 0;
  bool urgent = false;  // to be spoken at once
};

// Something for a banner: a notice of the server, or why a command was refused.
struct Banner {
  enum class Tone { news, your_turn, hurry, trouble };
  Tone tone = Tone::news;
  std::string text;
  std::optional<core::Reason> reason{};  // of a refusal
  bool notice = false;                   // the server wants the player to notice it at once
};

inline constexpr std::size_t k_most_lines = 200;  // of chat and of the log, the newest

class TableSession {
 public:
  // `chance`, from the system's generator, makes the request ids unique and the values that the seat gives to deals.
  TableSession(std::unique_ptr<Door> door, const core::Entropy& chance);

  // Lets time pass and takes in what has come. True if anything may look different now (an answered ping does not).
  bool advance(TimeMs now);
  std::optional<TimeMs> next_wake() const;
  Door& door() { return *door_; }
  const Door& door() const { return *door_; }

  // --- what is known ---
  const table::GameView* view() const { return view_ ? &*view_ : nullptr; }
  const Uuid& uuid() const { return uuid_; }
  const std::deque<ChatLine>& chat() const { return chat_; }
  const std::deque<LogLine>& log() const { return log_; }
  const protocol::Presence& presence() const { return presence_; }
  bool connected(const Uuid& uuid) const;
  // The deals that were seen since `keep_deals`, the last one perhaps still running, as they may be known here.
  const std::deque<table::DealRecord>& deals() const { return deals_; }
  void keep_deals() { keeps_deals_ = true; }
  // As somebody was called at this table as far as it was seen from here; else by the beginning of its id.
  std::string name_of(const Uuid& uuid) const;
  // For the owner: who waits for a seat.
  const std::vector<protocol::PendingPlayer>& pending_players() const { return pending_players_; }
  const std::string& closed_because() const { return closed_because_; }
  // What is to be thought of the table's deals.
  const Witness& witness() const { return witness_; }
  // What to add to the local clock to get the server's, ms.
  TimeMs clock_offset() const { return clock_offset_; }
  narration::Names names() const;

  // What is new since it was last asked; each thing is told once.
  std::vector<Banner> take_banners() { return std::exchange(banners_, {}); }
  std::vector<LogLine> take_news() { return std::exchange(news_, {}); }
  std::vector<games::AnyEvents> take_events() { return std::exchange(events_, {}); }
  // The account that the server made for a nameless spectator who gave a name.
  std::optional<protocol::Guest> take_guest() { return std::exchange(guest_, {}); }

  // --- what can be done ---
  // Sends a move of the game: refused here, and not sent, if the view does not allow it or one is on its way already.
  core::Result<void> play(const games::AnyMove& move);
  // What may be decided before the turn, and the id of what is (empty: nothing). It is made when the turn comes, as
  // play() would, and nobody learns of it before.
  std::vector<games::PreAction> pre_actions() const;
  const std::string& decided_before() const { return before_turn_.id(); }
  // Decides that, or takes it back.
  void decide_before(std::string_view id);
  // Sends one of the table's verbs, if the same one is not on its way already.
  void ask(protocol::TableVerb verb);
  // True while a move, or a verb named like this one ("take-seat"), has not been answered.
  bool move_on_its_way() const { return on_its_way("player"); }
  bool on_its_way(std::string_view action) const;

 private:
  struct Sent {
    core::RequestId id;
    std::string action;
  };

  core::RequestId next_id();
  void send(protocol::ClientVerb verb, std::string action);
  void absorb(protocol::ServerMessage message);
  void absorb(protocol::UpdatePlayerUuid one);
  void absorb(protocol::UpdateGame one);
  void absorb(protocol::GameEvent one);
  void absorb(protocol::Notification one);
  void absorb(protocol::NewMessage one);
  void absorb(protocol::NewLog one);
  void absorb(protocol::ErrorMessage one);
  void absorb(protocol::Ack one);
  void absorb(protocol::GamePaused one);
  void absorb(protocol::GameResumed one);
  void absorb(protocol::TableClosed one);
  void absorb(protocol::ServerRestarting one);
  void absorb(protocol::Presence one);
  void absorb(protocol::Pong one);
  void absorb(protocol::PendingPlayersUpdate one);
  void absorb(protocol::IsPendingPlayer one);
  void absorb(protocol::Guest one);
  void absorb(table::DealOpen one) { witness_.deal_opened(one, now_); }
  void absorb(table::DealSealed one) { witness_.deal_sealed(one, now_); }
  void absorb(table::DealOpened one) { witness_.seed_opened(one); }
  void absorb(protocol::CardProofs one) { witness_.cards_proven(one, now_); }
  // Lets the witness look at the time, sends what it gives, and tells once if it finds the seal broken.
  bool attend_witness();
  void tell_elsewhere();
  void tell_polling();
  // Makes what was decided before the turn, or tells that it has lapsed.
  void attend_turn();
  void note(LogLine line);
  void keep(const protocol::GameEvent& one, TimeMs at);
  void meet(const Uuid& uuid, std::string_view name);

  std::unique_ptr<Door> door_;
  Witness witness_;
  bool told_broken_ = false;
  bool told_elsewhere_ = false;
  bool told_polling_ = false;
  core::Entropy chance_;
  std::uint64_t ids_ = 0;
  TimeMs now_ = 0;
  TimeMs clock_offset_ = 0;
  std::optional<table::GameView> view_;
  PreDecision before_turn_;
  Uuid uuid_;
  std::deque<ChatLine> chat_;
  std::deque<LogLine> log_;
  struct Met {
    Uuid uuid;
    std::string name;
  };
  std::deque<Met> met_;
  protocol::Presence presence_;
  std::deque<table::DealRecord> deals_;
  bool keeps_deals_ = false;
  std::vector<protocol::PendingPlayer> pending_players_;
  std::string closed_because_;
  std::vector<Banner> banners_;
  std::vector<LogLine> news_;
  std::vector<games::AnyEvents> events_;
  std::optional<protocol::Guest> guest_;
  std::vector<Sent> sent_;
};

}  // namespace baize::client

// OpenTable: a table that this page is at, on a server or in the tab itself, and what keeps it going: the clock of its
// door, and word that the page is seen again or the network is back. What messages mean for ears, title and tokens
// happens here, with every message and not with frames: hidden tabs draw none. It draws nothing.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/local_door.h"
#include "client/remote_door.h"
#include "client/table_session.h"
#include "web/platform/geometry.h"
#include "web/screens/account.h"
#include "web/screens/lifeline.h"
#include "web/screens/socket_transport.h"

namespace baize::web::screens {

// Something to read for a while.
struct Banner {
  using Tone = client::Banner::Tone;
  Tone tone = Tone::news;
  std::string text;
  double until = 0;  // monotonic, ms
};

class OpenTable {
 public:
  // On the account's server. `passphrase` may be empty.
  OpenTable(Account& account, const core::TableId& id, const std::string& passphrase);
  // In this tab, against bots.
  explicit OpenTable(const client::Practice& practice);
  ~OpenTable();
  OpenTable(const OpenTable&) = delete;
  OpenTable& operator=(const OpenTable&) = delete;

  const client::TableSession& session() const { return *session_; }
  // Null before the first view.
  const table::GameView* view() const { return session_->view(); }
  bool practice() const { return account_ == nullptr; }
  // Null in practice.
  Account* account() const { return account_; }
  const core::TableId& id() const { return id_; }
  // Of the person in practice.
  std::string practice_name() const { return practice_ ? std::string(practice_->player.view()) : std::string(); }
  // The server says that there is no such table (any more).
  bool missing() const { return missing_; }
  // Why this table is not shown to this person yet (a passphrase); empty if it is or nothing is known.
  const std::string& refusal() const { return refusal_; }
  // wrong-passphrase or not-seated, where that is why; nothing else keeps a table from being shown.
  const std::optional<core::Reason>& refused_because() const { return refused_because_; }
  // What the server tells of a table that is not shown to this person; null while that is not known.
  const protocol::TableSummary* summary() const { return summary_ ? &*summary_ : nullptr; }

  void play(const games::AnyMove& move);
  void ask(protocol::TableVerb verb);
  // Whoever has no account gets one of this name.
  void take_name(const std::string& name);
  // Asks for the whole table again, and for a connection if there is none.
  void refresh();
  // Something that this page has to say itself.
  void show(Banner::Tone tone, std::string text);
  // Whether it is on the stage: one that is not leaves the page's title alone, and says its name when it speaks.
  void set_shown(bool shown);
  // This person has a seat here, or waits for one.
  bool bound() const;
  // The page is seen again; the device has or has not a network.
  void page_seen();
  void network(bool up);

  // What the viewer's seat may do now, and whether the game waits for it.
  const std::vector<games::Control>& controls() const { return controls_; }
  bool my_turn() const { return my_turn_; }
  // What may be decided before the turn, and what is ticked of it.
  const std::vector<games::PreAction>& pre_actions() const { return pre_actions_; }
  const std::string& decided_before() const { return session_->decided_before(); }
  void decide_before(const std::string& id);
  // "Your turn: 50 to call"; empty between deals.
  const std::string& status() const { return status_; }
  // Rises with everything that is new.
  std::uint64_t revision() const { return revision_; }

  // Newest last; those whose time is over are gone. `now`: monotonic, ms.
  const std::deque<Banner>& banners(double now);

  // Chat lines that came while nobody looked at the chat.
  std::size_t unread() const { return unread_; }
  void chat_seen() { unread_ = 0; }

  // The viewer's last chips went, and the seat with them.
  bool went_broke() const { return went_broke_; }

  // Whether it is played for chips. Only while there is a view.
  bool for_chips() const;
  // The first seat that this viewer could take: a free one, else a bot's where the game lets people play on for bots.
  std::optional<core::Seat> open_seat() const;
  // Whether a bot plays on this seat that a person could take.
  bool may_replace(const table::SeatView& seat) const;

  // What was last refused, since something was last asked for; empty if nothing was.
  const std::string& newest_trouble() const { return trouble_; }

  // The server's clock, Unix ms: what deadlines are counted against.
  core::TimeMs now() const;

 private:
  using Tone = client::Banner::Tone;

  // Lets time pass, takes in what has come, and sets the timer for the next time.
  void pump();
  void take_in();
  void take_banners();
  // True if it says why the table is not shown.
  bool take_refusal(const client::Banner& banner);
  void follow_seat();
  void count_unread();
  void say_whose_turn();
  void notice(const std::string& text);
  void put_title() const;
  // To who listens instead of looking.
  void say(const std::string& text, bool urgent) const;
  std::string name() const;
  // Ten seconds before the own time is over.
  void warn_in_time();
  void keep_opponents();
  void look_for_table();

  Account* account_ = nullptr;
  core::TableId id_;
  std::unique_ptr<SocketTransport> transport_;  // outlives the session's door
  std::unique_ptr<client::TableSession> session_;
  std::optional<client::Practice> practice_;
  int timer_ = 0;
  int warning_ = 0;
  bool shown_ = true;
  bool looking_ = false;
  bool missing_ = false;
  std::string refusal_;
  std::optional<core::Reason> refused_because_;
  std::optional<protocol::TableSummary> summary_;
  std::string notice_;  // in the title, while nobody looks
  std::vector<games::Control> controls_;
  std::vector<games::PreAction> pre_actions_;
  std::string status_;
  bool my_turn_ = false;
  bool seated_ = false;
  bool went_broke_ = false;
  core::Chips last_stack_;
  std::uint64_t bot_asked_at_ = 0;   // the version of the view
  std::uint64_t told_decision_ = 0;  // the last one that "your turn" was said for
  std::uint64_t revision_ = 0;
  std::deque<Banner> banners_;
  std::string trouble_;
  std::size_t unread_ = 0;
  std::optional<core::TimeMs> newest_line_;  // server's clock
  Lifeline lifeline_;
};

}  // namespace baize::web::screens

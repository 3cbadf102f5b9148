// Account: who this browser is to the server. It keeps the tokens from visit to visit, renews them before they end, and
// carries every call and socket of the screens with them. It draws nothing and knows no table.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/api.h"
#include "web/platform/server.h"

namespace baize::web::screens {

class Account {
 public:
  enum class State {
    nobody,     // no name given yet, or no server
    recalling,  // tokens of an earlier visit are being tried
    known
  };

  using Answer = std::function<void(const client::CallAnswer&)>;

  // Which server is asked from now on; one that was not found is none.
  void use(const platform::Server& server);

  State state() const { return state_; }
  // Valid while `known`.
  const protocol::Account& who() const { return me_.account; }
  // Empty for nobody.
  core::Uuid uuid() const { return state_ == State::known ? me_.account.id : core::Uuid(); }
  core::Chips wallet() const { return me_.wallet_balance; }
  const std::vector<protocol::OwnSeat>& seats() const { return me_.seats; }

  // Each of these calls `done` once, with an empty sentence or with the one to show. `changed` is called first.
  using Done = std::function<void(const std::string& sentence)>;
  void sign_in_as_guest(std::string_view name, Done done);
  // A name and a password of one's own; a guest keeps wallet and seats.
  void register_as(std::string_view name, std::string_view password, Done done);
  void log_in(std::string_view name, std::string_view password, Done done);
  // Ends this sign-in at the server and forgets it here, whatever the server answers.
  void log_out();
  // The account that a table made for a spectator who took a seat.
  void adopt(const protocol::Guest& guest);
  // Forgets name and tokens in this browser.
  void forget();
  // Asks for wallet and seats again.
  void look_again();
  // Called whenever state, wallet or seats have changed.
  void on_change(std::function<void()> changed) { changed_ = std::move(changed); }

  // Sends the call with fresh tokens and answers exactly once, later.
  void send(const client::Call& call, Answer answer);
  // The same for what moves chips or makes a table: it goes with a key of its own and once more where no answer came,
  // and is done once.
  void send_once(client::Call call, Answer answer);
  // The address of a table's socket for whoever this is: with a token of its own once somebody is known. Nothing where
  // the server did not give one.
  void socket_address(std::string_view table, std::function<void(std::optional<std::string> url)> ready);

 private:
  struct Tokens {
    std::string access;
    std::string refresh;
    core::TimeMs ends = 0;  // of the access token, by this machine's clock
  };

  std::string key(std::string_view what) const { return std::string(what) + "@" + base_; }
  void recall();
  void load_tokens();
  void keep_tokens(const std::string& access, const std::string& refresh, core::TimeMs lives_ms);
  void drop_tokens();
  bool fresh() const;
  // Runs `then` once the access token is good for a while, or cannot be made so.
  void freshen(std::function<void()> then);
  void renew();
  void renewed(const client::CallAnswer& answer, const std::string& used);
  void end_renewal();
  void carry(const client::Call& call, Answer answer);
  void take_in(const client::CallAnswer& answer);
  void enter(const client::CallAnswer& answer, const Done& done);
  void set(State state);

  std::string base_;    // of the server, with its slash; empty without one
  std::string socket_;  // the same for sockets
  State state_ = State::nobody;
  Tokens tokens_;
  protocol::Me me_;
  bool renewing_ = false;
  std::vector<std::function<void()>> waiting_;  // for the renewal
  std::function<void()> changed_;
};

}  // namespace baize::web::screens

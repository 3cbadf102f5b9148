#include "documents/rows.h"
#include "protocol/client_messages.h"

namespace baize::server::documents {

namespace {

using core::Chips;
using core::Seat;
using namespace protocol;

const core::Uuid k_bob("b0b00000-0000-4000-8000-000000000002");
const cards::fair::Value k_value = core::sha256("a value");

void add_people(Rows& rows) {
  JoinTable join;
  join.delta.emplace(true);
  join.since.emplace(12);
  rows.add(join,
           "Begins the conversation. A locked table shows nothing without its passphrase. `delta`: views may come as "
           "what changed since the last one. `batch`: what nobody waits for may come together. `since`: the newest "
           "version that is known; what happened after it is told before the view, where the table remembers it all.");
  rows.add(StopSpectating{}, "Ends the views on this connection; a seat is kept.");
  rows.add(LeaveTable{}, "Leaves the table, and the seat with it: its chips go to the wallet.");
  rows.add(SendMessage{"Nice hand!"}, "A line of chat, 500 characters at most. Needs a name.");
  rows.add(SendLog{"joined from a phone"}, "A line of the activity log, 200 characters at most.");
  rows.add(NewPlayer{"Ann"}, "The name at this table, 1 to 24 characters. An anonymous spectator becomes a guest.");
  rows.add(Ping{core::TimeMs{1'700'000'000'000}}, "Asks for a pong.");
}

void add_seats(Rows& rows) {
  TakeSeat seat;
  seat.username.emplace("Ann");
  seat.seatID.emplace(Seat{2});
  seat.buyIn = Chips{500};
  rows.add(seat, "Takes a seat with chips from the wallet, at once or when the owner has accepted.");
  rows.add(CancelSeatRequest{}, "Takes the request for a seat back.");
  rows.add(RequestLeave{}, "Leaves the seat when the running hand is over.");
  rows.add(SitOut{}, "Is left out from the next hand on, and keeps the seat.");
  rows.add(SitIn{}, "Plays on from the next hand on.");
  rows.add(TopUp{Chips{200}}, "Brings more chips to the seat, between hands.");
  rows.add(AutoTopUp{Chips{1000}}, "Fills the stack up to this before each hand; 0 ends it.");
  rows.add(ClientSeed{7, k_value}, "The next value of the seat's hash chain for this hand, or the chain's tip.");
}

void add_owner(Rows& rows) {
  rows.add(AcceptPlayer{k_bob}, "Gives a player who asked for it the seat.");
  rows.add(DenyPlayer{k_bob}, "Refuses it.");
  rows.add(KickPlayer{k_bob, true}, "Sends a player away, for good with ban: from the seats and the chat.");
  rows.add(UnbanPlayer{k_bob}, "Lets a banned player come back.");
  rows.add(StartGame{}, "Starts the game.");
  rows.add(PauseGame{}, "Pauses it: clocks and time banks stand still.");
  rows.add(ResumeGame{}, "Goes on.");
  rows.add(ResetGame{}, "Voids the running hand and begins anew.");
  rows.add(UpdateSettings{{R"({"turn_seconds":45})"}}, "Changes the settings named; they hold from the next hand on.");
  rows.add(AddBot{Seat{3}, games::Strength::hard}, "Seats a bot.");
  rows.add(RemoveBot{k_bob}, "Sends a bot away when the hand is over.");
  rows.add(CloseTable{}, "Closes the table; chips go back to the wallets.");
}

template <class G>
void add_moves(Rows& rows) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, typename G::Move>>(
      [&](auto one) { rows.add(typename decltype(one)::type{}, "A move of " + std::string(G::k_title) + "."); });
}

}  // namespace

std::vector<Message> client_messages(core::SchemaDefinitions& named) {
  Rows rows(named);
  add_people(rows);
  add_seats(rows);
  add_owner(rows);
  rows.check_complete<TableVerb>();
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, games::Registered>>(
      [&](auto game) { add_moves<typename decltype(game)::type>(rows); });
  return rows.take();
}

}  // namespace baize::server::documents

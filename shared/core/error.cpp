#include "core/error.h"

#include "core/check.h"

namespace baize::core {

namespace {

struct Entry {
  Reason reason;
  int status;
  std::string_view sentence;
};

constexpr Entry k_catalogue[] = {
    {Reason::malformed, 400, "This message could not be read. Send one JSON object with an \"action\"."},
    {Reason::unknown_action, 400, "There is no such action. See the protocol reference for the ones there are."},
    {Reason::invalid_amount, 400,
     "An amount is a whole number of chips from 0 up. Send it without a fraction or sign."},
    {Reason::invalid_field, 400, "A field is missing or has the wrong type. Check it against the protocol reference."},
    {Reason::insufficient_chips, 400, "There are not enough chips for this. Choose a smaller amount."},
    {Reason::signed_out, 401, "You are signed out. Sign in, or give a name to play as a guest."},
    {Reason::bad_token, 401, "This token is not valid any more. Sign in again."},
    {Reason::owner_only, 403, "Only the owner of the table may do this. Ask the owner."},
    {Reason::wrong_passphrase, 403, "The passphrase is not right. Ask whoever sent you the link."},
    {Reason::banned, 403, "The owner has banned you from this table. Choose another one."},
    {Reason::origin_refused, 403, "This page's address is not allowed here. Open the server's own address."},
    {Reason::name_needed, 403, "Give a name first, then try again."},
    {Reason::not_seated, 403, "You have no seat at this table. Take a seat first."},
    {Reason::no_such_table, 404, "There is no such table. It may have been closed; look in the lobby."},
    {Reason::no_such_player, 404, "There is no such player at this table."},
    {Reason::not_found, 404, "There is nothing at this address."},
    {Reason::not_your_turn, 409, "It is not your turn. Wait until the others have acted."},
    {Reason::illegal_move, 409, "The rules do not allow this now. Choose one of the moves on offer."},
    {Reason::must_follow_suit, 409, "You must follow suit while you can."},
    {Reason::paused, 409, "The table is paused. Wait until the owner resumes it."},
    {Reason::table_full, 409, "Every seat is taken. Watch, or choose another table."},
    {Reason::seat_taken, 409, "This seat is taken. Choose another one."},
    {Reason::already_seated, 409, "You have a seat at this table already."},
    {Reason::name_taken, 409, "Somebody at this table has this name. Choose another one."},
    {Reason::stale, 409, "The table has moved on since you saw it. Look again and repeat if you still want to."},
    {Reason::hand_running, 409, "This has to wait until the deal is over."},
    {Reason::too_large, 413, "This message is too large. Send less at a time."},
    {Reason::key_reused, 422, "This Idempotency-Key was used for another request. Choose a new one."},
    {Reason::too_many, 429, "Too many messages. Wait a moment and try again."},
    {Reason::server_full, 503, "The server is full. Try again in a few minutes."},
    {Reason::restarting, 503, "The server is restarting. Try again in a few seconds."},
    {Reason::store_unavailable, 503,
     "The server cannot write to its database now. Nothing was changed; try again soon."},
};

const Entry& entry(Reason reason) {
  const Entry& found = k_catalogue[static_cast<std::size_t>(reason)];
  check(found.reason == reason, "the catalogue of errors follows the order of Reason");
  return found;
}

}  // namespace

int http_status(Reason reason) { return entry(reason).status; }

std::string_view sentence(Reason reason) { return entry(reason).sentence; }

}  // namespace baize::core

// The one catalogue of errors: a stable reason that goes over the wire, its HTTP status, and a sentence for people that
// says what to do. Expected failures are values of Result<T>; exceptions are for broken invariants.
#pragma once

#include <boost/describe/enum.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace baize::core {

// The names are the protocol's reasons, with hyphens on the wire (docs/protocol, "Reasons").
enum class Reason {
  malformed,
  unknown_action,
  invalid_amount,
  invalid_field,
  insufficient_chips,
  signed_out,
  bad_token,
  owner_only,
  wrong_passphrase,
  banned,
  origin_refused,
  name_needed,
  not_seated,
  no_such_table,
  no_such_player,
  not_found,
  not_your_turn,
  illegal_move,
  must_follow_suit,
  paused,
  table_full,
  seat_taken,
  already_seated,
  name_taken,
  stale,
  hand_running,
  too_large,
  key_reused,
  too_many,
  server_full,
  restarting,
  store_unavailable
};
BOOST_DESCRIBE_ENUM(Reason, malformed, unknown_action, invalid_amount, invalid_field, insufficient_chips, signed_out,
                    bad_token, owner_only, wrong_passphrase, banned, origin_refused, name_needed, not_seated,
                    no_such_table, no_such_player, not_found, not_your_turn, illegal_move, must_follow_suit, paused,
                    table_full, seat_taken, already_seated, name_taken, stale, hand_running, too_large, key_reused,
                    too_many, server_full, restarting, store_unavailable)

// The HTTP status of a reason: 400 to 503.
int http_status(Reason reason);
// The catalogue's sentence, used where an Error brings no better one.
std::string_view sentence(Reason reason);

struct Error {
  Reason reason = Reason::malformed;
  std::string message;  // what is wrong and what to do, for people

  Error() = default;
  Error(Reason why) : reason(why), message(sentence(why)) {}  // NOLINT: a reason alone is a whole error
  Error(Reason why, std::string what) : reason(why), message(std::move(what)) {}
  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

// return fail(Reason::not_your_turn);
inline tl::unexpected<Error> fail(Reason reason) { return tl::unexpected<Error>(Error{reason}); }
inline tl::unexpected<Error> fail(Reason reason, std::string message) {
  return tl::unexpected<Error>(Error{reason, std::move(message)});
}
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace baize::core

#include "rooms/visitor.h"

#include <utility>

#include "core/check.h"
#include "protocol/commands.h"

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

std::optional<std::string> text_of(const auto& given) {
  if (!given) return std::nullopt;
  return std::string(given->view());
}

// As its access token says.
std::string family_of(const Accounts& accounts, const protocol::SignedIn& signed_in) {
  const auto identity = accounts.identify(signed_in.access_token);
  return identity ? identity->family : std::string();
}

Outgoing greeting() {
  Outgoing out;
  out.head = protocol::greeting();
  return out;
}

}  // namespace

Visitor::Visitor(std::shared_ptr<RunningTable> table, std::shared_ptr<Connection> connection, Identity identity)
    : table_(std::move(table)), me_(std::move(identity), std::move(connection)) {}

void Visitor::begin(RunningTable::Entry entry) {
  here_ = true;
  if (me_.wire == protocol::Wire::cereal) me_.connection->send(greeting());
  me_.let_in = [this] { show_everything({}); };
  me_.let_out = [this] {
    lose_sight();
    me_.waits = true;
  };
  table_->audience.add(me_);
  if (entry == RunningTable::Entry::joined) join({}, {});
}

void Visitor::closed() {
  here_ = false;
  table_->audience.remove(me_);
  me_.gathered.reset();
  me_.connection.reset();
}

void Visitor::received(std::string_view frame, Frame kind) {
  const bool binary = me_.wire == protocol::Wire::cereal;
  if (binary != (kind == Frame::binary))
    return tell(
        protocol::error_message({Reason::malformed, binary ? "Send binary frames, as this connection agreed to."
                                                           : "Send text frames, as this connection agreed to."}));
  const auto game = games::id_of(table_->state()->settings.game.value);
  const auto message = protocol::decode_client_message(frame, game, me_.wire);
  const auto& request_id = message ? message->request_id : message.error().request_id;
  const auto wait = table_->wait(&windows_, me_.identity, message ? message->verb : protocol::ClientVerb());
  if (wait > 0) return answer(fail(Reason::too_many, sentence_for_wait("Too many messages", wait)), request_id);
  if (!message) return tell(protocol::error_message(message.error().error, request_id));
  try {
    hear(*message);
  } catch (const core::BrokenInvariant& broken) {
    // A message that is let in here and breaks something is our mistake, not a reason to stop everybody's game.
    log_error(about(message->request_id), "A message broke an invariant: {}", broken.what());
    answer(fail(Reason::malformed), message->request_id);
  }
}

template <class Value>
std::function<void(Value)> Visitor::while_here(std::function<void(Value)> then) {
  return [weak = weak_from_this(), then = std::move(then)](Value value) {
    if (const auto self = weak.lock(); self && self->here_) then(std::move(value));
  };
}

About Visitor::about(const RequestId& request_id) const {
  return {.table = table_->id().view(),
          .connection = me_.connection ? me_.connection->number() : 0,
          .account = me_.identity.uuid.view(),
          .request = request_id ? request_id->view() : std::string_view()};
}

void Visitor::tell(const protocol::ServerMessage& message) {
  if (const auto* error = std::get_if<protocol::ErrorMessage>(&message)) {
    table_->loop().metrics().reject(error->reason);
    log_debug(about(error->request_id), "A message was refused: {}", core::enum_name(error->reason));
  }
  table_->audience.send(me_, message);
}

void Visitor::answer(const Result<void>& outcome, const RequestId& request_id) {
  if (!outcome) return tell(protocol::error_message(outcome.error(), request_id));
  if (!request_id) return;
  log_debug(about(request_id), "A message was accepted");
  tell(protocol::Ack{*request_id, table_->state()->version});
}

void Visitor::hear(const protocol::ClientMessage& message) {
  const auto* verb = std::get_if<protocol::TableVerb>(&message.verb);
  if (verb == nullptr) return command(message);
  const auto& id = message.request_id;
  if (const auto* one = std::get_if<protocol::Ping>(verb)) {
    tell(protocol::Pong{one->t, now_ms()});
    return answer({}, id);
  }
  if (const auto* one = std::get_if<protocol::JoinTable>(verb)) return join(*one, id);
  if (std::get_if<protocol::StopSpectating>(verb)) return stop_watching(id);
  if (std::get_if<protocol::TakeSeat>(verb)) return take_seat(message);
  if (!table_->admitted(me_.identity.uuid)) return answer(fail(Reason::wrong_passphrase), id);
  if (std::get_if<protocol::LeaveTable>(verb)) return leave(message);
  if (const auto* one = std::get_if<protocol::SendMessage>(verb))
    return say(false, one->message, protocol::k_max_chat, id);
  if (const auto* one = std::get_if<protocol::SendLog>(verb)) return say(true, one->message, protocol::k_max_log, id);
  if (const auto* one = std::get_if<protocol::NewPlayer>(verb)) return take_name(one->username, id);
  command(message);
}

void Visitor::join(const protocol::JoinTable& wanted, const RequestId& request_id) {
  table_->admit(me_.identity.uuid, text_of(wanted.passphrase),
                while_here<Result<void>>([this, wanted, request_id](Result<void> admitted) {
                  if (!admitted) return answer(admitted, request_id);
                  me_.wants_changes = wanted.delta == true;
                  gather(wanted.batch == true);
                  if (!table_->audience.may_watch(me_)) return wait_to_watch(request_id);
                  answer({}, request_id);
                  show_everything(wanted.since);
                  table_->room->came_back(me_.identity.uuid);
                }));
}

void Visitor::gather(bool wanted) {
  if (wanted == (me_.gathered != nullptr)) return;
  if (me_.gathered) me_.send_gathered();
  me_.gathered = wanted ? std::make_unique<Gathered>(table_->loop()) : nullptr;
}

// Somebody who joins again has heard what was said until then, and gets the present state.
void Visitor::show_everything(const core::OrAbsent<std::uint64_t>& since) {
  Audience& audience = table_->audience;
  const auto state = table_->state();
  const auto& uuid = me_.identity.uuid;
  tell(protocol::UpdatePlayerUuid{uuid});
  if (!me_.joined) {
    table_->chat.since(
        heard_,
        [this](const ChatLine& one) {
          tell(protocol::NewMessage{core::Uuid(one.uuid), one.username, one.message, one.at});
        },
        [this](const ChatLine& one) { tell(protocol::NewLog{core::Uuid(one.uuid), one.message, one.at}); });
  }
  audience.send_deal(me_);
  if (since) audience.send_missed(me_, *since);
  audience.send_view(me_);
  me_.joined = true;
  me_.waits = false;
  if (!audience.changed()) audience.send_presence(me_);
  // Whoever comes back may have missed that nobody waits any more.
  const bool pending = table::request_of(*state, uuid) != nullptr;
  if (state->owner == uuid && (since || !state->requests.empty())) tell(protocol::pending_players(*state));
  if (pending || (since && !me_.identity.anonymous())) tell(protocol::IsPendingPlayer{"is_pending_player", pending});
}

// It has asked to see a table that is shown to nobody without a seat.
void Visitor::wait_to_watch(const RequestId& request_id) {
  me_.waits = true;
  answer(fail(Reason::not_seated, "This table has no spectators. Take a seat to see it."), request_id);
  if (table::request_of(*table_->state(), me_.identity.uuid) != nullptr)
    tell(protocol::IsPendingPlayer{"is_pending_player", true});
}

void Visitor::lose_sight() {
  if (std::exchange(me_.joined, false)) heard_ = table_->chat.all();
}

void Visitor::stop_watching(const RequestId& request_id) {
  lose_sight();
  me_.waits = false;
  table_->audience.changed();
  answer({}, request_id);
}

void Visitor::leave(const protocol::ClientMessage& message) {
  const auto state = table_->state();
  const auto& uuid = me_.identity.uuid;
  if (table::sitter(*state, uuid) != nullptr || table::request_of(*state, uuid) != nullptr) return command(message);
  if (state->owner != uuid || !table::heir(*state)) return stop_watching(message.request_id);
  command(message);
  stop_watching({});
}

void Visitor::say(bool log, const std::string& text, std::size_t most, const RequestId& request_id) {
  const auto state = table_->state();
  if (!log && me_.identity.anonymous()) return answer(fail(Reason::name_needed), request_id);
  if (table::banned(*state, me_.identity.uuid)) return answer(fail(Reason::banned), request_id);
  if (!table_->audience.may_watch(me_)) return answer(fail(Reason::not_seated), request_id);
  const core::Name name = table_->audience.name_of(me_.identity.uuid, me_.identity.username);
  if (!log)
    if (auto own = table_->audience.name_free(name, me_.identity.uuid); !own) return answer(own, request_id);
  auto line = protocol::spoken_text(text, most);
  if (!line) return answer(fail(line.error()), request_id);
  ChatLine said{std::string(state->id.view()),
                log,
                std::string(me_.identity.uuid.view()),
                std::string(name.view()),
                std::move(*line),
                now_ms(),
                text_of(request_id)};
  table_->chat.add(said, [table = table_, weak = weak_from_this(), said, request_id](Result<Chat::Added> added) {
    if (const auto self = weak.lock(); self && self->here_)
      self->answer(added ? Result<void>() : Result<void>(fail(added.error())), request_id);
    if (!added || *added == Chat::Added::repeated) return;
    const core::Uuid uuid(said.uuid);
    if (said.log)
      table->audience.send_to_all(protocol::NewLog{uuid, said.message, said.at});
    else
      table->audience.send_to_all(protocol::NewMessage{uuid, said.username, said.message, said.at});
  });
}

void Visitor::take_name(const std::string& username, const RequestId& request_id) {
  if (becoming_guest_) return names_.emplace_back(username, request_id), void();
  const auto name = protocol::player_name(username);
  if (!name) return answer(fail(name.error()), request_id);
  if (auto is_free = table_->audience.name_free(*name, me_.identity.uuid); !is_free) return answer(is_free, request_id);
  if (me_.identity.anonymous()) {
    const auto wait = table_->accounts.sign_in_wait(me_.connection->address());
    if (wait > 0) return answer(fail(Reason::too_many, sentence_for_sign_in_wait(wait)), request_id);
    return become_guest(*name, request_id);
  }
  const auto state = table_->state();
  if (table::sitter(*state, me_.identity.uuid) != nullptr || table::request_of(*state, me_.identity.uuid) != nullptr)
    return answer(fail(Reason::already_seated, "Your name stays as it is while you have a seat, or wait for one."),
                  request_id);
  table_->audience.give_name(me_.identity.uuid, *name);
  answer({}, request_id);
}

void Visitor::become_guest(const core::Name& name, const RequestId& request_id) {
  becoming_guest_ = true;
  table_->accounts.create_guest(
      name.view(),
      [table = table_,
       then = while_here<Result<protocol::SignedIn>>([this, request_id](Result<protocol::SignedIn> made) {
         becoming_guest_ = false;
         is_guest(made, request_id);
         for (const auto& [username, id] : std::exchange(names_, {})) take_name(username, id);
       })](Result<protocol::SignedIn> made) { table->loop().post([then, made = std::move(made)] { then(made); }); });
}

void Visitor::is_guest(const Result<protocol::SignedIn>& made, const RequestId& request_id) {
  if (!made) return answer(fail(made.error()), request_id);
  const auto& account = made->account;
  table_->carry_admission(me_.identity.uuid, account.id);
  me_.identity = {account.id, account.username, account.guest, family_of(table_->accounts, *made)};
  me_.connection->belong_to(std::string(account.id.view()), me_.identity.family);
  tell(protocol::Guest{made->access_token, made->refresh_token, account});
  answer({}, request_id);
  if (me_.joined) {
    tell(protocol::UpdatePlayerUuid{account.id});
    table_->audience.send_view(me_);
  }
  table_->audience.changed();
}

void Visitor::take_seat(const protocol::ClientMessage& message) {
  const auto& wanted = std::get<protocol::TakeSeat>(std::get<protocol::TableVerb>(message.verb));
  if (me_.identity.anonymous()) return answer(fail(Reason::name_needed), message.request_id);
  table_->admit(me_.identity.uuid, text_of(wanted.passphrase),
                while_here<Result<void>>([this, message](Result<void> admitted) {
                  if (!admitted) return answer(admitted, message.request_id);
                  if (!me_.joined && !table_->audience.may_watch(me_)) me_.waits = true;
                  command(message);
                }));
}

void Visitor::command(const protocol::ClientMessage& message) {
  if (!table_->admitted(me_.identity.uuid)) return answer(fail(Reason::wrong_passphrase), message.request_id);
  Command command{me_.identity.uuid, me_.identity.username, message.verb, message.request_id, message.version, {}};
  command.verdict =
      while_here<Result<Accepted>>([this, id = message.request_id, seen = message.version](Result<Accepted> accepted) {
        if (accepted) {
          log_debug(about(id), "A command was accepted: version {}", accepted->version);
          if (id) tell(protocol::Ack{*id, accepted->version});
          return;
        }
        auto error = protocol::error_message(accepted.error(), id);
        if (accepted.error().reason == Reason::stale) {
          error.expected = table_->state()->version;
          if (seen) error.actual = *seen;
        }
        tell(error);
      });
  table_->room->submit(std::move(command));
}

}  // namespace baize::server

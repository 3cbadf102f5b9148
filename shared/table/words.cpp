#include "table/words.h"

namespace baize::table {

namespace {

using narration::Language;
using narration::Person;
using narration::Phrase;

constexpr Phrase k_taken{"table.seat-taken", "{name} takes seat {seat}", "You take seat {seat}"};
constexpr Phrase k_taken_with{"table.seat-taken-with", "{name} takes seat {seat} with {chips}",
                              "You take seat {seat} with {chips}"};
constexpr Phrase k_left{"table.left", "{name} leaves{with}", "You leave{with}"};
constexpr Phrase k_kicked{"table.kicked", "{name} is taken off the seat", "You are taken off your seat"};
constexpr Phrase k_banned{"table.banned", "{name} is banned", "You are banned"};
constexpr Phrase k_gone{"table.disconnected", "{name} has been away too long and leaves{with}",
                        "You were away too long and leave{with}"};
// Nothing of it where there are no chips.
constexpr Phrase k_with{"table.left-with", " with {chips}"};
constexpr Phrase k_broke{"table.out-of-chips", "{name} is out of chips", "You are out of chips"};
constexpr Phrase k_asks{"table.seat-requested", "{name} asks for seat {seat}", "You ask for seat {seat}"};
constexpr Phrase k_denied{"table.seat-denied", "{name} does not get the seat", "You do not get the seat"};
constexpr Phrase k_paused{"table.paused", "The table is paused"};
constexpr Phrase k_resumed{"table.resumed", "The game goes on"};
constexpr Phrase k_settings{"table.settings", "The settings of the table have changed"};
constexpr Phrase k_owner{"table.owner", "{name} is the owner now", "You are the owner now"};
constexpr Phrase k_unbanned{"table.unbanned", "A ban has been lifted"};
constexpr Phrase k_closed{"table.closed", "The table is closed"};

const Phrase& leaving_phrase(LeaveReason reason) {
  switch (reason) {
    case LeaveReason::disconnected:
      return k_gone;
    case LeaveReason::out_of_chips:
      return k_broke;
    case LeaveReason::left:
    case LeaveReason::kicked:
    case LeaveReason::banned:
    case LeaveReason::table_closed:
      break;
  }
  return k_left;
}

struct ToWords {
  const Uuid& reader;
  const Language& language;

  Person person(const Uuid& uuid) const { return uuid == reader ? Person::second : Person::third; }
  std::string plain(const Phrase& phrase) const { return narration::said(phrase, {}, language); }

  std::string operator()(const SeatTaken& one) const {
    // People count seats from one.
    const std::string seat = narration::number(one.seat + 1, language);
    return narration::said(one.chips > Chips{0} ? k_taken_with : k_taken,
                           {{"name", one.username.view()}, {"seat", seat}, {"chips", narration::number(one.chips)}},
                           language, person(one.uuid));
  }
  std::string operator()(const SeatLeft& one) const {
    const std::string chips = narration::number(one.chips, language);
    const std::string with = one.chips > Chips{0} ? narration::said(k_with, {{"chips", chips}}, language) : "";
    return narration::said(leaving_phrase(one.reason), {{"name", one.username.view()}, {"with", with}}, language,
                           person(one.uuid));
  }
  std::string operator()(const SeatRequested& one) const {
    const std::string seat = narration::number(one.seat + 1, language);
    return narration::said(k_asks, {{"name", one.username.view()}, {"seat", seat}}, language, person(one.uuid));
  }
  std::string operator()(const SeatRequestEnded& one) const {
    if (one.how != RequestEnd::denied && one.how != RequestEnd::seat_gone) return {};
    return narration::said(k_denied, {{"name", one.username.view()}}, language, person(one.uuid));
  }
  std::string operator()(const OwnerChanged& one) const {
    return narration::said(k_owner, {{"name", one.username.view()}}, language, person(one.owner));
  }
  std::string operator()(const Paused&) const { return plain(k_paused); }
  std::string operator()(const Resumed&) const { return plain(k_resumed); }
  std::string operator()(const SettingsChanged&) const { return plain(k_settings); }
  std::string operator()(const SentAway& one) const {
    if (one.username.empty()) return {};
    return narration::said(one.ban ? k_banned : k_kicked, {{"name", one.username.view()}}, language, person(one.uuid));
  }
  std::string operator()(const Unbanned&) const { return plain(k_unbanned); }
  std::string operator()(const DealBegan&) const { return {}; }  // the game tells it
  std::string operator()(const Closed&) const { return plain(k_closed); }
};

}  // namespace

std::string words(const Event& event, const Uuid& reader, const Language& language) {
  return std::visit(ToWords{reader, language}, event);
}

std::string deal_title(const Settings& settings, std::uint64_t number) {
  return narration::sentence_case(std::string(games::deal_word(settings.game.value))) + ' ' + std::to_string(number);
}

std::string deals_title(const Settings& settings) {
  return narration::sentence_case(std::string(games::deal_word(settings.game.value))) + 's';
}

}  // namespace baize::table

#include "protocol/verify.h"

#include <algorithm>

#include "core/json_read.h"
#include "table/table.h"
#include "table/words.h"

namespace baize::protocol {

namespace fair = cards::fair;

namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// Every card that this viewer saw, at every step of the hand, is proven.
std::string fault_in_views(const table::DealRecord& record, const Uuid& viewer, const fair::Evidence& deal) {
  for (const games::ReplayStep& step : table::replay_steps(record, viewer)) {
    const table::GameView view = table::replay_view(record, viewer, step.events);
    const auto placed = games::placed(view.shared.value.public_, view.viewer.own.value, view.viewer.seat);
    if (const auto fault = fair::fault_in_cards(deal, placed)) return fault->sentence;
  }
  return {};
}

void judge_parts(HandReport& report, const fair::Evidence& deal) {
  const auto given = static_cast<std::size_t>(std::count_if(
      deal.parts.begin(), deal.parts.end(), [](const fair::Part& part) { return part.value.has_value(); }));
  if (given > 0)
    report.proven.push_back("the values of " + counted(given, "seat", "seats") + " are those of their frozen chains");
  if (given == 0) report.unproven.push_back("no player gave a value, so the house alone decided the shuffle");
  if (given < deal.parts.size())
    report.unproven.push_back(counted(deal.parts.size() - given, "value", "values") + " did not come in time");
}

// The opened deck as evidence that proves every card.
fair::Evidence all_proven(const fair::Evidence& deal, const cards::Deck& deck) {
  fair::Evidence whole = deal;
  const fair::Tree tree(deck, *deal.seed);
  whole.proofs.clear();
  for (std::uint8_t i = 0; i < cards::Card::k_count; ++i) whole.proofs.push_back(tree.proof(i));
  return whole;
}

// What the table told of the deal that the replay makes.
bool same_deal(const std::vector<table::DealNews>& news, const fair::Evidence& deal) {
  return std::any_of(news.begin(), news.end(), [&](const table::DealNews& one) {
    const auto* sealed = std::get_if<table::DealSealed>(&one);
    return sealed != nullptr && sealed->hand == deal.hand && sealed->root == deal.root && sealed->parts == deal.parts;
  });
}

// Plays the hand again from just before its deal, through the table and the rules.
std::string fault_in_replay(const TableExport& table, const ExportedHand& hand) {
  table::State state = hand.replay->state;
  if (!(state.id == table.table)) return "The replay is of another table.";
  if (std::string broken = table::check(state); !broken.empty())
    return "The replay begins with a broken table: " + broken;
  std::optional<games::AnyEvents> events;
  for (const table::Action& action : hand.replay->actions) {
    const auto outcome = table::apply(state, action);
    if (!outcome) return "A recorded action could not have happened: " + outcome.error().message;
    if (outcome->deal_began && !events) {
      if (!same_deal(outcome->deal_news, *hand.fair)) return "Dealt again, it gets another deck.";
      events = games::no_events(state.game);
    }
    if (events) games::append(*events, outcome->game_events);
    state = outcome->state;
  }
  if (!events) return "The replay has no deal.";
  if (!(*events == hand.events.value)) return "Played again, it goes another way than it was told.";
  return {};
}

std::string judge_opening(HandReport& report, const TableExport& table, const ExportedHand& hand) {
  const fair::Evidence& deal = *hand.fair;
  if (std::string fault = fair::fault_in_opening(table.table.view(), deal); !fault.empty()) return fault;
  report.proven.push_back("the opened seed is the committed one and gives the whole deck, every salt and the root");
  const table::DealRecord record = record_of(table, hand);
  const fair::Evidence whole = all_proven(deal, *fair::opened_deck(table.table.view(), deal));
  for (const table::DealSeat& seat : hand.start.seats)
    if (std::string fault = fault_in_views(record, seat.uuid, whole); !fault.empty()) return fault;
  report.proven.push_back("all seats got the cards of that deck");
  if (!hand.replay) {
    report.unproven.push_back("it is not in the file as it can be played again");
    return {};
  }
  if (std::string fault = fault_in_replay(table, hand); !fault.empty()) return fault;
  report.proven.push_back("played again by the rules, it goes as it was told");
  return {};
}

std::string judge_deal(HandReport& report, const TableExport& table, const ExportedHand& hand) {
  const fair::Evidence& deal = *hand.fair;
  if (deal.hand != hand.number) return "The values are those of another deal.";
  if (std::string fault = fair::fault_in_parts(deal); !fault.empty()) return fault;
  judge_parts(report, deal);
  if (std::string fault = fair::fault_in_proofs(deal); !fault.empty()) return fault;
  if (std::string fault = fault_in_views(record_of(table, hand), table.viewer, deal); !fault.empty()) return fault;
  report.proven.push_back(counted(deal.proofs.size(), "card", "cards") +
                          " that this viewer got or saw lay where they did in the fixed deck");
  if (deal.seed) return judge_opening(report, table, hand);
  report.unproven.push_back("the seed was not opened, so the other cards and the shuffle are not known");
  return {};
}

// The table's audit was kept.
std::string judge_audit(const TableExport& table, const ExportedHand& hand, const ExportedHand* next) {
  const auto audit = games::audit(table.settings.game.value);
  if (hand.fair->seed) return {};
  if (audit == games::Audit::at_close && table.closed) return "The table is closed and its seed was not opened.";
  const bool follows = next != nullptr && next->fair && next->number == hand.number + 1;
  if (audit == games::Audit::sample && follows && fair::audit_draws(hand.number, next->fair->parts))
    return "The draw named this deal to be opened, and its seed was kept.";
  return {};
}

}  // namespace

std::string ExportReport::fault() const {
  for (const HandReport& hand : hands)
    if (!hand.fault.empty()) return table::deal_title(settings, hand.number) + ": " + hand.fault;
  return {};
}

ExportReport verify(const TableExport& table) {
  ExportReport report;
  report.settings = table.settings;
  for (std::size_t i = 0; i < table.hands.size(); ++i) {
    const ExportedHand& hand = table.hands[i];
    HandReport& one = report.hands.emplace_back();
    one.number = hand.number;
    if (i > 0 && hand.number <= table.hands[i - 1].number) one.fault = "The deals are out of order.";
    if (!hand.fair) {
      one.unproven.push_back("it was not dealt as a fair deal");
      continue;
    }
    if (one.fault.empty()) one.fault = judge_deal(one, table, hand);
    const ExportedHand* next = i + 1 < table.hands.size() ? &table.hands[i + 1] : nullptr;
    if (one.fault.empty()) one.fault = judge_audit(table, hand, next);
  }
  return report;
}

core::Result<ExportReport> verify_text(std::string_view json) {
  auto table = core::from_json_text<TableExport>(json);
  if (!table) return core::fail(std::move(table.error()));
  if (table->format != TableExport{}.format)
    return core::fail(core::Reason::invalid_field, "This is no table's export: its format should be baize-export-1.");
  return verify(*table);
}

std::string report_text(const ExportReport& report) {
  std::string text;
  for (const HandReport& hand : report.hands) {
    text += std::string(games::deal_word(report.settings.game.value)) + ' ' + std::to_string(hand.number) + "\n";
    for (const std::string& line : hand.proven) text += "  proven: " + line + "\n";
    for (const std::string& line : hand.unproven) text += "  not proven: " + line + "\n";
    if (!hand.fault.empty()) text += "  FALSE: " + hand.fault + "\n";
  }
  return text;
}

std::string summary(const ExportReport& report) {
  if (std::string fault = report.fault(); !fault.empty()) return fault;
  const auto opened = std::count_if(report.hands.begin(), report.hands.end(), [](const HandReport& hand) {
    return std::any_of(hand.proven.begin(), hand.proven.end(),
                       [](const std::string& line) { return line.starts_with("played again"); });
  });
  const std::string deal(games::deal_word(report.settings.game.value));
  return counted(report.hands.size(), deal, deal + 's') + " checked, " + std::to_string(opened) +
         " of them opened and played again; nothing is false.";
}

}  // namespace baize::protocol

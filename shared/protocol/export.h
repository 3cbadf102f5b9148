// A table's hands as one file that can be checked without the server (GET /api/tables/{id}/export.json): what one
// viewer was told and shown of each, with the values of its fair deal. The server writes it, verify.h reads it. Nothing
// is in it that its viewer may not know: of a hand whose seed was opened that is everything.
#pragma once

#include "cards/fair.h"
#include "table/action.h"
#include "table/history.h"
#include "table/table.h"

namespace baize::protocol {

using core::OrAbsent;
using core::TimeMs;
using core::Uuid;

// An opened hand, to be played again: the table just before its deal, less what this hand does not need and nobody may
// know (other hands' cards and seeds, bans), and the actions from its deal on.
struct ReplayableHand {
  table::State state;
  std::vector<table::Action> actions;
  friend bool operator==(const ReplayableHand&, const ReplayableHand&) = default;
};
BOOST_DESCRIBE_STRUCT(ReplayableHand, (), (state, actions))

struct ExportedHand {
  std::uint32_t number = 0;
  TimeMs began_at = 0;
  TimeMs ended_at = 0;
  table::DealBegan start;
  core::Flat<games::AnyEvents> events;   // as the viewer may know them; all of an opened hand
  OrAbsent<cards::fair::Evidence> fair;  // none where the game has no fair deals
  OrAbsent<ReplayableHand> replay;       // of an opened hand
  friend bool operator==(const ExportedHand&, const ExportedHand&) = default;
};
BOOST_DESCRIBE_STRUCT(ExportedHand, (), (number, began_at, ended_at, start, events, fair, replay))

struct TableExport {
  std::string format = "baize-export-1";
  core::TableId table;
  core::Name name;
  table::Settings settings;
  std::int32_t rules = 0;
  bool closed = false;
  Uuid viewer;                      // empty for who only watched
  std::vector<ExportedHand> hands;  // in their order
  OrAbsent<std::uint32_t> next;     // there are hands below this number: give it as ?before=
  friend bool operator==(const TableExport&, const TableExport&) = default;
};
BOOST_DESCRIBE_STRUCT(TableExport, (), (format, table, name, settings, rules, closed, viewer, hands, next))

// Follows a table's log from some state on and keeps what is told of each hand. Used where the log is kept.
class HandCollector {
 public:
  explicit HandCollector(table::State start) : state_(std::move(start)) {}

  // The next action of the log. Errors: those of table::apply, where the log is not this table's.
  core::Result<void> take(const table::Action& action);
  const table::State& state() const { return state_; }

  // The hands that are over, from number `from` on, as `viewer` may know them, with the proofs of all cards that it got
  // or saw.
  // `closed`: the table is by now, which may open all hands.
  TableExport told(const Uuid& viewer, std::uint32_t from, bool closed) const;

 private:
  struct Hand {
    table::DealRecord record;  // with all events
    OrAbsent<table::DealOpen> open;
    OrAbsent<table::DealSealed> sealed;
    cards::fair::Value seed;  // the house's secret, unless the hand is opened
    bool opened = false;
    bool opened_before = false;  // its deal was opened by an earlier action, so that it can be played again
    table::State before;
    std::vector<table::Action> actions;
  };

  void begin(const table::Outcome& outcome, const table::Action& action);
  static ExportedHand exported(const Hand& hand, const Uuid& viewer, bool opened);
  static cards::fair::Evidence evidence_of(const Hand& hand);

  table::State state_;
  OrAbsent<table::DealOpen> open_;
  std::vector<Hand> hands_;
};

// The record that stands in an exported hand.
table::DealRecord record_of(const TableExport& table, const ExportedHand& hand);

}  // namespace baize::protocol

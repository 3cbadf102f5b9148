// Deals that were played at this house's tables, as their logs tell them, for histories and replays: who may look, and
// the reading of the rows. Tables that are closed are here too. Any thread; nothing is played again.
#pragma once

#include <functional>

#include "protocol/export.h"
#include "rooms/hall.h"
#include "table/history.h"

namespace baize::server {

// A deal that is over, as one viewer may know it. `last`: the version up to which it was read; more may still be shown
// of it until the next deal begins.
struct ArchivedDeal {
  table::DealRecord record;
  std::uint64_t last = 0;
};

class Archive {
 public:
  Archive(Hall& hall, Readers& readers) : hall_(hall), readers_(readers) {}

  // `uuid` is empty for nobody known. Errors: no-such-table; not-found for a deal that never was or still runs;
  // wrong-passphrase and not-seated where this viewer may not watch the table and had no part in the deal. `then` on
  // any thread.
  void deal(const std::string& table, const core::Uuid& uuid, std::uint32_t number,
            std::function<void(core::Result<ArchivedDeal>)> then);
  // Some deals, the newest first; `next`: there are more, below this number.
  struct Page {
    std::vector<ArchivedDeal> deals;
    std::optional<std::uint32_t> next;
  };
  // Deals with numbers below `before`, at most `most`; a running one is left out. Asks for the right to watch.
  void deals(const std::string& table, const core::Uuid& uuid, std::uint32_t before, int most,
             std::function<void(core::Result<Page>)> then);

  // The table's hands below `before` that are over, at most `most` of the newest, as one file that can be checked
  // (protocol/export.h). Hands of older rules are left out: they cannot be played again to be told.
  void exported(const std::string& table, const core::Uuid& uuid, std::uint32_t before, int most,
                std::function<void(core::Result<protocol::TableExport>)> then);

 private:
  // What is known of a table besides its rows.
  struct Frame {
    core::TableId id;
    core::Name name;
    table::Settings settings;
    core::Result<void> may_watch;  // why not
  };
  using Framed = std::function<void(core::Result<Frame>)>;

  void frame(const std::string& table, const core::Uuid& uuid, Framed then);
  static core::Result<Frame> closed_frame(StoreReader& reader, const std::string& table, const core::Uuid& uuid);
  static std::optional<ArchivedDeal> read(StoreReader& reader, const Frame& frame, const DealRow& row);

  Hall& hall_;
  Readers& readers_;
};

}  // namespace baize::server

#include "rooms/ledger_audit.h"

#include <map>
#include <unordered_map>

#include "core/check.h"
#include "rooms/room_log.h"

namespace baize::server {

namespace {

constexpr std::string_view k_wallet = "wallet:";
constexpr std::string_view k_escrow = "escrow:";

std::string text(core::Chips chips) { return std::to_string(chips.count); }
std::string text(std::uint64_t count) { return std::to_string(count); }

class Auditor {
 public:
  explicit Auditor(StoreReader& reader) : reader_(reader) {}

  AuditReport report() {
    reader_.hold_still();
    read_entries();
    check_transfers();
    check_accounts();
    check_tables();
    for (const auto& [table, chips] : escrows_)
      if (chips != core::Chips{0})
        fault("The escrow of table " + table + " holds " + text(chips) + " chips, but there is no such table.");
    return std::move(report_);
  }

 private:
  void fault(std::string sentence) { report_.faults.push_back(std::move(sentence)); }

  // Of one account after the other, so that its balance can be followed.
  void read_entries() {
    reader_.ledger_entries([&](const LedgerEntryRow& one) {
      ++report_.entries;
      core::Chips& sum = sums_[one.account];
      sum += one.amount;
      all_entries_ += one.amount;
      if (one.balance != sum)
        fault("Entry " + std::to_string(one.id) + " of " + one.account + " says that " + text(one.balance) +
              " chips were left; its entries make " + text(sum) + ".");
    });
    if (all_entries_ != core::Chips{0}) fault("All entries together make " + text(all_entries_) + " chips, not 0.");
  }

  void check_transfers() {
    for (const UnevenTransferRow& one : reader_.uneven_transfers())
      fault("The transfer " + one.key + " has " + std::to_string(one.entries) + " entries that make " + text(one.sum) +
            " chips; it should have two that make 0.");
  }

  void check_accounts() {
    core::Chips all;
    reader_.ledger_accounts([&](const LedgerAccountRow& one) {
      ++report_.accounts;
      all += one.balance;
      const auto found = sums_.find(one.name);
      const core::Chips sum = found == sums_.end() ? core::Chips{0} : found->second;
      if (found != sums_.end()) sums_.erase(found);
      if (one.balance != sum)
        fault("The account " + one.name + " has " + text(one.balance) + " chips; its entries make " + text(sum) + ".");
      if (one.balance < core::Chips{0} && one.name != k_house)
        fault("The account " + one.name + " is below zero: " + text(one.balance) + ".");
      sort_out(one);
    });
    for (const auto& [name, sum] : sums_) fault("There are entries of " + name + ", but there is no such account.");
    if (all != core::Chips{0}) fault("All accounts together have " + text(all) + " chips, not 0.");
  }

  void sort_out(const LedgerAccountRow& one) {
    if (one.name == k_house) {
      report_.of_house = one.balance;
    } else if (one.name.starts_with(k_wallet)) {
      report_.in_wallets += one.balance;
    } else if (one.name.starts_with(k_escrow)) {
      report_.at_tables += one.balance;
      escrows_.emplace(one.name.substr(k_escrow.size()), one.balance);
    } else {
      fault("The account " + one.name + " is neither the house's nor a wallet nor a table's escrow.");
    }
  }

  void check_tables() {
    for (const TableRow& row : reader_.all_tables()) {
      const auto found = escrows_.find(row.id);
      const core::Chips escrow = found == escrows_.end() ? core::Chips{0} : found->second;
      if (found != escrows_.end()) escrows_.erase(found);
      row.closed ? ++report_.closed_tables : ++report_.open_tables;
      if (!row.closed) {
        check_open_table(row, escrow);
      } else if (escrow != core::Chips{0}) {
        fault("Table " + row.id + " is closed, but its escrow holds " + text(escrow) + " chips.");
      }
    }
  }

  // A log that can't be true breaks an invariant on the way; the other tables are checked all the same.
  core::Result<table::State> loaded(const TableRow& row) {
    try {
      return load_state(reader_, row.id);
    } catch (const core::BrokenInvariant& broken) {
      return core::fail(core::Reason::invalid_field, broken.what());
    }
  }

  void check_open_table(const TableRow& row, core::Chips escrow) {
    const auto state = loaded(row);
    if (!state) return fault("Table " + row.id + " can't be loaded: " + state.error().message + ".");
    core::Chips chips;
    for (const table::Sitter& one : state->sitters) chips += table::worth(*state, one);
    if (escrow != chips)
      fault("The escrow of table " + row.id + " holds " + text(escrow) + " chips; at version " + text(state->version) +
            " there are " + text(chips) + " on the table.");
  }

  StoreReader& reader_;
  AuditReport report_;
  core::Chips all_entries_;
  std::unordered_map<std::string, core::Chips> sums_;  // of the entries, by account
  std::map<std::string, core::Chips> escrows_;         // of tables that were not checked yet
};

}  // namespace

AuditReport audit(StoreReader& reader) { return Auditor(reader).report(); }

}  // namespace baize::server

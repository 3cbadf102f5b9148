#include "rooms/ledger_audit.h"

#include <iostream>

#include "commands/commands.h"
#include "store/sqlite_store.h"

namespace baize::server {

namespace {

void print(const AuditReport& report) {
  std::cout << "Ledger: " << report.entries << " entries in " << report.accounts
            << " accounts. In wallets: " << report.in_wallets.count << ", at tables: " << report.at_tables.count
            << ", the house: " << report.of_house.count << ".\n"
            << "Tables: " << report.open_tables << " open, " << report.closed_tables << " closed.\n";
  for (const std::string& one : report.faults) std::cout << one << '\n';
  if (report.faults.empty())
    std::cout
        << "No chip is missing or doubled: every balance equals its entries, every escrow equals the chips on its "
           "table, and the sum of all is zero.\n";
  else
    std::cout << "Faults: " << report.faults.size() << ". Chips are NOT all where they should be.\n";
}

}  // namespace

int audit(const std::string& database) {
  const auto reader = open_sqlite_reader(database);
  if (!reader) {
    std::cerr << reader.error().message << '\n';
    return 1;
  }
  try {
    const AuditReport report = audit(**reader);
    print(report);
    return report.faults.empty() ? 0 : 1;
  } catch (const std::exception& failure) {
    std::cerr << "Cannot read the database " << database << ": " << failure.what() << ".\n";
    return 1;
  }
}

}  // namespace baize::server

// What an account has in its wallet, how it came there, and the house's help for who has run out.
#include "accounts/accounts.h"
#include "accounts/secrets.h"

namespace baize::server {

namespace {

using core::Chips;
using core::fail;
using core::Reason;
using core::Result;

// How many of the newest entries are held against the tables that they belong to.
constexpr int k_newest = 100;
// How often chips may move while a claim is reckoned.
constexpr int k_tries = 5;

protocol::LedgerEntry entry_of(const LedgerEntryRow& row) {
  protocol::LedgerEntry entry{row.id, row.at, row.amount.count, row.balance, row.why, {}, {}, {}};
  if (row.table.empty()) return entry;
  entry.table.emplace(row.table);
  if (!row.table_name.empty()) entry.table_name.emplace(row.table_name);
  entry.version.emplace(row.version);
  return entry;
}

// What is known of an account that claims.
struct Claimant {
  std::vector<LedgerEntryRow> newest;
  core::TimeMs last_claim = 0;
  std::optional<Chips> at_tables;
};

std::string in_words(core::TimeMs wait) {
  const core::TimeMs minutes = (wait + 59'999) / 60'000;
  if (minutes < 120) return std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes");
  return std::to_string((minutes + 59) / 60) + " hours";
}

// Why this claim is refused; nothing if it is not.
std::optional<Accounts::ClaimRefusal> refusal(Chips wallet, Chips at_tables, Chips first_grant, core::TimeMs last_claim,
                                              core::TimeMs now) {
  using Refusal = Accounts::ClaimRefusal;
  const Chips least = first_grant / 10;
  if (wallet + at_tables >= least)
    return Refusal{
        {Reason::illegal_move, "The house helps out when you have fewer than " + std::to_string(least.count) +
                                   " chips. You have " + std::to_string((wallet + at_tables).count) + ", of these " +
                                   std::to_string(at_tables.count) + " at tables."},
        0};
  const core::TimeMs wait = last_claim + k_claim_ms - now;
  if (last_claim == 0 || wait <= 0) return std::nullopt;
  return Refusal{{Reason::too_many, "The house helps out once a day. Ask again in " + in_words(wait) + "."}, wait};
}

}  // namespace

void Accounts::wallet(const core::Uuid& account, Then<Chips> then) {
  const std::string name = wallet_of(account.view());
  readers_.read([name](StoreReader& reader) { return reader.balance(name); }, std::move(then));
}

void Accounts::ledger(const core::Uuid& account, std::int64_t before, int most, Then<protocol::Ledger> then) {
  const std::string name = wallet_of(account.view());
  readers_.read([name, before, most](StoreReader& reader) { return reader.entries_of(name, before, most + 1); },
                [most, then = std::move(then)](Result<std::vector<LedgerEntryRow>> rows) {
                  if (!rows) return then(fail(std::move(rows.error())));
                  protocol::Ledger page;
                  for (const LedgerEntryRow& one : *rows)
                    if (page.entries.size() < static_cast<std::size_t>(most)) page.entries.push_back(entry_of(one));
                  if (rows->size() > page.entries.size()) page.next = page.entries.back().id;
                  then(std::move(page));
                });
}

void Accounts::claim(const core::Uuid& account, ChipsAtTables at_tables, ClaimThen then) {
  try_claim(account, at_tables, k_tries, then);
}

// What is read counts only if the wallet is still the same when the chips are moved; else it is read again.
void Accounts::try_claim(const core::Uuid& account, const ChipsAtTables& at_tables, int tries, const ClaimThen& then) {
  const auto refuse = [then](ClaimRefusal why) { then(tl::unexpected(std::move(why))); };
  if (tries == 0) return refuse({{Reason::stale, "Your chips are just moving. Try again in a moment."}, 0});
  const auto look_up = [account, at_tables](StoreReader& reader) {
    Claimant claimant;
    claimant.newest = reader.entries_of(wallet_of(account.view()), std::numeric_limits<std::int64_t>::max(), k_newest);
    claimant.last_claim = reader.last_claim(account.view());
    claimant.at_tables = at_tables(claimant.newest);
    return claimant;
  };
  readers_.read(look_up, [this, account, at_tables, tries, then, refuse](Result<Claimant> found) {
    if (!found) return refuse({std::move(found.error()), 0});
    const auto again = [this, account, at_tables, tries, then] { try_claim(account, at_tables, tries - 1, then); };
    if (!found->at_tables) return again();
    const auto& newest = found->newest;
    const Chips wallet = newest.empty() ? Chips{0} : newest.front().balance;
    const core::TimeMs now = now_ms();
    if (auto why = refusal(wallet, *found->at_tables, first_grant_, found->last_claim, now)) return refuse(*why);

    const std::string id(account.view());
    const Chips amount = first_grant_ - wallet - *found->at_tables;
    CommitUnit unit;
    unit.writes.emplace_back(LedgerStandsAt{wallet_of(id), newest.empty() ? 0 : newest.front().id});
    unit.writes.emplace_back(MoveChips{claim_key(id, now), k_house, wallet_of(id), amount, "claim", {}, 0, now});
    journal_.commit(std::move(unit), nullptr, [again, refuse, amount, then](CommitOutcome outcome) {
      if (outcome.end == CommitOutcome::End::durable)
        return then(protocol::Claimed{amount, outcome.wallets.back().balance});
      if (outcome.error.reason == Reason::stale) return again();
      refuse({std::move(outcome.error), 0});
    });
  });
}

}  // namespace baize::server

// What an account has in its wallet, how it came there, and the house's help for who has run out.
#include "accounts/accounts.h"
#include "accounts/secrets.h"
#include "core/json_write.h"

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

// What an account has when it claims.
struct Means {
  std::vector<LedgerEntryRow> newest;
  core::TimeMs last_claim = 0;
  std::optional<Chips> at_tables;

  Chips wallet() const { return newest.empty() ? Chips{0} : newest.front().balance; }
  std::int64_t newest_entry() const { return newest.empty() ? 0 : newest.front().id; }
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

void Accounts::claim(const Claimant& claimant, ClaimThen then) { try_claim(claimant, k_tries, then); }

// What is read counts only if the wallet is still the same when the chips are moved; else it is read again.
void Accounts::try_claim(const Claimant& claimant, int tries, const ClaimThen& then) {
  const auto refuse = [then](ClaimRefusal why) { then(tl::unexpected(std::move(why))); };
  if (tries == 0) return refuse({{Reason::stale, "Your chips are just moving. Try again in a moment."}, 0});
  const auto look_up = [claimant](StoreReader& reader) {
    const auto account = claimant.account.view();
    Means means;
    means.newest = reader.entries_of(wallet_of(account), std::numeric_limits<std::int64_t>::max(), k_newest);
    means.last_claim = reader.last_claim(account);
    means.at_tables = claimant.at_tables(means.newest);
    // What a table shows stands in the ledger already: a newer entry may have been counted on both sides.
    const auto since = reader.entries_of(wallet_of(account), std::numeric_limits<std::int64_t>::max(), 1);
    if (!since.empty() && since.front().id != means.newest_entry()) means.at_tables.reset();
    return means;
  };
  readers_.read(look_up, [this, claimant, tries, then, refuse](Result<Means> means) {
    if (!means) return refuse({std::move(means.error()), 0});
    const auto again = [this, claimant, tries, then] { try_claim(claimant, tries - 1, then); };
    if (!means->at_tables) return again();
    const core::TimeMs now = now_ms();
    if (auto why = refusal(means->wallet(), *means->at_tables, first_grant_, means->last_claim, now))
      return refuse(*why);
    const std::string id(claimant.account.view());
    const Chips amount = first_grant_ - means->wallet() - *means->at_tables;
    CommitUnit unit;
    unit.writes.emplace_back(LedgerStandsAt{wallet_of(id), means->newest_entry()});
    unit.writes.emplace_back(MoveChips{claim_key(id, now), k_house, wallet_of(id), amount, "claim", {}, 0, now});
    const auto body = [amount](Chips wallet) { return core::to_json(protocol::Claimed{amount, wallet}); };
    unit.writes.emplace_back(GiveAnswer{claimant.name, id, 200, body});
    journal_.commit(std::move(unit), nullptr, [again, refuse, then](CommitOutcome outcome) {
      if (outcome.answer) return then(std::move(*outcome.answer));
      if (outcome.error.reason == Reason::stale) return again();
      refuse({std::move(outcome.error), 0});
    });
  });
}

}  // namespace baize::server

#include "client/seal_words.h"

#include <algorithm>

namespace baize::client {

namespace fair = cards::fair;

namespace {

std::string counted(int count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void add_counts(SealWords& words, const Witness::Tally& tally, const narration::Names& names, std::string_view deal) {
  const std::string one(deal);
  words.proven.push_back(counted(tally.proofs, "card", "cards") + " in " + counted(tally.sealed, one, one + "s") +
                         ": each that you got or saw was proven to lie where it did in a deck that was fixed before " +
                         "the first card was dealt.");
  if (tally.own_value > 0)
    words.proven.push_back("Your device had its part in " + counted(tally.own_value, "shuffle", "shuffles") +
                           ", with a value that the house did not know when it committed itself.");
  if (tally.opened > 0)
    words.proven.push_back(counted(tally.opened, one + " was", one + "s were") +
                           " opened afterwards: the whole deck followed from the committed seed and the players' " +
                           "values, every card and every salt of it.");
  if (tally.reopened > 0)
    words.proven.push_back(counted(tally.reopened, "deal was", "deals were") +
                           " opened and not dealt, because those who were to get cards had left.");
  for (std::size_t seat = 0; seat < tally.left_out.size(); ++seat)
    if (tally.left_out[seat] > 0)
      words.proven.push_back("Without a value in time from " + names[static_cast<Seat>(seat)] + ": " +
                             counted(tally.left_out[seat], one + ".", one + "s."));
}

std::string audit_words(std::optional<games::Audit> audit, const std::string& deal) {
  if (audit == games::Audit::sample)
    return "One " + deal + " in 20 is opened, drawn by the values of the " + deal +
           " after it. For the others it is proven that the cards were fixed, not that the shuffle was honest.";
  if (audit == games::Audit::at_close)
    return "All " + deal +
           "s are opened when the table closes. Until then it is proven that the cards were fixed, not that the "
           "shuffle was honest.";
  return "No " + deal +
         " is opened at this table: it is proven that the cards were fixed, not that the shuffle was honest.";
}

}  // namespace

std::string spoken_root(const fair::Evidence& deal) {
  std::string words;
  for (const std::string_view word : fair::words_of(deal.root)) {
    if (!words.empty()) words += ' ';
    words += word;
  }
  return words;
}

SealWords seal_words(const Witness& witness, const narration::Names& names, std::string_view deal) {
  SealWords words;
  switch (witness.standing()) {
    case Witness::Standing::nothing_yet:
      words.title = "No deal to check yet";
      words.verdict = "As soon as cards are dealt, your device checks them, and a seal appears.";
      break;
    case Witness::Standing::unbroken:
      words.title = "The seal is unbroken";
      words.verdict =
          "All that the house has told of its deals so far fits together. Your device has checked it itself.";
      break;
    case Witness::Standing::elsewhere:
      words.title = "Another window gives your values";
      words.verdict = "Nothing was false. But since " + std::string(deal) + " " +
                      std::to_string(*witness.given_elsewhere()) +
                      " another window or device with your account has its part in the shuffles, and not this one. If "
                      "you have no other one open, somebody acts in your name: do not trust the deals of this table.";
      break;
    case Witness::Standing::broken:
      words.title = "The seal is broken";
      words.verdict =
          "In " + std::string(deal) + " " + std::to_string(witness.broken_in()) + ": " + witness.broken_because() +
          " What this device was told does not fit to what was fixed before the cards were dealt. Either the "
          "cards were changed, or something is wrong with the server or on the way from it to you.";
      words.advice = {
          "Put no more chips into this game, and leave the table: what you have left goes back to you.",
          "Ask the others which four words they see for this " + std::string(deal) + ", and tell them what you see.",
          "Keep the record of the table. It can be checked anywhere, and shown to others."};
      break;
  }
  // Of a house that was found out, it says nothing that some things held.
  const bool held =
      witness.standing() == Witness::Standing::unbroken || witness.standing() == Witness::Standing::elsewhere;
  if (held) add_counts(words, witness.tally(), names, deal);
  words.limits.push_back(
      "Nothing here stops a house that peeks at its own cards: it deals them, so it could know them.");
  words.limits.push_back(audit_words(witness.audit(), std::string(deal)));
  words.limits.push_back(
      "The house could show other players another deck. Compare the four words with them aloud; who must be sure "
      "compares the whole fingerprint.");
  return words;
}

std::vector<SealValue> seal_values(const fair::Evidence& deal, const narration::Names& names) {
  std::vector<SealValue> values;
  values.push_back({"Fingerprint of the deck", to_text(deal.root)});
  values.push_back({"The house's commitment", to_text(deal.commitment)});
  for (const fair::Part& part : deal.parts) {
    values.push_back({"Frozen, " + names[part.seat], to_text(part.last)});
    values.push_back(
        {"Given, " + names[part.seat], part.value ? to_text(*part.value) : std::string("did not come in time")});
  }
  if (deal.seed) values.push_back({"The house's seed, opened", to_text(*deal.seed)});
  std::vector<fair::Proof> proofs = deal.proofs;
  std::sort(proofs.begin(), proofs.end(), [](const auto& a, const auto& b) { return a.position < b.position; });
  for (const fair::Proof& proof : proofs)
    values.push_back({std::string(to_text(proof.card)) + " at place " + std::to_string(proof.position + 1) + ", salt",
                      to_text(proof.salt)});
  return values;
}

}  // namespace baize::client

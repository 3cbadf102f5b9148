// The seal of a table in plain words: what the witness has found, what that proves and what nothing here can prove, and
// the values themselves. Screens and the command line show it; it judges nothing.
#pragma once

#include <string>
#include <vector>

#include "client/witness.h"
#include "narration/words.h"

namespace baize::client {

struct SealWords {
  std::string title;                // "The seal is unbroken"
  std::string verdict;              // why, in a sentence or two
  std::vector<std::string> proven;  // what was checked, one thing a line
  std::vector<std::string> limits;  // what it can't tell
  std::vector<std::string> advice;  // what to do; only where the seal is broken
};

// `names` for seats, `deal` for what the game calls one ("hand"). Where nothing was dealt yet, the lines say what will
// be checked.
SealWords seal_words(const Witness& witness, const narration::Names& names, std::string_view deal);

// "map turnip cottage joker".
std::string spoken_root(const cards::fair::Evidence& deal);

// A value with what it is called, for people who check by hand: hexadecimal digits.
struct SealValue {
  std::string name;
  std::string value;
};
std::vector<SealValue> seal_values(const cards::fair::Evidence& deal, const narration::Names& names);

}  // namespace baize::client

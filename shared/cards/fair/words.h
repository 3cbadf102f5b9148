// Four words for a hash, so that players can compare it aloud. The seal on a table shows those of a deal's root.
#pragma once

#include <array>
#include <string_view>

#include "cards/fair/chain.h"

namespace baize::cards::fair {

/// The words by their numbers, in the order of the alphabet: 1024 common nouns of 3 to 9 letters, our own list.
inline constexpr std::size_t k_word_count = 1024;
std::string_view word(std::size_t number);

/// The first 40 bits of the hash as four numbers of 10 bits, highest first, each as its word. Forty bits tell an
/// accident from a match; they do not hold against somebody who looks for two hashes with the same words, which takes
/// about a million tries. Who must be sure compares the whole hash.
std::array<std::string_view, 4> words_of(const Hash& hash);

}  // namespace baize::cards::fair

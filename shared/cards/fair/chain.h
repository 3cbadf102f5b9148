// A seat's hash chain: values of which each is the SHA-256 of the one that is given after it. Clients keep one a seat
// and give its values one a hand; whoever knows an earlier value can tell a true later one. It never leaves its client.
#pragma once

#include <array>
#include <cstdint>

#include "core/bytes.h"

namespace baize::cards::fair {

/// A SHA-256 value: commitments, roots, nodes.
using Hash = core::Digest;
/// 32 bytes that somebody keeps to himself until they are due: the values of a chain, the server's seed.
using Value = core::Entropy;

/// SHA-256 of the 32 bytes: the step of a chain, and the commitment to a server's seed.
Hash hash_of(const Value& value);

/// Begins with a tip, which is known before any deal, and yields the values below it, one a deal.
class Chain {
 public:
  /// How many values follow the tip.
  static constexpr std::uint32_t k_length = 1024;

  /// `secret` decides all values: fresh from the system's generator, used for one chain, told to nobody.
  explicit Chain(const Value& secret);

  /// What the last value hashes to: the first thing that a seat says of itself.
  const Hash& tip() const { return tip_; }
  /// The value to give next: hash_of(next()) is the one given before it, or the tip. Needs left() > 0.
  Value next();
  /// How many values are still to be given.
  std::uint32_t left() const { return left_; }

 private:
  // One value in 32 is kept and the others are hashed from it, so that ten thousand chains fit in a few MB.
  static constexpr std::uint32_t k_stride = 32;

  std::array<Value, k_length / k_stride> marks_;
  Hash tip_;
  std::uint32_t left_ = k_length;
};

}  // namespace baize::cards::fair

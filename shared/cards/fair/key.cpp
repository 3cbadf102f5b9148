#include "cards/fair/key.h"

#include <string>

namespace baize::cards::fair {

namespace {

void append_number(std::string& bytes, std::uint64_t number, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes.push_back(static_cast<char>((number >> shift) & 0xff));
}

void append_field(std::string& bytes, std::string_view field) {
  append_number(bytes, field.size(), 4);
  bytes.append(field);
}

void append_field(std::string& bytes, const Value& value) {
  append_field(bytes, {reinterpret_cast<const char*>(value.data()), value.size()});
}

void append_number_field(std::string& bytes, std::uint64_t number, int size) {
  append_number(bytes, static_cast<std::uint64_t>(size), 4);
  append_number(bytes, number, size);
}

void append_parts(std::string& bytes, std::span<const Part> parts) {
  append_number_field(bytes, parts.size(), 1);
  for (const Part& part : parts) {
    append_number_field(bytes, static_cast<std::uint64_t>(part.seat), 1);
    append_field(bytes, part.last);
    if (part.value)
      append_field(bytes, *part.value);
    else
      append_field(bytes, std::string_view());
  }
}

}  // namespace

bool parts_hold(std::span<const Part> parts) {
  int seat = -1;
  for (const Part& part : parts) {
    if (part.seat <= seat) return false;
    if (part.value && hash_of(*part.value) != part.last) return false;
    seat = part.seat;
  }
  return true;
}

core::Entropy deal_key(std::string_view table, std::uint64_t hand, std::span<const Part> parts, const Hash& commitment,
                       const Value& server_seed) {
  std::string bytes;
  append_field(bytes, "baize deal key");
  append_field(bytes, table);
  append_number_field(bytes, hand, 8);
  append_parts(bytes, parts);
  append_field(bytes, commitment);
  append_field(bytes, server_seed);
  return core::sha256(bytes);
}

bool audit_draws(std::uint64_t hand, std::span<const Part> next) {
  std::string bytes;
  append_field(bytes, "baize audit draw");
  append_number_field(bytes, hand, 8);
  append_parts(bytes, next);
  const Hash hash = core::sha256(bytes);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | hash.raw[i];
  return number % k_audit_rate == 0;
}

}  // namespace baize::cards::fair

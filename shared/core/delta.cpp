#include "core/delta.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace baize::core {

namespace {

using Kind = Form::Kind;

// Differences below this are shorter as they are than as a place among those that came before.
constexpr std::uint64_t k_least_known = 16;

std::uint64_t load(const Form& form, const void* value) {
  std::uint64_t number = 0;
  if (form.width == 1) {
    std::uint8_t byte = 0;
    std::memcpy(&byte, value, 1);
    number = form.is_signed ? static_cast<std::uint64_t>(static_cast<std::int8_t>(byte)) : byte;
  } else if (form.width == 2) {
    std::uint16_t half = 0;
    std::memcpy(&half, value, 2);
    number = form.is_signed ? static_cast<std::uint64_t>(static_cast<std::int16_t>(half)) : half;
  } else if (form.width == 4) {
    std::uint32_t word = 0;
    std::memcpy(&word, value, 4);
    number = form.is_signed ? static_cast<std::uint64_t>(static_cast<std::int32_t>(word)) : word;
  } else {
    std::memcpy(&number, value, 8);
  }
  return number;
}

// False if the number is none of the form's.
bool store(const Form& form, void* value, std::uint64_t number) {
  const auto byte = static_cast<std::uint8_t>(number);
  const auto half = static_cast<std::uint16_t>(number);
  const auto word = static_cast<std::uint32_t>(number);
  if (form.width == 1)
    std::memcpy(value, &byte, 1);
  else if (form.width == 2)
    std::memcpy(value, &half, 2);
  else if (form.width == 4)
    std::memcpy(value, &word, 4);
  else
    std::memcpy(value, &number, 8);
  return load(form, value) == number && (form.largest == 0 || number <= form.largest);
}

constexpr std::uint64_t zigzag(std::uint64_t number) { return (number << 1) ^ (0 - (number >> 63)); }
constexpr std::uint64_t unzigzag(std::uint64_t coded) { return (coded >> 1) ^ (0 - (coded & 1)); }
constexpr std::uint64_t size_of(std::uint64_t difference) {
  return (difference >> 63) != 0 ? 0 - difference : difference;
}

// How many bits tell `count` things apart.
unsigned width_for(std::uint64_t count) { return count < 2 ? 0 : static_cast<unsigned>(std::bit_width(count - 1)); }

void note(KnownNumbers& numbers, std::uint64_t size) {
  if (size >= k_least_known && numbers.count < KnownNumbers::k_most) numbers.sizes[numbers.count++] = size;
}

const void* member(const Form& form, const void* value, std::size_t i) { return form.members[i].in(value); }

// The parts of a value that is there are its own, so that what may be written to the whole may be written to them.
void* part(const void* found) { return const_cast<void*>(found); }

// Whether two are the same, of a kind that has no parts; false of every other.
bool same_leaf(const Form& form, const void* a, const void* b) {
  switch (form.kind) {
    case Kind::boolean:
      return std::memcmp(a, b, sizeof(bool)) == 0;
    case Kind::number:
    case Kind::enumerator:
      return load(form, a) == load(form, b);
    case Kind::raw:
      return std::memcmp(a, b, form.bound) == 0;
    case Kind::byte:
      return form.byte(a) == form.byte(b);
    case Kind::text:
      return form.text(a) == form.text(b);
    default:
      return false;
  }
}

void add_texts(std::vector<std::string_view>& texts, const Form& form, const void* value) {
  if (!form.has_texts) return;
  switch (form.kind) {
    case Kind::text:
      texts.push_back(form.text(value));
      break;
    case Kind::optional:
    case Kind::sequence:
      for (std::size_t i = 0; i < form.count(value); ++i) add_texts(texts, *form.item.form, form.at(value, i));
      break;
    case Kind::variant:
      add_texts(texts, *form.alternatives[form.count(value)].form, form.at(value, 0));
      break;
    case Kind::fields:
      for (std::size_t i = 0; i < form.bound; ++i) add_texts(texts, *form.members[i].form, member(form, value, i));
      break;
    default:
      break;
  }
}

}  // namespace

const std::vector<std::string_view>& KnownTexts::all() {
  if (form_ != nullptr) add_texts(texts_, *std::exchange(form_, nullptr), value_);
  return texts_;
}

void DeltaOutput::bits(std::uint64_t value, unsigned count) {
  while (count > 0) {
    if (free_bits_ == 0) {
      bytes_.push_back('\0');
      free_bits_ = 8;
    }
    const unsigned now = std::min(count, free_bits_);
    count -= now;
    free_bits_ -= now;
    const auto some = (value >> count) & ((1u << now) - 1);
    bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | (some << free_bits_));
  }
}

void DeltaOutput::take_back(std::size_t bytes, unsigned free_bits) {
  bytes_.resize(bytes);
  free_bits_ = free_bits;
  if (bytes > 0)
    bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) >> free_bits_ << free_bits_);
}

void DeltaOutput::groups(std::uint64_t value) {
  for (; value >= 8; value >>= 3) bits(8 | (value & 7), 4);
  bits(value, 4);
}

bool DeltaOutput::put_if_changed(const Form& form, const void* base, const void* value) {
  if (same_leaf(form, base, value)) {
    bit(false);
    return false;
  }
  const std::size_t bytes = bytes_.size();
  const unsigned free_bits = free_bits_;
  bit(true);
  if (put(form, base, value)) return true;
  take_back(bytes, free_bits);
  bit(false);
  return false;
}

void DeltaOutput::put_number(std::uint64_t difference) {
  const std::uint64_t size = size_of(difference);
  if (numbers_.count > 0) {
    std::size_t known = 0;
    while (known < numbers_.count && numbers_.sizes[known] != size) ++known;
    bit(known < numbers_.count);
    if (known < numbers_.count) {
      bit(size != difference);
      return bits(known, width_for(numbers_.count));
    }
  }
  note(numbers_, size);
  groups(zigzag(difference));
}

void DeltaOutput::put_text(std::string_view text) {
  const auto& all = texts_.all();
  const auto known = std::find(all.begin(), all.end(), text);
  bit(known != all.end());
  if (known != all.end()) return bits(static_cast<std::uint64_t>(known - all.begin()), width_for(all.size()));
  groups(text.size());
  for (const char one : text) bits(static_cast<unsigned char>(one), 8);
}

bool DeltaOutput::put_items(const Form& form, const void* base, const void* value, std::size_t count) {
  bool changed = false;
  for (std::size_t i = 0; i < count; ++i)
    if (put_if_changed(*form.item.form, form.at(base, i), form.at(value, i))) changed = true;
  return changed;
}

bool DeltaOutput::put_optional(const Form& form, const void* base, const void* value) {
  const bool had = form.count(base) > 0;
  const bool has = form.count(value) > 0;
  bit(has);
  if (!has) return had;
  const bool changed = put(*form.item.form, had ? form.at(base, 0) : form.item.fresh, form.at(value, 0));
  return changed || !had;
}

bool DeltaOutput::put_list(const Form& form, const void* base, const void* value) {
  const std::size_t before = form.count(base);
  const std::size_t count = form.count(value);
  if (count > before + k_most_added) failed_ = true;
  bit(count != before);
  if (count != before) groups(count);
  if (failed_) return true;
  const bool changed = put_items(form, base, value, std::min(before, count));
  for (std::size_t i = before; i < count && !failed_; ++i)
    (void)put(*form.item.form, form.item.fresh, form.at(value, i));
  return changed || count != before;
}

bool DeltaOutput::put_choice(const Form& form, const void* base, const void* value) {
  const std::size_t chosen = form.count(value);
  const FormItem& kind = form.alternatives[chosen];
  const bool another = form.count(base) != chosen;
  bit(another);
  if (another) bits(chosen, width_for(form.bound));
  const bool changed = put(*kind.form, another ? kind.fresh : form.at(base, 0), form.at(value, 0));
  return changed || another;
}

bool DeltaOutput::put(const Form& form, const void* base, const void* value) {
  switch (form.kind) {
    case Kind::boolean:
      bit(*static_cast<const bool*>(value));
      break;
    case Kind::number:
      put_number(load(form, value) - load(form, base));
      break;
    case Kind::enumerator:
      bits(load(form, value), width_for(form.bound));
      break;
    case Kind::byte:
      bits(form.byte(value), width_for(form.bound));
      break;
    case Kind::raw:
      for (std::size_t i = 0; i < form.bound; ++i) bits(static_cast<const unsigned char*>(value)[i], 8);
      break;
    case Kind::text:
      put_text(form.text(value));
      break;
    case Kind::optional:
      return put_optional(form, base, value);
    case Kind::sequence:
      return put_list(form, base, value);
    case Kind::array:
      return put_items(form, base, value, form.bound);
    case Kind::variant:
      return put_choice(form, base, value);
    case Kind::fields: {
      bool changed = false;
      for (std::size_t i = 0; i < form.bound; ++i)
        if (put_if_changed(*form.members[i].form, member(form, base, i), member(form, value, i))) changed = true;
      return changed;
    }
  }
  return !same_leaf(form, base, value);
}

std::uint64_t DeltaInput::bits(unsigned count) {
  if (failed_ || count > 8 * bytes_.size() - at_) {
    failed_ = true;
    return 0;
  }
  std::uint64_t value = 0;
  while (count > 0) {
    const auto left = static_cast<unsigned>(8 - at_ % 8);
    const unsigned now = std::min(count, left);
    const auto byte = static_cast<unsigned char>(bytes_[at_ / 8]);
    value = value << now | ((static_cast<unsigned>(byte) >> (left - now)) & ((1u << now) - 1));
    at_ += now;
    count -= now;
  }
  return value;
}

std::uint64_t DeltaInput::groups() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 3) {
    const std::uint64_t group = bits(4);
    if (shift == 63 && (group & 7) > 1) break;
    value |= (group & 7) << shift;
    if (group < 8) return value;
  }
  failed_ = true;
  return 0;
}

void DeltaInput::to_next_byte() {
  while (!failed_ && at_ % 8 != 0)
    if (bit()) failed_ = true;
}

std::uint64_t DeltaInput::difference() {
  if (numbers_.count > 0 && bit()) {
    const bool down = bit();
    const auto place = static_cast<std::size_t>(bits(width_for(numbers_.count)));
    if (place >= numbers_.count) {
      failed_ = true;
      return 0;
    }
    return down ? 0 - numbers_.sizes[place] : numbers_.sizes[place];
  }
  const std::uint64_t number = unzigzag(groups());
  note(numbers_, size_of(number));
  return number;
}

void DeltaInput::get_text(const Form& form, void* value) {
  if (bit()) {
    const auto& all = texts_.all();
    const auto place = static_cast<std::size_t>(bits(width_for(all.size())));
    if (failed_ || place >= all.size() || all[place].size() > form.bound)
      failed_ = true;
    else
      form.set_text(value, all[place]);
    return;
  }
  const std::uint64_t size = groups();
  if (size > form.bound || size > bytes_.size() - at_ / 8) failed_ = true;
  std::string text;
  for (std::uint64_t i = 0; i < size && !failed_; ++i) text.push_back(static_cast<char>(bits(8)));
  if (!failed_) form.set_text(value, text);
}

void DeltaInput::get_list(const Form& form, void* value) {
  const std::size_t before = form.count(value);
  const std::uint64_t wanted = bit() ? groups() : before;
  if (wanted > form.bound || wanted > before + k_most_added) failed_ = true;
  const auto count = static_cast<std::size_t>(wanted);
  if (!failed_ && count < before) form.resize(value, count);
  for (std::size_t i = 0; i < count && !failed_; ++i) {
    if (i >= before)
      form.resize(value, i + 1);
    else if (!bit())
      continue;
    get(*form.item.form, part(form.at(value, i)));
  }
}

void DeltaInput::get_choice(const Form& form, void* value) {
  if (bit()) {
    const auto chosen = static_cast<std::size_t>(bits(width_for(form.bound)));
    if (failed_ || chosen >= form.bound) {
      failed_ = true;
      return;
    }
    form.resize(value, chosen);
  }
  get(*form.alternatives[form.count(value)].form, part(form.at(value, 0)));
}

void DeltaInput::get(const Form& form, void* value) {
  switch (form.kind) {
    case Kind::boolean:
      *static_cast<bool*>(value) = bit();
      return;
    case Kind::number:
      if (!store(form, value, load(form, value) + difference())) failed_ = true;
      return;
    case Kind::enumerator: {
      const std::uint64_t number = bits(width_for(form.bound));
      if (number >= form.bound)
        failed_ = true;
      else
        store(form, value, number);
      return;
    }
    case Kind::byte:
      if (!form.set_byte(value, static_cast<std::uint8_t>(bits(width_for(form.bound))))) failed_ = true;
      return;
    case Kind::raw:
      for (std::size_t i = 0; i < form.bound; ++i)
        static_cast<unsigned char*>(value)[i] = static_cast<unsigned char>(bits(8));
      return;
    case Kind::text:
      return get_text(form, value);
    case Kind::optional: {
      const std::size_t has = bit() ? 1 : 0;
      if (has != form.count(value)) form.resize(value, has);
      if (has != 0) get(*form.item.form, part(form.at(value, 0)));
      return;
    }
    case Kind::sequence:
      return get_list(form, value);
    case Kind::array:
      for (std::size_t i = 0; i < form.bound && !failed_; ++i)
        if (bit()) get(*form.item.form, part(form.at(value, i)));
      return;
    case Kind::variant:
      return get_choice(form, value);
    case Kind::fields:
      for (std::size_t i = 0; i < form.bound && !failed_; ++i)
        if (bit()) get(*form.members[i].form, part(member(form, value, i)));
      return;
  }
}

}  // namespace baize::core

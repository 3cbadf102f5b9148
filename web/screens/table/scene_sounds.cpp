#include "web/screens/table/scene_sounds.h"

#include "web/platform/sound.h"

namespace baize::web::screens {
namespace {

using platform::Sound;
using scene::Element;

bool chips_came(const Element& now, const Element* before) {
  const auto* pile = std::get_if<scene::ChipPile>(&now.figure);
  if (pile == nullptr) return false;
  const auto* had = before != nullptr ? std::get_if<scene::ChipPile>(&before->figure) : nullptr;
  return had == nullptr || pile->amount > had->amount;
}

bool won(const Element& now, const Element* before) {
  const auto* plate = std::get_if<scene::SeatPlate>(&now.figure);
  const auto* was = before != nullptr ? std::get_if<scene::SeatPlate>(&before->figure) : nullptr;
  return plate != nullptr && plate->mood == scene::PlateMood::winner && was != nullptr &&
         was->mood != scene::PlateMood::winner;
}

}  // namespace

void play_changes(const scene::Scene& before, const scene::Scene& after) {
  bool card = false;
  bool chip = false;
  bool win = false;
  for (const Element& now : after.elements) {
    const Element* was = before.find(now.id);
    card = card || (was == nullptr && std::holds_alternative<scene::CardFigure>(now.figure));
    chip = chip || chips_came(now, was);
    win = win || won(now, was);
  }
  if (card) platform::play_sound(Sound::card);
  if (win)
    platform::play_sound(Sound::win);
  else if (chip)
    platform::play_sound(Sound::chip);
}

}  // namespace baize::web::screens

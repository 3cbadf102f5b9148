#include "table/picture.h"

#include <algorithm>

#include "narration/phrase.h"

namespace baize::table {

namespace {

using narration::Phrase;

constexpr Phrase k_paused{"table.sign.paused", "Paused"};
constexpr Phrase k_pause_pending{"table.sign.pause-pending", "Pause after this deal"};
constexpr Phrase k_closed{"table.sign.closed", "This table is closed"};
constexpr Phrase k_waiting{"table.sign.waiting", "Waiting for players"};
constexpr Phrase k_starting{"table.sign.starting", "The next deal begins in a moment"};

games::TableFacts facts(const PublicView& shared, const ViewerView* viewer, const PictureSetting& setting) {
  games::TableFacts facts;
  const TableSettings& own = shared.table.settings.table.value;
  facts.area = setting.area;
  facts.safe = setting.safe;
  facts.seat_count = own.seats;
  for (const SeatView& one : shared.seats) {
    const auto* list = setting.connected;
    const bool bot = one.bot || one.stand_in.has_value();
    const bool here = bot || list == nullptr || std::find(list->begin(), list->end(), one.uuid) != list->end();
    facts.seats.push_back(
        {one.seat, std::string(one.username.view()), std::string(one.uuid.view()), one.stack, one.status, bot, here});
  }
  if (viewer != nullptr) {
    facts.viewer = viewer->seat;
    facts.may_sit = setting.offers_seats && viewer->role == Role::spectator && shared.table.status != Status::closed;
  }
  facts.may_pick = setting.may_pick;
  if (shared.deadline) facts.turn_clock = scene::TurnClock{*shared.deadline, TimeMs{own.turn_seconds} * 1000};
  facts.paused = shared.table.status == Status::paused;
  return facts;
}

// What the table itself has to say in the middle; nothing while a game runs as usual.
const Phrase* sign(const PublicView& shared) {
  if (shared.table.status == Status::closed) return &k_closed;
  if (shared.table.status == Status::paused) return &k_paused;
  if (shared.table.pause_pending) return &k_pause_pending;
  if (shared.table.status != Status::waiting) return nullptr;
  return shared.next_deal ? &k_starting : &k_waiting;
}

}  // namespace

scene::Scene picture(const PublicView& shared, const ViewerView* viewer, const PictureSetting& setting) {
  const auto* own = viewer != nullptr && viewer->seat ? &viewer->own.value : nullptr;
  scene::Scene scene = games::picture(shared.public_, own, facts(shared, viewer, setting));
  const Phrase* phrase = sign(shared);
  const scene::Element* free = scene.find("notice");
  if (phrase == nullptr || free == nullptr) return scene;
  const std::string text = narration::said(*phrase, {});
  const scene::Rect box = free->box;
  const float size = std::clamp(box.height * 0.55F, 11.0F, 20.0F);
  scene::Element& pill =
      scene.add("table.sign", box, scene::Pill{text, size, scene::Align::centre, scene::Role::plate, scene::Role::ink});
  pill.meaning = {scene::Part::text, text, {}, {}};
  return scene;
}

}  // namespace baize::table

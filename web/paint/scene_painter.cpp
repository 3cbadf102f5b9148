#include "web/paint/scene_painter.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "web/paint/canvas_brush.h"
#include "web/paint/theme.h"
#include "web/platform/frame_loop.h"
#include "web/platform/input.h"

namespace baize::web::paint {
namespace {

using scene::CardFigure;
using scene::Element;

/// Fast at first, gentle at the end.
float eased(double share) {
  const double rest = 1 - std::clamp(share, 0.0, 1.0);
  return static_cast<float>(1 - rest * rest * rest);
}

float between(float a, float b, float share) { return a + (b - a) * share; }

Rect between(const Rect& a, const Rect& b, float share) {
  return {between(a.x, b.x, share), between(a.y, b.y, share), between(a.width, b.width, share),
          between(a.height, b.height, share)};
}

Rect centred_at(Point centre, const Rect& size) { return scene::around(centre, {size.width, size.height}); }

double share_at(double start, double now) { return (now - start) / k_move; }

/// The old figure if the card has to turn over to become the new one.
std::optional<CardFigure> turned(const Element& before, const Element& after) {
  const auto* old_card = std::get_if<CardFigure>(&before.figure);
  const auto* new_card = std::get_if<CardFigure>(&after.figure);
  if (old_card == nullptr || new_card == nullptr || old_card->face.has_value() == new_card->face.has_value()) return {};
  return *old_card;
}

}  // namespace

bool ScenePainter::settled(const Actor& actor, double now) { return !actor.moving || share_at(actor.start, now) >= 1; }

scene::Element ScenePainter::pose(const Actor& actor, double now) {
  Element posed = actor.element;
  if (settled(actor, now)) return posed;
  const float share = eased(share_at(actor.start, now));
  posed.box = between(actor.from_box, actor.element.box, share);
  posed.opacity = between(actor.from_opacity, actor.element.opacity, share);
  return posed;
}

void ScenePainter::enter(Element element, double now) {
  Actor actor{std::move(element), {}, 0, now, true, false, {}};
  const scene::Motion& motion = actor.element.motion;
  actor.start += motion.delay_ms;
  actor.from_box = motion.from ? centred_at(*motion.from, actor.element.box) : actor.element.box;
  actors_.push_back(std::move(actor));
}

void ScenePainter::follow(Actor actor, Element element, double now) {
  const Element here = pose(actor, now);
  std::optional<CardFigure> turning = turned(actor.element, element);
  const bool same_goal = !actor.leaving && actor.element.box == element.box && actor.element.opacity == element.opacity;
  const double start = now + element.motion.delay_ms;
  if (!same_goal || turning) {
    actor.from_box = here.box;
    actor.from_opacity = here.opacity;
    actor.start = start;
    actor.moving = true;
    actor.turning_from = std::move(turning);
  }
  actor.leaving = false;
  actor.element = std::move(element);
  actors_.push_back(std::move(actor));
}

void ScenePainter::leave(Actor actor, double now) {
  if (actor.leaving) {
    if (!settled(actor, now)) actors_.push_back(std::move(actor));
    return;
  }
  const Element here = pose(actor, now);
  actor.from_box = here.box;
  actor.from_opacity = here.opacity;
  if (actor.element.motion.to) actor.element.box = centred_at(*actor.element.motion.to, actor.element.box);
  actor.element.opacity = 0;
  actor.start = now;
  actor.moving = true;
  actor.leaving = true;
  actors_.push_back(std::move(actor));
}

void ScenePainter::show(scene::Scene scene, double now, Change change) {
  if (scene == scene_ && !actors_.empty()) return;
  const bool at_once =
      change == Change::at_once || actors_.empty() || !(scene.area == scene_.area) || platform::reduced_motion();
  std::map<std::string, Actor> before;
  for (Actor& actor : actors_) before.insert_or_assign(actor.element.id, std::move(actor));
  actors_.clear();
  for (const Element& element : scene.elements) {
    auto known = before.extract(element.id);
    if (at_once) {
      actors_.push_back({element, element.box, element.opacity, now, false, false, {}});
    } else if (known.empty()) {
      enter(element, now);
    } else {
      follow(std::move(known.mapped()), element, now);
    }
  }
  if (!at_once) {
    for (auto& [id, actor] : before) leave(std::move(actor), now);
  }
  scene_ = std::move(scene);
  moving_until_ = now;
  for (const Actor& actor : actors_) {
    if (!settled(actor, now)) moving_until_ = std::max(moving_until_, actor.start + k_move);
  }
  platform::animate_until(moving_until_ + 1);
}

void ScenePainter::draw_actor(const Actor& actor, const scene::Theme& theme, double now, scene::TimeMs clock,
                              scene::Brush& brush) {
  const bool waits = actor.moving && now < actor.start && actor.from_opacity <= 0;
  if (waits) return;
  Element posed = pose(actor, now);
  // Things that come or go on a way of their own are seen on all of it, and fade only at its far end.
  const bool travels = actor.moving && !(actor.from_box == actor.element.box);
  const float share = eased(share_at(actor.start, now));
  if (travels && actor.leaving) posed.opacity = actor.from_opacity * std::min(1.0F, (1 - share) * 4);
  if (travels && !actor.leaving && actor.from_opacity <= 0)
    posed.opacity = actor.element.opacity * std::min(1.0F, share * 6);
  if (posed.opacity <= 0.003F) return;
  if (!actor.turning_from || settled(actor, now)) return draw(posed, theme, clock, brush);
  const float turn = std::clamp(static_cast<float>(share_at(actor.start, now)), 0.0F, 1.0F);
  if (turn < 0.5F) posed.figure = *actor.turning_from;
  brush.push({posed.box.centre(), 0, std::max(0.02F, std::abs(std::cos(turn * std::numbers::pi_v<float>))), 1});
  draw(posed, theme, clock, brush);
  brush.pop();
}

void ScenePainter::paint(scene::Point origin, const scene::Theme& theme, double now, scene::TimeMs clock) {
  CanvasBrush brush(*ImGui::GetWindowDrawList(), origin);
  for (const Actor& actor : actors_) {
    draw_actor(actor, theme, now, clock, brush);
    const auto next = changes_in(actor.element, clock);
    if (next && !actor.leaving) platform::request_frame_at(now + static_cast<double>(*next));
  }
  std::erase_if(actors_, [now](const Actor& actor) { return actor.leaving && settled(actor, now); });
}

}  // namespace baize::web::paint

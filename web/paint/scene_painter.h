// ScenePainter: shows one scene after the other and moves what changed. Things are the same when they have the same id:
// they glide to their new place, cards turn over when a face comes or goes, what is new comes from where its motion
// says or fades in, what is gone leaves likewise. It knows no game, and between changes it asks for no frames.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scene/draw.h"
#include "scene/scene.h"

namespace baize::web::paint {

class ScenePainter {
 public:
  enum class Change { animated, at_once };

  /// What is to be seen from now on (milliseconds, monotonic). The same scene again changes nothing. At once: the first
  /// scene, another size, and for people who asked for less movement.
  void show(scene::Scene scene, double now, Change change = Change::animated);

  /// Paints the state of this moment into the window that is open, (0, 0) of the scene at `origin`, and asks for the
  /// frames that it needs. `clock`: the instant that running clocks are read at, Unix ms.
  void paint(scene::Point origin, const scene::Theme& theme, double now, scene::TimeMs clock);

  /// The last scene shown: where everything is going.
  const scene::Scene& scene() const { return scene_; }

  /// Until when something moves.
  double moving_until() const { return moving_until_; }

 private:
  struct Actor {
    scene::Element element;  // as it will be
    scene::Rect from_box;
    float from_opacity = 1;
    double start = 0;  // of its way; before that it waits where it comes from
    bool moving = false;
    bool leaving = false;
    std::optional<scene::CardFigure> turning_from;
  };

  static bool settled(const Actor& actor, double now);
  static scene::Element pose(const Actor& actor, double now);
  void enter(scene::Element element, double now);
  void follow(Actor actor, scene::Element element, double now);
  void leave(Actor actor, double now);
  static void draw_actor(const Actor& actor, const scene::Theme& theme, double now, scene::TimeMs clock,
                         scene::Brush& brush);

  scene::Scene scene_;
  std::vector<Actor> actors_;  // in painter's order, those that leave last
  double moving_until_ = 0;
};

}  // namespace baize::web::paint

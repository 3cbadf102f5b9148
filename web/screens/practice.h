// Practice: how many bots, how strong, for what stakes; then a table in this tab. It needs no server: the same screen
// shows it as any other table.
#pragma once

#include <memory>
#include <string>

#include "web/screens/house.h"
#include "web/screens/screen.h"
#include "web/screens/settings_form.h"

namespace baize::web::screens {

class Practice final : public Screen {
 public:
  explicit Practice(House& house);

  void draw(const Rect& stage) override;
  void page_seen() override;

 private:
  const games::GameDescription& game() const;
  // Whether the game can be played by more or fewer.
  bool asks_how_many() const;
  void draw_choices(Rect area);
  void draw_game(Rect& area);
  void draw_opponents(Rect& area);
  float choices_height(float width) const;
  void begin();

  House& house_;
  int game_ = 0;       // of House::games
  int opponents_ = 2;  // an index: one less than how many
  int strength_ = 1;   // of games::Strength
  SettingsForm form_;
  std::string error_;
  std::unique_ptr<Screen> table_;  // once it has begun
};

}  // namespace baize::web::screens

// SettingsForm: the fields of a game's or a table's settings, drawn from their descriptions, for any game. The first
// few stand open, the others are folded away. It says what is wrong in the field that is wrong, and gives the values as
// the JSON that the table takes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "games/registry.h"
#include "web/platform/geometry.h"

namespace baize::web::screens {

class SettingsForm {
 public:
  // `id` begins the ids of its twins. `open`: the names of the fields that are not folded away.
  SettingsForm(std::string id, std::vector<games::SettingDescription> fields, const std::vector<std::string>& open);

  // Takes over the values that this object has for fields of the form; {"seats":6,..}, others are left alone.
  void fill(std::string_view json);

  // At this width, CSS px.
  float height(float width) const;
  void draw(const Rect& area);

  bool valid() const;
  // {"small_blind":5,"auto_accept":true,..}: every field that has an effect. Only when valid.
  std::string json() const;

 private:
  struct Field {
    games::SettingDescription what;
    std::string text;        // of numbers and texts, as typed
    std::int64_t value = 0;  // of switches and choices
    bool open = false;
  };

  static bool number(const Field& field);
  static bool fits(const Field& field);
  // Whether it has an effect beside what is chosen in the other fields; the others are not drawn.
  bool applies(const Field& field) const;
  // Fields in the order in which they stand, with or without the folded ones.
  std::vector<const Field*> shown(bool open) const;
  float block_height(bool open, float width) const;
  void draw_block(bool open, Rect& area);
  void draw_field(Field& field, const Rect& rect);

  std::string id_;
  std::vector<Field> fields_;
  bool unfolded_ = false;
};

// The fields of a game's table: its own first, then what every table has.
// The number of seats is what the game can have, and no field where it has no choice.
std::vector<games::SettingDescription> table_fields(const games::GameDescription& game,
                                                    const std::vector<games::SettingDescription>& table);
// Those that people ask for first: a game's first two, and who may sit where.
std::vector<std::string> first_fields(const std::vector<games::SettingDescription>& game);

}  // namespace baize::web::screens

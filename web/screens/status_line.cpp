#include "web/screens/status_line.h"

#include "web/controls/label.h"

namespace baize::web::screens {

void draw_status_line(const Rect& rect, client::Connection connection, client::Standing standing) {
  const bool well = connection == client::Connection::connected || connection == client::Connection::connecting;
  controls::label(
      "status", rect, std::string(client::words_of(connection)) + " · " + std::string(client::words_of(standing)),
      {.size = paint::k_text_small, .tint = well ? Tint::ink_soft : Tint::danger, .align = paint::Align::centre});
}

}  // namespace baize::web::screens

#include "web/paint/text.h"

#include <cmath>

#include "web/paint/canvas_brush.h"

namespace baize::web::paint {
namespace {

float pen(const Rect& box, float width, Align align) {
  if (align == Align::centre) return box.x + (box.width - width) / 2;
  if (align == Align::right) return box.right() - width;
  return box.x;
}

/// As many bytes of a word as fit into a line; at least one character.
std::size_t fitting_bytes(std::string_view word, float width, const TextStyle& style) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < word.size(); kept = at) {
    scene::next_code_point(word, at);
    if (kept > 0 && text_width(word.substr(0, at), style) > width) return kept;
  }
  return word.size();
}

class Breaker {
 public:
  Breaker(float width, const TextStyle& style) : width_(width), style_(style) {}

  void add_word(std::string_view word) {
    const std::string longer = line_.empty() ? std::string(word) : line_ + ' ' + std::string(word);
    if (text_width(longer, style_) <= width_) {
      line_ = longer;
      return;
    }
    if (!line_.empty()) end_line();
    while (text_width(word, style_) > width_) {
      const std::size_t bytes = fitting_bytes(word, width_, style_);
      if (bytes == word.size()) break;
      line_ = word.substr(0, bytes);
      end_line();
      word.remove_prefix(bytes);
    }
    line_ = word;
  }

  void end_line() {
    lines_.push_back(line_);
    line_.clear();
  }

  std::vector<std::string> lines() && { return std::move(lines_); }

 private:
  float width_;
  const TextStyle& style_;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

float text_width(std::string_view utf8, const TextStyle& style) {
  return scene::text_width(utf8, style.size, style.weight);
}

void draw_text(const Rect& box, std::string_view utf8, const TextStyle& style) {
  if (box.width <= 0 || utf8.empty()) return;
  // The sum of rounded advances may pass the box by a hair that it was measured for.
  const std::string shown = scene::fit_text(utf8, style.size, style.weight, box.width + 0.5F);
  CanvasBrush brush;
  brush.text({shown, pen(box, text_width(shown, style), style.align), box.centre().y, style.size, style.weight,
              scene::with_alpha(colour(style.tint), style.opacity)});
}

float line_height(float size) { return std::round(size * 1.45F); }

std::vector<std::string> wrapped(std::string_view utf8, float width, const TextStyle& style) {
  Breaker breaker(width, style);
  while (true) {
    const std::size_t newline = utf8.find('\n');
    std::string_view paragraph = utf8.substr(0, newline);
    while (!paragraph.empty()) {
      const std::size_t space = std::min(paragraph.find(' '), paragraph.size());
      if (space > 0) breaker.add_word(paragraph.substr(0, space));
      paragraph.remove_prefix(std::min(space + 1, paragraph.size()));
    }
    breaker.end_line();
    if (newline == std::string_view::npos) return std::move(breaker).lines();
    utf8.remove_prefix(newline + 1);
  }
}

float paragraph_height(std::string_view utf8, float width, const TextStyle& style) {
  return static_cast<float>(wrapped(utf8, width, style).size()) * line_height(style.size);
}

float draw_paragraph(const Rect& box, std::string_view utf8, const TextStyle& style) {
  Rect line{box.x, box.y, box.width, line_height(style.size)};
  for (const std::string& text : wrapped(utf8, box.width, style)) {
    draw_text(line, text, style);
    line.y += line.height;
  }
  return line.y - box.y;
}

}  // namespace baize::web::paint

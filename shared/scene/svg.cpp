#include "scene/svg.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "scene/draw.h"

namespace baize::scene {
namespace {

// To the hundredth, without trailing zeros; nothing that is not a number reaches the document.
void append_number(std::string& out, float value) {
  if (!std::isfinite(value)) value = 0;
  long long hundredths = std::llround(static_cast<double>(value) * 100);
  if (hundredths < 0) {
    out += '-';
    hundredths = -hundredths;
  }
  out += std::to_string(hundredths / 100);
  const long long rest = hundredths % 100;
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void append_attribute(std::string& out, std::string_view name, float value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_number(out, value);
  out += '"';
}

void append_hex(std::string& out, Colour colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.r, colour.g, colour.b);
  out += text.data();
}

// Character data: markup escaped, and what XML 1.0 section 2.2 forbids (controls, U+FFFE, U+FFFF, broken UTF-8)
// replaced.
void append_escaped(std::string& out, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(utf8, at);
    if (code == '&') {
      out += "&amp;";
    } else if (code == '<') {
      out += "&lt;";
    } else if (code == '>') {
      out += "&gt;";
    } else if (code == '"') {
      out += "&quot;";
    } else if (code == '\'') {
      out += "&#39;";
    } else if (code < 0x20 || code == 0x7F || code == 0xFFFD || code == 0xFFFE || code == 0xFFFF) {
      out += "\xEF\xBF\xBD";
    } else {
      out += utf8.substr(begin, at - begin);
    }
  }
}

class SvgBrush final : public Brush {
 public:
  void push(const Pose& pose) override {
    body_ += "<g";
    if (pose.degrees != 0 || pose.stretch != 1) {
      body_ += " transform=\"translate(";
      append_pair(pose.centre);
      body_ += ") rotate(";
      append_number(body_, pose.degrees);
      body_ += ") scale(";
      append_pair({pose.stretch, 1});
      body_ += ") translate(";
      append_pair(pose.centre * -1);
      body_ += ")\"";
    }
    if (pose.opacity < 1) append_attribute(body_, "opacity", pose.opacity);
    body_ += '>';
  }
  void pop() override { body_ += "</g>\n"; }

  void box(const Rect& rect, float radius, const Fill& fill) override {
    begin_rect(rect, radius);
    append_fill(fill);
    body_ += "/>\n";
  }

  void frame(const Rect& rect, float radius, float width, Colour colour) override {
    begin_rect(rect.inset(width / 2), radius - width / 2);
    body_ += " fill=\"none\"";
    append_stroke(width, colour);
    body_ += "/>\n";
  }

  void disc(Point centre, float radius, const Fill& fill) override {
    body_ += "<circle";
    append_attribute(body_, "cx", centre.x);
    append_attribute(body_, "cy", centre.y);
    append_attribute(body_, "r", radius);
    append_fill(fill);
    body_ += "/>\n";
  }

  void line(const Point* points, std::size_t count, float width, Colour colour) override {
    body_ += "<polyline points=\"";
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) body_ += ' ';
      append_pair(points[i]);
    }
    body_ += "\" fill=\"none\" stroke-linejoin=\"round\"";
    append_stroke(width, colour);
    body_ += "/>\n";
  }

  void shape(const Shape& shape, const Rect& rect, Colour colour) override {
    for (std::size_t i = 0; i < shape.count; ++i) {
      body_ += "<path d=\"";
      append_contour(shape.contours[i], rect);
      body_ += '"';
      append_fill(colour);
      body_ += "/>\n";
    }
  }

  void text(const TextRun& run) override {
    body_ += "<text";
    append_attribute(body_, "x", run.left);
    append_attribute(body_, "y", run.middle + baseline_below_middle(run.size));
    append_attribute(body_, "font-size", run.size);
    if (run.weight == Weight::bold) body_ += " font-weight=\"700\"";
    append_attribute(body_, "textLength", text_width(run.utf8, run.size, run.weight));
    body_ += " lengthAdjust=\"spacingAndGlyphs\"";
    append_fill(run.colour);
    body_ += '>';
    append_escaped(body_, run.utf8);
    body_ += "</text>\n";
  }

  const std::string& body() const { return body_; }
  const std::string& definitions() const { return definitions_; }

 private:
  void append_pair(Point p) {
    append_number(body_, p.x);
    body_ += ' ';
    append_number(body_, p.y);
  }

  void begin_rect(const Rect& rect, float radius) {
    body_ += "<rect";
    append_attribute(body_, "x", rect.x);
    append_attribute(body_, "y", rect.y);
    append_attribute(body_, "width", std::max(rect.width, 0.0F));
    append_attribute(body_, "height", std::max(rect.height, 0.0F));
    if (radius > 0) append_attribute(body_, "rx", radius);
  }

  void append_contour(const Contour& contour, const Rect& rect) {
    const auto place = [&](Point unit) { append_pair({rect.x + unit.x * rect.width, rect.y + unit.y * rect.height}); };
    body_ += 'M';
    place(contour.start);
    for (std::size_t i = 0; i < contour.count; ++i) {
      body_ += 'C';
      place(contour.curves[i].a);
      body_ += ' ';
      place(contour.curves[i].b);
      body_ += ' ';
      place(contour.curves[i].end);
    }
    body_ += 'Z';
  }

  void append_fill(const Fill& fill) {
    body_ += " fill=\"";
    if (fill.run == Run::flat) {
      append_hex(body_, fill.from);
      body_ += '"';
      if (fill.from.a < 255) append_attribute(body_, "fill-opacity", static_cast<float>(fill.from.a) / 255);
      return;
    }
    body_ += "url(#f" + std::to_string(gradient(fill)) + ")\"";
  }

  void append_stroke(float width, Colour colour) {
    body_ += " stroke=\"";
    append_hex(body_, colour);
    body_ += '"';
    append_attribute(body_, "stroke-width", width);
    if (colour.a < 255) append_attribute(body_, "stroke-opacity", static_cast<float>(colour.a) / 255);
  }

  // The number of this gradient, defined when it is first asked for.
  std::size_t gradient(const Fill& fill) {
    for (std::size_t i = 0; i < gradients_.size(); ++i)
      if (gradients_[i].from == fill.from && gradients_[i].to == fill.to && gradients_[i].run == fill.run) return i;
    gradients_.push_back(fill);
    const bool down = fill.run == Run::down;
    definitions_ += down ? "<linearGradient x2=\"0\" y2=\"1\" id=\"f" : "<radialGradient id=\"f";
    definitions_ += std::to_string(gradients_.size() - 1) + "\">";
    append_stop(0, fill.from);
    append_stop(1, fill.to);
    definitions_ += down ? "</linearGradient>\n" : "</radialGradient>\n";
    return gradients_.size() - 1;
  }

  void append_stop(float at, Colour colour) {
    definitions_ += "<stop";
    append_attribute(definitions_, "offset", at);
    definitions_ += " stop-color=\"";
    append_hex(definitions_, colour);
    definitions_ += '"';
    if (colour.a < 255) append_attribute(definitions_, "stop-opacity", static_cast<float>(colour.a) / 255);
    definitions_ += "/>";
  }

  std::string body_;
  std::string definitions_;
  std::vector<Fill> gradients_;
};

}  // namespace

std::string to_svg(const Scene& scene, const Theme& theme, TimeMs now) {
  SvgBrush brush;
  draw(scene, theme, now, brush);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"";
  append_attribute(out, "width", scene.area.width);
  append_attribute(out, "height", scene.area.height);
  out += " viewBox=\"0 0 ";
  append_number(out, scene.area.width);
  out += ' ';
  append_number(out, scene.area.height);
  out += "\" font-family=\"Inter, system-ui, sans-serif\" font-weight=\"450\">\n<defs>\n";
  out += brush.definitions();
  out += "</defs>\n";
  out += brush.body();
  out += "</svg>\n";
  return out;
}

}  // namespace baize::scene

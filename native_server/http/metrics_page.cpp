#include "http/metrics_page.h"

#include <spdlog/fmt/fmt.h>

#include <limits>
#include <map>

#include "core/described.h"

namespace baize::server {

namespace {

// Whole and exact, as a decimal fraction.
std::string seconds(std::uint64_t us) {
  std::string digits = std::to_string(us % 1'000'000);
  digits.insert(0, 6 - digits.size(), '0');
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return std::to_string(us / 1'000'000) + (digits.empty() ? "" : "." + digits);
}

std::string thousandths(double number) { return fmt::format("{:.3f}", number); }

class Page {
 public:
  explicit Page(const std::vector<Loop*>& loops) : loops_(loops) {}

  void metric(const std::string& name, std::string_view type, std::string_view help) {
    name_ = name;
    (text_ += "# HELP " + name + " ").append(help) += "\n# TYPE " + name + " ";
    text_.append(type) += '\n';
  }
  // A label's value needs no escaping: all are ours.
  void value(const std::string& label, const std::string& number) { text_ += name_ + label + " " + number + "\n"; }

  // Of all loops together.
  template <class Number>
  void sum(const std::string& label, Number number) {
    decltype(number(std::declval<const LoopMetrics&>())) all = 0;
    for (const Loop* one : loops_) all += number(one->metrics());
    value(label, std::to_string(all));
  }
  void counter(const std::string& name, std::string_view help, Counter LoopMetrics::* one) {
    metric(name, "counter", help);
    sum("", [one](const LoopMetrics& loop) { return (loop.*one).value(); });
  }
  void histogram(const std::string& name, std::string_view help, const std::vector<const Histogram*>& parts);

  std::string text() && { return std::move(text_); }

 private:
  const std::vector<Loop*>& loops_;
  std::string name_;
  std::string text_;
};

void Page::histogram(const std::string& name, std::string_view help, const std::vector<const Histogram*>& parts) {
  metric(name, "histogram", help);
  Histogram::Counts counts{};
  std::uint64_t sum_us = 0;
  for (const Histogram* one : parts) {
    const auto more = one->counts();
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += more[i];
    sum_us += one->sum_us();
  }
  std::uint64_t so_far = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    so_far += counts[i];
    const bool last = i == Histogram::k_bounds_us.size();
    const std::string bound = last ? "+Inf" : seconds(static_cast<std::uint64_t>(Histogram::k_bounds_us[i]));
    value("_bucket{le=\"" + bound + "\"}", std::to_string(so_far));
  }
  value("_sum", seconds(sum_us));
  value("_count", std::to_string(so_far));
}

void write_connections(Page& page) {
  page.metric("baize_connections", "gauge", "Connections that are open now.");
  page.sum("{kind=\"http\"}", [](const LoopMetrics& loop) { return loop.http_connections.value(); });
  page.sum("{kind=\"websocket\"}", [](const LoopMetrics& loop) { return loop.websocket_connections.value(); });
  page.counter("baize_received_bytes_total", "Bytes read from connections, headers and frames included.",
               &LoopMetrics::received_bytes);
  page.counter("baize_sent_bytes_total", "Bytes written to connections, headers and frames included.",
               &LoopMetrics::sent_bytes);
  page.counter("baize_collapsed_messages_total",
               "Views and events that slow readers were not sent because a newer view made them worthless.",
               &LoopMetrics::collapsed_messages);
  page.counter("baize_slow_readers_closed_total", "WebSockets that were closed because their client read too slowly.",
               &LoopMetrics::slow_readers_closed);
}

void write_tables(Page& page, const Hall& hall) {
  std::map<std::string, std::uint64_t> tables;
  for (const auto& game : games::describe_games()) tables[game.id] = 0;
  hall.list({}, std::numeric_limits<std::size_t>::max(), [&](const table::State& state) {
    ++tables[std::string(games::id_of(state.settings.game.value))];
    return false;
  });
  page.metric("baize_tables", "gauge", "Tables that are open now.");
  for (const auto& [game, count] : tables) page.value("{game=\"" + game + "\"}", std::to_string(count));
}

void write_actions(Page& page, const std::vector<Loop*>& loops) {
  page.metric("baize_actions_total", "counter", "Actions at tables that have become durable.");
  page.sum("{by=\"player\"}", [](const LoopMetrics& loop) { return loop.player_actions.value(); });
  page.sum("{by=\"house\"}", [](const LoopMetrics& loop) { return loop.house_actions.value(); });
  page.metric("baize_rejects_total", "counter", "Requests and messages that were refused, by the reason's code.");
  for (std::size_t i = 0; i < LoopMetrics::k_reasons; ++i)
    page.sum("{code=\"" + std::string(core::enum_name(static_cast<core::Reason>(i))) + "\"}",
             [i](const LoopMetrics& loop) { return loop.rejects[i].value(); });
  std::vector<const Histogram*> times;
  for (const Loop* one : loops) times.push_back(&one->metrics().action_time);
  page.histogram("baize_action_seconds", "How long players' actions took from being read until they were durable.",
                 times);
}

}  // namespace

std::string metrics_page(const Hall& hall) {
  Page page(hall.loops());
  write_connections(page);
  write_tables(page, hall);
  write_actions(page, hall.loops());
  page.metric("baize_load", "gauge", "How busy the server is: above 0.6 windows of messages shrink, 1 is full load.");
  page.value("", thousandths(hall.load()));
  page.histogram("baize_commit_seconds", "How long the store took to make a group of changes durable.",
                 {&hall.commit_time()});
  return std::move(page).text();
}

}  // namespace baize::server

#include "load/report.h"

#include <cmath>

namespace baize::bench {

namespace {

Json mark(std::string_view what, double measured, const char* bound, double limit, bool met) {
  return {{"what", std::string(what)}, {"measured", measured}, {bound, limit}, {"met", met}};
}

}  // namespace

double rounded(double value, int places) {
  const double scale = std::pow(10, places);
  return std::round(value * scale) / scale;
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

double seconds(const Figures& figures) { return static_cast<double>(figures.measured_us) / 1e6; }

double actions_a_second(const Figures& figures) {
  return ratio(static_cast<double>(figures.actions), seconds(figures));
}

Json of_latencies(const Latencies& all) {
  Json json;
  json["p50"] = rounded(all.percentile_ms(0.5), 3);
  json["p90"] = rounded(all.percentile_ms(0.9), 3);
  json["p99"] = rounded(all.percentile_ms(0.99), 3);
  json["max"] = rounded(all.percentile_ms(1), 3);
  return json;
}

Json of_machine(double load_before, const Latencies& durable_writes) {
  Json json;
  json["cores"] = cores();
  json["processor"] = processor();
  json["load_before"] = rounded(load_before, 2);
  json["fdatasync_ms"] = of_latencies(durable_writes);
  return json;
}

Json of_server(const Span& span, std::uint64_t actions) {
  if (!span.server_before() || !span.server_after()) return nullptr;
  const double cpu = span.server_after()->cpu_seconds - span.server_before()->cpu_seconds;
  Json json;
  json["resident_bytes"] = span.server_after()->resident_bytes;
  json["cpu_seconds"] = rounded(cpu, 2);
  json["cpu_us_an_action"] = rounded(ratio(cpu * 1e6, static_cast<double>(actions)), 1);
  return json;
}

Json of_generator(const Span& span, const Figures& figures) {
  Json json;
  json["cpu_seconds"] = rounded(span.generator_cpu_seconds(), 2);
  json["messages"] = figures.messages;
  json["views"] = figures.views;
  json["read_in_full"] = figures.decoded;
  json["misread"] = figures.misread;
  return json;
}

Json mark_at_most(std::string_view what, double measured, double most) {
  return mark(what, measured, "at_most", most, measured <= most);
}

Json mark_at_least(std::string_view what, double measured, double least) {
  return mark(what, measured, "at_least", least, measured >= least);
}

}  // namespace baize::bench

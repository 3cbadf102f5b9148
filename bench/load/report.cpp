#include "load/report.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace baize::bench {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double places) {
  const double scale = std::pow(10, places);
  return std::round(value * scale) / scale;
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

double seconds(const Figures& figures) { return static_cast<double>(figures.measured_us) / 1e6; }

double a_second(const Figures& figures) { return ratio(static_cast<double>(figures.actions), seconds(figures)); }

Json of_latencies(const Latencies& all) {
  Json json;
  json["p50"] = rounded(all.percentile_ms(0.5), 3);
  json["p90"] = rounded(all.percentile_ms(0.9), 3);
  json["p99"] = rounded(all.percentile_ms(0.99), 3);
  json["max"] = rounded(all.percentile_ms(1), 3);
  return json;
}

Json of_machine(const Measured& measured) {
  Json json;
  json["cores"] = cores();
  json["processor"] = processor();
  json["load_before"] = rounded(measured.load_before, 2);
  json["fdatasync_ms"] = of_latencies(measured.durable_writes);
  return json;
}

Json of_server(const Measured& measured, std::uint64_t actions) {
  if (!measured.server_before || !measured.server_after) return nullptr;
  const double cpu = measured.server_after->cpu_seconds - measured.server_before->cpu_seconds;
  Json json;
  json["resident_bytes"] = measured.server_after->resident_bytes;
  json["cpu_seconds"] = rounded(cpu, 2);
  json["cpu_us_an_action"] = rounded(ratio(cpu * 1e6, static_cast<double>(actions)), 1);
  return json;
}

Json of_generator(const Measured& measured) {
  const Figures& figures = measured.play.figures;
  Json json;
  json["cpu_seconds"] = rounded(measured.generator_cpu_seconds, 2);
  json["messages"] = figures.messages;
  json["views"] = figures.views;
  json["read_in_full"] = figures.decoded;
  json["misread"] = figures.misread;
  return json;
}

Json of_bare(const Measured& measured) {
  if (!measured.bare) return nullptr;
  Json json;
  json["actions_per_second"] = rounded(a_second(*measured.bare), 0);
  json["latency_ms"] = of_latencies(measured.bare->latencies);
  json["ratio"] = rounded(ratio(a_second(measured.play.figures), a_second(*measured.bare)), 3);
  return json;
}

std::string report_of_doors(const Measured& measured) {
  const Doors& doors = *measured.doors;
  const std::uint64_t passed = doors.joins.count() + doors.leaves.count();
  const double seconds = static_cast<double>(doors.measured_us) / 1e6;
  Json json;
  json["machine"] = of_machine(measured);
  json["tables"] = measured.options.tables;
  json["players"] = doors.accounts;
  json["keyed"] = measured.options.keyed;
  json["seconds"] = rounded(seconds, 2);
  json["joins_and_leaves_per_second"] = rounded(ratio(static_cast<double>(passed), seconds), 0);
  json["join_ms"] = of_latencies(doors.joins);
  json["leave_ms"] = of_latencies(doors.leaves);
  json["server"] = of_server(measured, passed);
  json["generator_cpu_seconds"] = rounded(measured.generator_cpu_seconds, 2);
  json["acknowledged"] = {{"accounts", doors.accounts}, {"joins", doors.all_joins}, {"leaves", doors.all_leaves}};
  json["errors"] = doors.errors;
  json["audit"] = measured.audit;
  json["nothing_lost"] = measured.nothing_lost;
  return json.dump(2);
}

}  // namespace

std::string report(const Measured& measured) {
  if (measured.doors) return report_of_doors(measured);
  const Options& options = measured.options;
  const Figures& figures = measured.play.figures;
  const auto actions = static_cast<double>(figures.actions);
  Json json;
  json["machine"] = of_machine(measured);
  json["tables"] = options.tables;
  json["seats"] = options.seats;
  json["spectators"] = options.spectators;
  json["think_ms"] = options.think_ms;
  json["rate"] = options.rate;
  json["seconds"] = rounded(seconds(figures), 2);
  json["actions"] = figures.actions;
  json["actions_per_second"] = rounded(a_second(figures), 0);
  json["latency_ms"] = of_latencies(figures.latencies);
  json["bytes_an_action"] = rounded(ratio(static_cast<double>(figures.bytes), actions), 0);
  json["messages_an_action"] = rounded(ratio(static_cast<double>(figures.messages), actions), 1);
  json["server"] = of_server(measured, figures.actions);
  json["generator"] = of_generator(measured);
  json["new_buy_ins"] = figures.new_buy_ins;
  json["errors"] = figures.errors;
  json["drops"] = figures.drops;
  json["stuck_tables"] = measured.play.stuck_tables;
  json["bare"] = of_bare(measured);
  return json.dump(2);
}

}  // namespace baize::bench

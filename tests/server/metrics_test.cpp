#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "http/metrics_page.h"
#include "server/doors.h"

namespace baize::server::testing {
namespace {

// A page of metrics, read as strictly as Prometheus's exposition format 0.0.4 is written: each metric once, with its
// HELP and its TYPE before its samples, each sample once.
class Metrics {
 public:
  explicit Metrics(const std::string& page) {
    EXPECT_TRUE(page.ends_with('\n'));
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("# HELP "))
        begin(line.substr(7));
      else if (line.starts_with("# TYPE "))
        EXPECT_TRUE(take_type(line.substr(7))) << line;
      else
        EXPECT_TRUE(take_sample(line)) << line;
    }
  }

  const std::set<std::string>& names() const { return names_; }
  const std::string& type(const std::string& name) const { return types_.at(name); }
  const std::vector<std::pair<std::string, double>>& samples() const { return samples_; }
  double operator[](const std::string& sample) const {
    for (const auto& [name, value] : samples_)
      if (name == sample) return value;
    ADD_FAILURE() << "There is no sample " << sample;
    return -1;
  }

 private:
  void begin(const std::string& words) {
    static const std::regex k_help(R"(([a-z_]+) [A-Z][^\\]*\.)");
    std::smatch found;
    ASSERT_TRUE(std::regex_match(words, found, k_help)) << words;
    name_ = found[1];
    EXPECT_TRUE(names_.insert(name_).second) << name_ << " is there twice";
  }
  bool take_type(const std::string& words) {
    const std::string type = words.substr(words.find(' ') + 1);
    return words == name_ + " " + type && types_.emplace(name_, type).second &&
           (type == "counter" || type == "gauge" || type == "histogram");
  }
  bool take_sample(const std::string& line) {
    static const std::regex k_sample(R"re(([a-z_]+)(\{[a-z]+="[a-zA-Z0-9+.-]+"\})? ([0-9]+(\.[0-9]+)?))re");
    std::smatch found;
    if (!std::regex_match(line, found, k_sample) || types_.count(name_) == 0) return false;
    std::string of = found[1];
    if (types_[name_] == "histogram")
      for (const std::string part : {"_bucket", "_sum", "_count"})
        if (of == name_ + part) of = name_;
    const std::string sample = found[1].str() + found[2].str();
    samples_.emplace_back(sample, std::stod(found[3]));
    return of == name_ && seen_.insert(sample).second;
  }

  std::string name_;
  std::set<std::string> names_;
  std::set<std::string> seen_;
  std::map<std::string, std::string> types_;
  std::vector<std::pair<std::string, double>> samples_;
};

class MetricsOf : public Doors {
 protected:
  Metrics read() const {
    Answer answer = site().get("/metrics");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.fields["content-type"], k_metrics_type);
    return Metrics(answer.body);
  }
};

// The counts of a histogram's buckets, which add up and end with all of them.
std::vector<double> buckets_of(const Metrics& metrics, const std::string& name) {
  std::vector<double> counts;
  for (const auto& [sample, value] : metrics.samples())
    if (sample.starts_with(name + "_bucket{le=")) counts.push_back(value);
  EXPECT_TRUE(std::is_sorted(counts.begin(), counts.end()));
  EXPECT_EQ(metrics[name + "_bucket{le=\"+Inf\"}"], counts.back());
  EXPECT_EQ(metrics[name + "_count"], counts.back());
  return counts;
}

TEST_F(MetricsOf, a_server_name_units_and_types_as_prometheus_wants_them_and_the_manual_names_each) {
  const Metrics metrics = read();
  std::ifstream file(BAIZE_DOCS "/operating.md");
  std::ostringstream manual;
  manual << file.rdbuf();
  for (const std::string& name : metrics.names()) {
    EXPECT_TRUE(name.starts_with("baize_"));
    EXPECT_EQ(name.ends_with("_total"), metrics.type(name) == "counter") << name;
    EXPECT_EQ(name.ends_with("_seconds"), metrics.type(name) == "histogram") << name;
    EXPECT_NE(manual.str().find("`" + name + "`"), std::string::npos) << name << " is not in docs/operating.md";
  }
  EXPECT_EQ(buckets_of(metrics, "baize_action_seconds").size(), Histogram::k_bounds_us.size() + 1);
  EXPECT_EQ(metrics["baize_action_seconds_sum"], 0);
  EXPECT_EQ(metrics["baize_rejects_total{code=\"must-follow-suit\"}"], 0);
  EXPECT_EQ(metrics["baize_tables{game=\"nommie\"}"], 0);
}

TEST_F(MetricsOf, a_table_count_its_actions_from_being_read_until_they_are_durable) {
  open();
  const Metrics before = read();
  EXPECT_EQ(before["baize_tables{game=\"holdem\"}"], 1);
  Client ann = sit(ann_, 0);
  const Client bob = sit(bob_, 1);
  deal(ann);
  const Metrics after = read();
  const std::string players = "baize_actions_total{by=\"player\"}";
  EXPECT_EQ(after[players], before[players] + 3);  // two seats and the start
  EXPECT_EQ(buckets_of(after, "baize_action_seconds").back(), after[players]);
  EXPECT_GT(after["baize_action_seconds_sum"], 0);
  EXPECT_GT(after["baize_commit_seconds_sum"], before["baize_commit_seconds_sum"]);
  EXPECT_GE(buckets_of(after, "baize_commit_seconds").back(), before["baize_commit_seconds_count"] + 3);

  ASSERT_EQ(ann.ask({{"action", "close-table"}})["action"], "ack");
  EXPECT_EQ(read()["baize_tables{game=\"holdem\"}"], 0);
}

TEST_F(MetricsOf, refusals_count_them_by_code_at_both_doors) {
  open();
  Client ann = come(ann_);
  const Metrics before = read();
  EXPECT_EQ(ann.ask({{"action", "dance"}})["reason"], "unknown-action");
  EXPECT_EQ(ann.ask({{"action", "player-fold"}})["reason"], "not-seated");
  EXPECT_EQ(site().get("/api/tables/nothere").status, 404);
  EXPECT_EQ(Socket(site().port(), "/ws/table/nothere").status(), 404);
  EXPECT_EQ(site().get("/api/auth/me").status, 401);
  const Metrics after = read();
  const std::map<std::string, double> expected = {
      {"unknown-action", 1}, {"not-seated", 1}, {"no-such-table", 2}, {"signed-out", 1}};
  for (const auto& [sample, value] : after.samples()) {
    if (!sample.starts_with("baize_rejects_total")) continue;
    const auto begin = sample.find('"') + 1;
    const auto found = expected.find(sample.substr(begin, sample.rfind('"') - begin));
    EXPECT_EQ(value - before[sample], found == expected.end() ? 0 : found->second) << sample;
  }
}

TEST_F(MetricsOf, connections_count_them_while_they_are_open_and_their_bytes_as_they_pass) {
  open();
  const std::string sockets = "baize_connections{kind=\"websocket\"}";
  const Metrics before = read();
  EXPECT_GE(before["baize_connections{kind=\"http\"}"], 1);
  Client ann = come(ann_);
  EXPECT_EQ(read()[sockets], before[sockets] + 1);

  const Metrics joined = read();
  const std::string line(400, 'x');
  for (int i = 0; i < 2; ++i) ASSERT_EQ(ann.ask({{"action", "send-message"}, {"message", line}})["action"], "ack");
  const Metrics after = read();
  // The client has heard it before the server has counted it, but the line before that is counted; two eyes hear it.
  const auto grown = [&](const std::string& name) { return after[name] - joined[name]; };
  EXPECT_GT(grown("baize_received_bytes_total"), 800);
  EXPECT_LT(grown("baize_received_bytes_total"), 2'500);
  EXPECT_GT(grown("baize_sent_bytes_total"), 800);

  ann.socket.cut();
  double open_ones = -1;
  for (int i = 0; i < 2'000 && open_ones != before[sockets]; ++i) open_ones = read()[sockets];
  EXPECT_EQ(open_ones, before[sockets]);
}

TEST_F(MetricsOf, a_slow_reader_count_the_views_that_collapsed_and_its_end) {
  open();
  Client ann = sit(ann_, 0);
  std::string line;
  for (int i = 0; i < 500; ++i) line += "♠";
  bool gone = false;  // the eye, which reads nothing
  for (int i = 0; i < 40'000 && !gone; ++i) {
    ann.socket.send({{"action", i % 16 == 0 ? "sit-out" : i % 16 == 8 ? "sit-in" : "send-message"}, {"message", line}});
    const Json heard = ann.socket.until([&](const Json& one) {
      return one["action"] == "new-message" || one["action"] == "update-game" || one["action"] == "error" ||
             (one["action"] == "presence" && one["watching"] == 0);
    });
    ASSERT_NE(heard["action"], "error") << heard;
    gone = heard["action"] == "presence";
  }
  ASSERT_TRUE(gone);
  const Metrics metrics = read();
  EXPECT_EQ(metrics["baize_slow_readers_closed_total"], 1);
  EXPECT_GT(metrics["baize_collapsed_messages_total"], 0);
}

}  // namespace
}  // namespace baize::server::testing

// Bids as a program reads them over the stream and GET .../snapshot (the protocol reference, "A read-only stream").
#include "protocol/snapshot.h"

#include "core/json_read.h"
#include "core/json_write.h"
#include "unit/table/stand_in_table.h"

namespace baize::protocol {
namespace {

using namespace table;

core::Json own(const StandInTable& table, const Uuid& who) {
  return core::Json::parse(core::to_json(own_snapshot(table.state, who)));
}

core::Json shared(const StandInTable& table) {
  return core::Json::parse(core::to_json(shared_snapshot(public_view(table.state))));
}

TEST(Snapshot, tells_every_seat_what_it_may_bid_on_any_turn_and_only_the_one_to_act_its_moves) {
  StandInTable table;
  table.begin();
  for (const Uuid& who : {k_ann, k_bob, k_cid, k_dee}) {
    const core::Json view = own(table, who);
    EXPECT_EQ(view["bid_constraints"].dump(), R"({"forbidden":null,"max":13,"min":0,"zero_bid_locked":false})");
    EXPECT_EQ(view["viewer_hand"].size(), 13u);
    EXPECT_EQ(view["viewer"]["legal"].empty(), !(who == table.actor().uuid));
  }
  EXPECT_TRUE(own(table, k_eve)["bid_constraints"].is_null()) << "without a seat";
  EXPECT_TRUE(own(table, {})["viewer_hand"].is_null());
}

TEST(Snapshot, tells_the_dealer_alone_which_bid_the_others_have_closed) {
  StandInTable table;
  table.begin();
  table.until_turn_of(k_ann);  // seat 0 deals the first round
  int sum = 0;
  const core::Json bids = shared(table)["public"]["bids"];
  for (const core::Json& bid : bids)
    if (!bid.is_null()) sum += bid.get<int>();
  const core::Json ann = own(table, k_ann);
  EXPECT_EQ(ann["bid_constraints"]["forbidden"], 13 - sum);
  EXPECT_EQ(ann["viewer"]["legal"][0]["forbidden"].dump(), "[" + std::to_string(13 - sum) + "]");
  EXPECT_TRUE(own(table, k_bob)["bid_constraints"]["forbidden"].is_null());
  table.move();
  EXPECT_TRUE(own(table, k_ann)["bid_constraints"].is_null()) << "the bidding is over";
}

TEST(Snapshot, tells_everybody_bids_scores_and_the_last_trick_and_nobody_another_hand) {
  StandInTable table;
  table.begin();
  const std::string anns = own(table, k_ann)["viewer_hand"].dump();
  for (int moves = 0; moves < 9; ++moves) table.move();  // four bids, trump, a trick
  const core::Json view = shared(table)["public"];
  EXPECT_EQ(view["last_trick"]["cards"].size(), 4u);
  EXPECT_EQ(view["bids"].size(), 4u);
  EXPECT_EQ(view["scores"].dump(), "[0,0,0,0]");
  const core::Json held = own(table, k_ann)["viewer_hand"];
  EXPECT_EQ(held.size(), 12u);
  for (const core::Json& card : held) {
    EXPECT_NE(anns.find(card.dump()), std::string::npos);
    EXPECT_EQ(view.dump().find(card.dump()), std::string::npos) << card;
    for (const Uuid& other : {k_bob, k_cid, k_dee, Uuid{}})
      EXPECT_EQ(own(table, other).dump().find(card.dump()), std::string::npos) << card;
  }
  table.end_deal();
  EXPECT_EQ(shared(table)["public"]["previous_round"]["round"], 1);
}

}  // namespace
}  // namespace baize::protocol

// A table as the read-only stream and GET .../snapshot tell it (the protocol reference, "A read-only stream"): for
// dashboards, second screens and programs that move over HTTP. A closed set of messages of its own: only views stand in
// it. Always JSON; what is the same for everybody is encoded once a version.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/server_codec.h"
#include "table/view.h"

namespace baize::protocol {

// The same for everybody.
struct SharedSnapshot {
  core::Flat<table::PublicView> view;
  friend bool operator==(const SharedSnapshot&, const SharedSnapshot&) = default;
};
BOOST_DESCRIBE_STRUCT(SharedSnapshot, (), (view))

// What only this viewer may know. `lock_version`: what a move has to name as its `version`.
struct OwnSnapshot {
  std::optional<std::vector<cards::Card>> viewer_hand;  // nothing for who has no seat
  std::optional<games::BidConstraints> bid_constraints;
  table::ViewerView viewer;
  std::uint64_t lock_version = 0;
  friend bool operator==(const OwnSnapshot&, const OwnSnapshot&) = default;
};
BOOST_DESCRIBE_STRUCT(OwnSnapshot, (), (viewer_hand, bid_constraints, viewer, lock_version))

struct Snapshot {
  SharedSnapshot snapshot;
  core::Flat<OwnSnapshot> own;
  friend bool operator==(const Snapshot&, const Snapshot&) = default;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (), (snapshot, own))

// The answer of GET .../snapshot. `now`: the server's clock when it was asked.
struct SnapshotAnswer {
  core::Flat<Snapshot> all;
  std::optional<Seat> viewer_seat;
  TimeMs now = 0;
  friend bool operator==(const SnapshotAnswer&, const SnapshotAnswer&) = default;
};
BOOST_DESCRIBE_STRUCT(SnapshotAnswer, (), (all, viewer_seat, now))

// What the text of such an answer tells, as the message that a socket would have brought. Any other text is malformed.
core::Result<UpdateGame> read_polled(std::string_view answer);

// What names one version of one table's snapshot (RFC 9110 section 8.8.3): `"table-{id}-v{version}"`, with its quotes.
std::string snapshot_tag(std::string_view table, std::uint64_t version);

// The first message of a stream.
struct StreamOpened {
  static constexpr core::Tag k_tag{"type", "ack"};
  std::string message = "connected";
  friend bool operator==(const StreamOpened&, const StreamOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(StreamOpened, (), (message))

struct StreamSnapshot {
  static constexpr core::Tag k_tag{"type", "snapshot"};
  Snapshot data;
  std::optional<Seat> viewer_seat;
  friend bool operator==(const StreamSnapshot&, const StreamSnapshot&) = default;
};
BOOST_DESCRIBE_STRUCT(StreamSnapshot, (), (data, viewer_seat))

using StreamMessage = std::variant<StreamOpened, StreamSnapshot>;

SharedSnapshot shared_snapshot(const table::PublicView& view);
// An empty uuid is an anonymous spectator.
OwnSnapshot own_snapshot(const table::State& state, const Uuid& uuid);

std::string encode(const StreamMessage& message);
// A StreamSnapshot in three parts, to be written one after the other: `head`, encode_shared's bytes, `tail`.
std::string encode_shared(const SharedSnapshot& snapshot);
UpdateEnds encode_snapshot_ends(const OwnSnapshot& own);

}  // namespace baize::protocol

#include "web/screens/account_dialog.h"

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/list_row.h"
#include "web/controls/modal.h"
#include "web/controls/scroll.h"
#include "web/controls/text_field.h"
#include "web/platform/frame_loop.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;

constexpr float k_width = 420;
constexpr float k_button = 52;
constexpr int k_name_length = 24;
constexpr int k_password_length = 256;  // the most that a server takes

constexpr std::string_view k_guest_words =
    "You are a guest: only this browser knows you. With a password of your own, your name, chips and seats are yours "
    "on every device.";

}  // namespace

AccountDialog::AccountDialog(House& house, Purpose purpose) : house_(house), purpose_(purpose) {
  name_ = purpose == Purpose::look ? std::string(house.account.who().username.view()) : house.remembered_name();
}

// Whether a name and a password are asked for.
bool AccountDialog::asks() const { return purpose_ != Purpose::look || house_.account.who().guest; }

// Who has no account yet can make one, who has one can sign in.
bool AccountDialog::offers_other() const {
  return asks() && (purpose_ != Purpose::log_in || house_.account.state() == Account::State::nobody);
}

std::string AccountDialog::title() const {
  if (purpose_ == Purpose::look) return std::string(house_.account.who().username.view());
  return purpose_ == Purpose::log_in ? "Sign in" : "New account";
}

std::string_view AccountDialog::verb() const {
  if (purpose_ == Purpose::look) return "Keep this account";
  return purpose_ == Purpose::log_in ? "Sign in" : "Make the account";
}

bool AccountDialog::draw() {
  if (wallet_) {
    if (wallet_->draw()) wallet_.reset();
    return false;
  }
  const bool look = purpose_ == Purpose::look;
  const paint::TextStyle soft{.size = 15, .tint = Tint::ink_soft};
  const bool guest = look && house_.account.who().guest;
  const float words = guest ? paint::paragraph_height(k_guest_words, k_width - 2 * paint::k_margin, soft) + 28 : 0;
  const float form = 2 * (controls::k_field_height + 8) + controls::k_error_height + k_button;
  const float height = (look ? controls::k_row_height + 12 : 0) +
                       (asks() ? words + form + (offers_other() ? k_button + 8 : 0) : k_button);
  const controls::Modal modal("account", title(), {k_width, controls::Modal::k_frame_height + height});
  // A phone on its side has room for less.
  const controls::Scroll scroll("account/form", modal.content().inset(scene::Insets{-4, 0, -8, 0}), height);
  Rect inner = scroll.content().inset(scene::Insets{4, 0, 8, 0});
  if (look) draw_wallet(inner);
  if (guest) controls::paragraph("account/words", cut_top(inner, words - 12, 12), std::string(k_guest_words), soft);
  if (asks() && draw_form(inner)) send();
  if (offers_other()) draw_other(inner);
  if (!asks()) draw_known(inner);
  return modal.dismissed() || done_;
}

void AccountDialog::draw_wallet(Rect& area) {
  const semantics::Group list("account/list", semantics::Role::list, "");
  if (controls::list_row({.id = "account/wallet",
                          .title = narration::number(house_.account.wallet()) + " chips",
                          .detail = "Your wallet, and what came and went",
                          .trailing = {},
                          .rect = cut_top(area, controls::k_row_height, 12),
                          .name = {}}))
    wallet_.emplace(house_);
}

// True when it was sent off.
bool AccountDialog::draw_form(Rect& area) {
  semantics::Entry entry;
  entry.autocomplete = "username";
  entry.max_length = k_name_length;
  const auto named = controls::text_field({.id = "account/name",
                                           .label = "Name",
                                           .rect = cut_top(area, controls::k_field_height, 8),
                                           .error = {},
                                           .hint = {},
                                           .disabled = waiting_,
                                           .entry = entry},
                                          name_);
  const bool log_in = purpose_ == Purpose::log_in;
  entry.kind = semantics::EntryKind::password;
  entry.autocomplete = log_in ? "current-password" : "new-password";
  entry.max_length = k_password_length;
  entry.enter = semantics::EnterKey::go;
  const auto typed = controls::text_field({.id = "account/password",
                                           .label = "Password",
                                           .rect = cut_top(area, controls::k_field_height, 8),
                                           .error = error_,
                                           .hint = {},
                                           .disabled = waiting_,
                                           .entry = entry},
                                          password_);
  if (named.changed || typed.changed) error_.clear();
  area = area.inset(scene::Insets{0, controls::k_error_height, 0, 0});
  const bool ready = !waiting_ && !name_.empty() && !password_.empty();
  const bool pressed = controls::button({.id = "account/go",
                                         .label = waiting_ ? "One moment…" : std::string(verb()),
                                         .rect = cut_top(area, k_button),
                                         .kind = controls::Kind::primary,
                                         .disabled = !ready,
                                         .hint = {},
                                         .shortcut = {},
                                         .copies = {}});
  return ready && (pressed || typed.submitted);
}

// The way to an account that somebody has already, or to a new one.
void AccountDialog::draw_other(Rect& area) {
  if (!controls::button({.id = "account/other",
                         .label = purpose_ == Purpose::log_in ? "Make a new account" : "I have an account",
                         .rect = area.inset(scene::Insets{0, 8, 0, 0}),
                         .kind = controls::Kind::quiet,
                         .disabled = waiting_,
                         .hint = {},
                         .shortcut = {},
                         .copies = {}}))
    return;
  purpose_ = purpose_ == Purpose::log_in ? Purpose::sign_up : Purpose::log_in;
  error_.clear();
}

void AccountDialog::draw_known(Rect& area) {
  if (!controls::button({.id = "account/out",
                         .label = "Sign out",
                         .rect = cut_top(area, k_button),
                         .icon = paint::Icon::door,
                         .hint = {},
                         .shortcut = {},
                         .copies = {}}))
    return;
  done_ = true;
  house_.account.log_out();
}

void AccountDialog::send() {
  waiting_ = true;
  error_.clear();
  house_.remember_name(name_);
  auto done = lifeline_.guard([this](const std::string& sentence) { told(sentence); });
  if (purpose_ == Purpose::log_in)
    house_.account.log_in(name_, password_, std::move(done));
  else
    house_.account.register_as(name_, password_, std::move(done));
}

void AccountDialog::told(const std::string& sentence) {
  waiting_ = false;
  error_ = sentence;
  done_ = sentence.empty();
  const std::string spoken = !done_                        ? sentence
                             : purpose_ == Purpose::log_in ? "You are signed in."
                                                           : "Your account is kept.";
  semantics::announce(spoken, semantics::Urgency::assertive);
  platform::request_frame();
}

}  // namespace baize::web::screens

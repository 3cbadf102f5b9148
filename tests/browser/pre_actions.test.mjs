// Before the turn: what is ticked is played when the turn comes, lapses when it means something else, and is told to
// nobody.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { House, Person, desktop, open_browser, phone, static_host, until } from './house.mjs';

let house;
let host;
let browser;

before(async () => {
  house = await House.open();
  host = await static_host();
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  host?.close();
  await house?.close();
});

const boxes = (person) => person.page.getByRole('group', { name: 'Before your turn' });
const box = (person, name) => boxes(person).getByRole('checkbox', { name, exact: true });
const ticked = (person) => person.page.getByRole('checkbox', { checked: true });

async function two_players() {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  const link = await ann.create_table();
  await ann.sit(1);
  const bob = await Person.arrive(browser, house.url, phone);
  for (const person of [ann, bob]) {
    person.sent = [];
    person.page.on('websocket', (socket) => socket.on('framesent', (frame) => person.sent.push(String(frame.payload))));
  }
  await ann.page.reload();
  await bob.page.goto(link);
  await bob.sit(4, 'Bob');
  return { ann, bob };
}

test('what was decided before the turn is played when it comes, and lapses when somebody raises', async () => {
  const { ann, bob } = await two_players();
  await until(() => ann.to_act || bob.to_act);
  const [first, second] = ann.to_act ? [ann, bob] : [bob, ann];
  await box(second, 'Check').click();
  await ticked(second).waitFor();
  await box(second, 'Call any').click();
  await box(second, 'Check').click();
  await boxes(second).getByRole('checkbox', { name: 'Check', exact: true, checked: true }).waitFor();
  assert.equal(await ticked(second).count(), 1);
  await second.picture(`before-turn-check-${second === ann ? 'desktop' : 'phone'}`);
  assert.equal(second.sent.filter((frame) => frame.includes('player-')).length, 0);

  // The small blind calls, and the big blind's check leads to the flop.
  await first.moves.getByRole('button', { name: /^Call/ }).click();
  await until(() => second.view().public.street === 'flop');
  assert.equal(second.sent.filter((frame) => frame.includes('player-check')).length, 1);

  // Check/fold is a fold when the other bets.
  await until(() => second.to_act);
  await box(first, 'Check/fold').click();
  await first.picture(`before-turn-fold-${first === ann ? 'desktop' : 'phone'}`);
  await second.moves.getByRole('button', { name: /^Bet/ }).click();
  await until(() => first.view().public.street === 'over');
  assert.equal(first.sent.filter((frame) => frame.includes('player-fold')).length, 1);

  // The next hand: a check lapses with a raise, and nothing is played.
  await until(() => first.view().public.hand === 2 && (first.to_act || second.to_act));
  const [raiser, other] = first.to_act ? [first, second] : [second, first];
  assert.equal(await ticked(other).count(), 0);
  await box(other, 'Check').click();
  await ticked(other).waitFor();
  const before_raise = other.sent.filter((frame) => frame.includes('player-')).length;
  await raiser.moves.getByRole('button', { name: /^Raise to/ }).click();
  await other.moves.getByRole('button', { name: /^Call/ }).waitFor();
  assert.equal(await ticked(other).count(), 0);
  assert.equal(other.sent.filter((frame) => frame.includes('player-')).length, before_raise);
  assert.deepEqual([...ann.troubles, ...bob.troubles], []);
});

// Always the same cards, in which others act before this player and the hand goes on.
const same_chance = () => {
  crypto.getRandomValues = (bytes) => bytes.fill(2);
};

async function practises(shape, name) {
  const person = await Person.arrive(browser, 'about:blank', shape);
  await person.context.addInitScript(same_chance);
  await person.page.goto(host.url);
  await person.button('Practice against bots').click();
  await person.button('Deal me in').click();
  await box(person, 'Call any').click();
  await person.picture(`before-turn-practice-${name}`);
  // The bots go on, and the call is made without another word.
  await person.page.getByText(/^You (call|check)/).first().waitFor({ state: 'attached' });
  assert.deepEqual(person.troubles, []);
  await person.context.close();
}

test('practice lets one decide before the turn, on a desktop', () => practises(desktop, 'desktop'));

test('practice lets one decide before the turn, on a phone', () => practises(phone, 'phone'));

test('practice lets one decide before the turn, on a phone on its side', () =>
  practises({ ...phone, viewport: { width: 844, height: 390 } }, 'flat'));

// A trick-taking game in the same client: practice by mouse and by role, and a table of two people and bots where one
// leaves a seat to a bot and takes it back.
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

const cards = (person) => person.page.getByRole('button', { name: /^Play the / });
// Plates say it in words too: the text of the whole seat is what is looked for.
const text = (person, words) => person.page.getByText(words).first();

// Bids what may be bid, names trumps where that is asked, and waits for the first card that may be played.
async function bids(person, bid) {
  await person.moves.getByRole('button', { name: String(bid), exact: true }).click();
  const trump = person.moves.getByRole('button', { name: /No trumps/i });
  await cards(person).first().or(trump).first().waitFor();
  if (await trump.isVisible()) await trump.click();
  await cards(person).first().waitFor();
}

async function practises(shape, name) {
  const person = await Person.arrive(browser, host.url, shape);
  await person.button('Practice against bots').click();
  await person.page.getByRole('radio', { name: 'Nommie' }).click();
  await person.picture(`nommie-practice-setup-${name}`);
  await person.button('Deal me in').click();
  // The player deals the first round and bids last: one bid is forbidden, and the bar says why; none is where the others
  // have bid more than there are tricks.
  await person.moves.getByRole('button', { name: /^\d+$/ }).first().waitFor();
  const forbidden = person.moves.getByRole('button', { disabled: true });
  const some = await forbidden.count();
  assert.ok(some <= 1);
  assert.equal(await text(person, 'The bids would add up to the tricks').count(), some);
  await person.picture(`nommie-bidding-${name}`);
  await bids(person, some === 1 && (await forbidden.textContent()) === '0' ? 1 : 0);
  await person.picture(`nommie-trick-${name}`);
  const card = await cards(person).first().getAttribute('aria-label');
  const place = await person.middle_of(cards(person).first());
  await person.page.mouse.click(place.x, place.y);
  await person.button(card).waitFor({ state: 'detached' });
  // The bots play on, and it is this player's turn again.
  await cards(person).first().waitFor();
  await person.picture(`nommie-second-trick-${name}`);
  assert.deepEqual(person.troubles, []);
  await person.context.close();
}

test('practice of Nommie bids and plays tricks on a desktop', () => practises(desktop, 'desktop'));

test('practice of Nommie bids and plays tricks on a phone', () => practises(phone, 'phone'));

test('two people and two bots play; who leaves is played by a bot and takes the seat back', async () => {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  const link = await ann.create_table('Nommie');
  await ann.sit(1);
  await ann.picture('nommie-waiting-desktop');
  const bob = await Person.arrive(browser, link, { ...phone, deviceScaleFactor: 1 });
  await bob.sit(3, 'Bob');
  await ann.button('Start with bots').click();
  await until(() => ann.view()?.viewer.hand?.length === 13 && bob.view()?.viewer.hand?.length === 13);

  // Nobody is sent a card of somebody else's.
  const told_bob = JSON.stringify(bob.received);
  assert.equal(ann.view().viewer.hand.some((card) => told_bob.includes(`"${card}"`)), false);

  await bob.button('Menu').first().click();
  await bob.dialog.getByRole('button', { name: 'Leave: a bot plays on' }).click();
  await bob.button('Take your seat back').waitFor();
  await bob.picture('nommie-stand-in-phone');
  await bob.button('Take your seat back').click();
  await until(() => bob.view().public.phase === 'bidding' && !bob.view().seats.find((one) => one.seat === 2).stand_in);
  for (const person of [ann, bob]) assert.deepEqual(person.troubles, []);
});

// The bundle on a host that serves nothing but files: it says that there is no server, and practice is a whole game.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Person, desktop, open_browser, phone, static_host } from './house.mjs';

let host;
let browser;

before(async () => {
  host = await static_host();
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  host?.close();
});

async function plays_a_hand(shape, name) {
  const person = await Person.arrive(browser, host.url, shape);
  await person.page.getByText(/no server/i).first().waitFor();
  await person.button('Practice against bots').click();
  await person.page.getByRole('radio', { name: '3', exact: true }).click();
  await person.picture(`practice-setup-${name}`);
  await person.button('Deal me in').click();
  await person.moves.waitFor();
  await person.picture(`practice-${name}`);
  // All-in is one decision, and the bots play the hand to its end.
  await person.moves.getByRole('button', { name: /^All-in [\d,]+$/ }).click();
  await person.button(/^Yes/).click();
  await person.page.getByText(/ wins? [\d,]+/).first().waitFor();
  await person.picture(`practice-result-${name}`);
  assert.deepEqual(person.troubles, []);
  await person.context.close();
}

test('practice from a plain static host plays a hand on a desktop', () => plays_a_hand(desktop, 'desktop'));

test('practice from a plain static host plays a hand on a phone', () => plays_a_hand(phone, 'phone'));

// A seal that really breaks: between the page and the server sits somebody who changes one byte of one card's proof, or
// leaves out what the player gave. It can't be overlooked, whatever else is open.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { House, Person, desktop, open_browser, phone, until } from './house.mjs';

let house;
let browser;

before(async () => {
  house = await House.open();
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await house?.close();
});

// Changes the messages of the server for this person with `tamper.change`, once that is set.
async function in_between(person) {
  const tamper = { change: null };
  await person.page.routeWebSocket(/\/ws\/table\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((text) => {
      const message = JSON.parse(String(text));
      tamper.change?.(message);
      socket.send(JSON.stringify(message));
    });
  });
  return tamper;
}

const flip = (hex) => (hex[0] === '0' ? '1' : '0') + hex.slice(1);
const one_proof = (message) => {
  if (message.action === 'card-proofs') message.proofs[0].salt = flip(message.proofs[0].salt);
};
const value_left_out = (message) => {
  if (message.action === 'deal-sealed') for (const part of message.parts) part.value = null;
};

const bar = (person) => person.page.getByRole('region', { name: 'The seal is broken' });
const spoken_at_once = (person) => person.page.locator('[aria-live=assertive]').getByText(/^The seal broke in hand \d+: /);

async function sits_at_a_table(shape, name) {
  const host = await Person.arrive(browser, house.url, desktop);
  await host.give_name(`Host of ${name}`.slice(0, 24));
  const link = await host.create_table();
  await host.sit(1);
  const person = await Person.arrive(browser, 'about:blank', shape);
  const tamper = await in_between(person);
  await person.page.goto(link);
  return { host, person, tamper };
}

// In whoever's hand it stops, the bar is the first thing on the screen and stays.
async function says_so(person, what) {
  await bar(person).waitFor();
  await bar(person).getByText(what).waitFor();
  await spoken_at_once(person).waitFor({ state: 'attached' });
  const box = await bar(person).boundingBox();
  assert.equal(Math.round(box.y), 0);
  assert.equal(Math.round(box.width), person.page.viewportSize().width);
  assert.match(await person.page.title(), /^Seal broken/);
}

async function a_changed_proof(shape, name) {
  const { host, person, tamper } = await sits_at_a_table(shape, name);
  tamper.change = one_proof;
  await person.sit(4, 'Bob');
  await says_so(person, /^Hand 1: The proof of the .* does not lead to the fingerprint of the deck\.$/);
  await person.picture(`broken-seal-${name}`);

  await person.button('What can I do?').click();
  await person.dialog.getByText('What you can do').waitFor();
  await person.dialog.getByText(/leave the table/).waitFor();
  await person.picture(`broken-seal-dialog-${name}`);
  assert.ok(await bar(person).isVisible());
  await person.button('Close').click();
  await person.dialog.waitFor({ state: 'detached' });

  // Over a hand that is looked at again, too.
  await Promise.race([host.moves.waitFor(), person.moves.waitFor()]);
  const actor = (await host.moves.isVisible()) ? host : person;
  await actor.moves.getByRole('button', { name: /^Fold/ }).click();
  await until(() => host.view().public.street === 'over');
  await person.page.goto(`${person.page.url()}/hand/1`);
  await person.button('Close the replay').waitFor();
  await says_so(person, /^Hand 1: /);
  await person.picture(`broken-seal-replay-${name}`);
  assert.deepEqual([...host.troubles, ...person.troubles], []);
  await person.context.close();
  await host.context.close();
}

test('a changed proof of one card breaks the seal in plain sight, on a desktop', () => a_changed_proof(desktop, 'desktop'));

test('a changed proof of one card breaks the seal in plain sight, on a phone', () => a_changed_proof(phone, 'phone'));

test('a changed proof of one card breaks the seal in plain sight, on a phone on its side', () =>
  a_changed_proof({ ...phone, viewport: { width: 844, height: 390 } }, 'flat'));

test('a value that is left out breaks the seal while a dialog is open', async () => {
  const { host, person, tamper } = await sits_at_a_table(phone, 'value');
  await person.sit(4, 'Bob');
  await Promise.race([host.moves.waitFor(), person.moves.waitFor()]);
  await person.button('Menu').click();
  await person.dialog.waitFor();
  tamper.change = value_left_out;
  const actor = host.to_act ? host : person;
  if (actor === person) {
    await person.page.keyboard.press('Escape');
    await person.moves.getByRole('button', { name: /^Fold/ }).click();
    await person.button('Menu').click();
    await person.dialog.waitFor();
  } else {
    await host.moves.getByRole('button', { name: /^Fold/ }).click();
  }
  await says_so(person, /Your value was sent in time, and the house dealt without it\.$/);
  assert.ok(await person.dialog.isVisible());
  await person.picture('broken-seal-over-menu-phone');
});

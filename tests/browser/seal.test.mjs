// The seal of fair deals: unbroken in practice and at a server's table, with the same four words for everybody; the
// table's own record is checked in the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { House, Person, desktop, open_browser, phone, static_host } from './house.mjs';

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

const unbroken = (person) => person.button(/^Seal unbroken, hand \d+: \w+ \w+ \w+ \w+$/);
const words_of = async (person) => /: (.+)$/.exec(await unbroken(person).getAttribute('aria-label') ??
  await unbroken(person).textContent())[1];

async function practises(shape, name) {
  const person = await Person.arrive(browser, host.url, shape);
  await person.button('Practice against bots').click();
  await person.button('Deal me in').click();
  await person.moves.waitFor();
  await unbroken(person).waitFor();
  await person.picture(`seal-practice-${name}`);
  await unbroken(person).click();
  await person.dialog.getByText('What this cannot prove').waitFor();
  await person.picture(`seal-dialog-${name}`);
  assert.deepEqual(person.troubles, []);
  await person.context.close();
}

test('practice has a seal that explains itself, on a desktop', () => practises(desktop, 'desktop'));

test('practice has a seal that explains itself, on a phone', () => practises(phone, 'phone'));

async function two_players() {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  const link = await ann.create_table();
  await ann.sit(1);
  const bob = await Person.arrive(browser, house.url, phone);
  await bob.page.goto(link);
  await bob.sit(4, 'Bob');
  return { ann, bob };
}

test('two players see the same four words, and the record of their table checks out', async () => {
  const { ann, bob } = await two_players();
  await Promise.all([unbroken(ann).waitFor(), unbroken(bob).waitFor()]);
  assert.equal(await words_of(ann), await words_of(bob));
  await Promise.race([ann.moves.waitFor(), bob.moves.waitFor()]);
  const actor = ann.to_act ? ann : bob;
  await actor.moves.getByRole('button', { name: /^Fold/ }).click();
  await ann.page.getByText(/ wins? [\d,]+/).first().waitFor();
  await unbroken(ann).click();
  await ann.dialog.getByRole('button', { name: "Check the table's record" }).click();
  await ann.dialog.getByText(/hands? checked, .*nothing is false/).waitFor();
  await ann.picture('seal-record-desktop');
  assert.deepEqual([...ann.troubles, ...bob.troubles], []);
});

// An account: a guest chooses a password, signs out, and is the same person in another browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { House, Person, desktop, open_browser, phone } from './house.mjs';

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

const password = 'three blind mice run';
const own = (person) => person.button('Your account: Ann');

async function keeps(person) {
  await own(person).click();
  await person.picture('account-guest-desktop');
  await person.dialog.getByRole('textbox', { name: 'Password' }).fill('mice');
  await person.dialog.getByRole('button', { name: 'Keep this account' }).click();
  await person.page.getByText(/A password has \d+ to \d+ characters/).first().waitFor();
  await person.dialog.getByRole('textbox', { name: 'Password' }).fill(password);
  await person.dialog.getByRole('button', { name: 'Keep this account' }).click();
  await person.dialog.waitFor({ state: 'detached' });
}

async function signs_in(person, words) {
  await person.dialog.getByRole('textbox', { name: 'Name' }).fill('Ann');
  await person.dialog.getByRole('textbox', { name: 'Password' }).fill(words);
  await person.dialog.getByRole('button', { name: 'Sign in' }).click();
}

test('a guest keeps the account with a password, with its chips and its seat, and signs in elsewhere', async () => {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  await ann.create_table();
  await ann.sit(1);
  await ann.button('Leave this page').click();
  // What the wallet holds once the lobby has heard that the buy-in left it.
  const chips = await ann.page.getByText(/^(?!10,000)[\d,]+ chips$/).first().textContent();
  await keeps(ann);
  await ann.page.getByText(chips).first().waitFor();
  await own(ann).click();
  await ann.picture('account-known-desktop');
  await ann.dialog.getByRole('button', { name: 'Sign out' }).click();
  await ann.button('I have an account').waitFor();

  const elsewhere = await Person.arrive(browser, house.url, phone);
  await elsewhere.button('I have an account').click();
  await elsewhere.picture('account-sign-in-phone');
  await signs_in(elsewhere, 'three blind mice ran');
  await elsewhere.page.getByText(/do not go together/).first().waitFor();
  assert.equal(await own(elsewhere).count(), 0);
  await elsewhere.picture('account-refused-phone');
  await signs_in(elsewhere, password);
  await own(elsewhere).waitFor();
  await elsewhere.page.getByText(chips).first().waitFor();
  await elsewhere.button(/you sit here/).waitFor();
  for (const person of [ann, elsewhere]) assert.deepEqual(person.troubles, []);
});

test('a double click takes one seat, and the wallet tells what came and went', async () => {
  const bob = await Person.arrive(browser, house.url, phone);
  await bob.button('I have an account').click();
  await bob.dialog.getByRole('button', { name: 'Make a new account' }).click();
  await bob.dialog.getByRole('textbox', { name: 'Name' }).fill('Bob');
  await bob.dialog.getByRole('textbox', { name: 'Password' }).fill(password);
  await bob.dialog.getByRole('button', { name: 'Make the account' }).click();
  await bob.page.getByText('Connected · Browsing').waitFor();
  await bob.create_table();
  await bob.button('Sit here: seat 2').click();
  await bob.dialog.getByRole('button', { name: /^Sit down/ }).dblclick();
  await bob.dialog.waitFor({ state: 'detached' });
  await bob.page.getByText('Connected · Joined').waitFor();
  await bob.button('Leave this page').click();
  await bob.button('Your account: Bob').click();
  await bob.dialog.getByRole('button', { name: /Your wallet/ }).click();
  const entries = bob.page.getByRole('list', { name: 'What came and went' });
  await entries.getByText(/^Welcome chips, \+10,000/).waitFor();
  assert.equal(await entries.getByText(/^To Bob's table, −[\d,]+/).count(), 1);
  await bob.picture('wallet-phone');
  await bob.page.setViewportSize(desktop.viewport);
  await bob.picture('wallet-desktop');
  assert.deepEqual(bob.troubles, []);
});

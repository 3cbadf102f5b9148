// What an owner does at the table: the menu with its entries, and the dialog that changes the settings.
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

async function changes_settings(shape, name) {
  const ann = await Person.arrive(browser, house.url, shape);
  await ann.give_name('Ann');
  await ann.create_table();
  await ann.sit(1);
  await ann.button('Menu').first().click();
  await ann.dialog.getByRole('button', { name: 'Close the table' }).waitFor();
  await ann.picture(`menu-${name}`);
  await ann.dialog.getByRole('button', { name: 'Settings of the table' }).click();
  await ann.dialog.getByRole('button', { name: 'Save' }).waitFor();
  await ann.picture(`settings-${name}`);
  await ann.dialog.getByRole('button', { name: 'Save' }).click();
  await ann.dialog.waitFor({ state: 'detached' });
  assert.deepEqual(ann.troubles, []);
  await ann.context.close();
}

test('an owner opens the menu and the settings on a desktop', () => changes_settings(desktop, 'desktop'));

test('an owner opens the menu and the settings on a phone', () => changes_settings(phone, 'phone'));

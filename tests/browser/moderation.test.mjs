// What an owner does about others, and how it reaches them: a ban and its end, a name and a line of chat of somebody who
// looks on, and a table that shows itself to nobody without a seat.
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

async function open_card(ann, name) {
  await ann.page.getByRole('tab', { name: 'Players' }).click();
  await ann.page.getByRole('button', { name: new RegExp(name) }).last().click();
}

test('a player is banned, told so, and let in again when the ban is lifted', async () => {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  const link = await ann.create_table();
  await ann.sit(1);
  const bob = await Person.arrive(browser, link, phone);
  await bob.sit(2, 'Bob');
  await until(() => bob.view()?.viewer.seat === 1);
  await open_card(ann, 'Bob');
  await ann.dialog.getByRole('button', { name: 'Take off the seat and ban' }).click();
  await until(() => bob.received.some((one) => one.action === 'notification' && one.kind === 'banned'));
  await bob.picture('banned-phone');
  await until(() => ann.view().viewer.banned.length === 1);
  await ann.button('Menu').first().click();
  await ann.dialog.getByRole('button', { name: 'Lift the ban on Bob' }).waitFor();
  await ann.picture('menu-with-ban-desktop');
  await ann.dialog.getByRole('button', { name: 'Lift the ban on Bob' }).click();
  await until(() => ann.view().viewer.banned.length === 0);
  await bob.sit(2);
  await until(() => bob.view().viewer.seat === 1);
  for (const person of [ann, bob]) assert.deepEqual(person.troubles, []);
});

test('somebody who looks on gives a name and speaks', async () => {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  const link = await ann.create_table();
  const eve = await Person.arrive(browser, link, desktop);
  await eve.page.getByRole('textbox', { name: 'Your name' }).fill('Eve');
  await eve.picture('nameless-chat-desktop');
  await eve.button('Give this name').click();
  await eve.page.getByRole('textbox', { name: 'Chat message' }).fill('hello');
  await eve.page.keyboard.press('Enter');
  await ann.page.getByText('Eve: hello').waitFor();
  for (const person of [ann, eve]) assert.deepEqual(person.troubles, []);
});

test('a table without spectators offers a seat to whoever has its link', async () => {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  await ann.button('Create table').click();
  await ann.dialog.getByRole('button', { name: 'More settings' }).click();
  await ann.dialog.getByRole('checkbox', { name: 'Others may watch' }).click();
  await ann.dialog.getByRole('button', { name: 'Create table' }).click();
  await ann.page.waitForURL(/#\/table\//);
  await ann.sit(1);
  const bob = await Person.arrive(browser, ann.page.url(), phone);
  await bob.dialog.getByText('This table is private').first().waitFor();
  await bob.dialog.getByRole('textbox', { name: 'Your name at this table' }).fill('Bob');
  await bob.picture('private-table-phone');
  await bob.dialog.getByRole('button', { name: /^Take a seat/ }).click();
  await until(() => bob.view()?.viewer.seat === 1);
  await bob.picture('private-table-seated-phone');
  for (const person of [ann, bob]) assert.deepEqual(person.troubles, []);
});

// An answer that is lost on the way: the page asks once more, and what it wanted has happened once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { House, Person, open_browser } from './house.mjs';

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

test('a table whose answer was lost is made once', async () => {
  const ann = await Person.arrive(browser, house.url);
  await ann.give_name('Ann');
  const keys = [];
  await ann.page.route('**/api/tables', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(await route.request().headerValue('idempotency-key'));
    if (keys.length > 1) return route.continue();
    assert.equal((await route.fetch()).status(), 201);
    await route.abort('connectionreset');
  });
  await ann.button('Create table').click();
  await ann.dialog.getByRole('button', { name: 'Create table' }).click();
  await ann.page.waitForURL(/#\/table\//);
  assert.equal(keys.length, 2);
  assert.match(keys[0], /^[0-9a-f]{32}$/);
  assert.equal(keys[1], keys[0]);
  const { tables } = await (await fetch(new URL('api/tables', house.url))).json();
  assert.equal(tables.length, 1);
  assert.ok(ann.page.url().endsWith(tables[0].id));
});

// A sit-and-go of one's own, made in the dialog: its settings stand there when it is chosen and go when it isn't, levels
// that are none are refused with a sentence, and the owner finds them again in the settings of the table.
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

test('a table gets a blind schedule of its own', async () => {
  const ann = await Person.arrive(browser, house.url);
  const choose = (name) => ann.dialog.getByRole('radio', { name, exact: true }).click();
  const levels = ann.dialog.getByRole('textbox', { name: /^Levels/ });
  await ann.give_name('Ann');
  await ann.button('Create table').click();
  await ann.dialog.getByRole('button', { name: 'More settings' }).click();
  await ann.dialog.getByRole('textbox', { name: 'Largest buy-in' }).fill('5000');
  await choose('Sit-and-go');
  await ann.dialog.getByRole('textbox', { name: 'Largest buy-in' }).waitFor({ state: 'detached' });
  await choose('Your own');
  await levels.fill('10/20 15/30');
  await ann.dialog.getByRole('button', { name: 'Create table' }).click();
  await ann.dialog.getByText('Level 1 is 10/20, but the table begins with 5/10. Make them the same.').waitFor();
  await ann.picture('levels-refused');
  await levels.fill('5/10 10/20 25/50/5');
  await ann.dialog.getByRole('button', { name: 'Create table' }).click();
  await ann.page.waitForURL(/#\/table\//);
  await ann.button(/^Sit here: seat 1$/).waitFor();
  const settings = ann.view().table.settings;
  assert.equal(settings.mode, 'sit-and-go');
  assert.equal(settings.levels, '5/10 10/20 25/50/5');
  assert.equal(settings.max_buy_in, 2000);

  await ann.button('Menu').first().click();
  await ann.dialog.getByRole('button', { name: 'Settings of the table' }).click();
  await ann.dialog.getByRole('button', { name: 'More settings' }).click();
  assert.equal(await levels.inputValue(), '5/10 10/20 25/50/5');
  await ann.picture('levels-settings');
  await choose('Turbo');
  await levels.waitFor({ state: 'detached' });
  await ann.dialog.getByRole('button', { name: 'Save' }).click();
  await ann.dialog.waitFor({ state: 'detached' });
  assert.deepEqual(ann.troubles, []);
  await ann.context.close();
});

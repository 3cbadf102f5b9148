// A table where nothing happens costs no pictures: not the time that passes, not the pings of its connection.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { House, Person, open_browser, until } from './house.mjs';

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

test('an idle table draws no frames, and draws again when something happens', async () => {
  const ann = await Person.arrive(browser, house.url);
  await ann.page.evaluate(() => {
    const ask = window.requestAnimationFrame.bind(window);
    window.frames_asked_for = 0;
    window.requestAnimationFrame = (draw) => {
      ++window.frames_asked_for;
      return ask(draw);
    };
  });
  const asked_for = () => ann.page.evaluate(() => window.frames_asked_for);
  const pongs = () => ann.received.filter((message) => message.action === 'pong').length;

  await ann.give_name('Ann');
  await ann.create_table();
  await ann.sit(1);
  // From one answered ping to the next nothing else happens at a table with one player.
  await until(() => pongs() >= 1);
  const before_pings = await asked_for();
  await until(() => pongs() >= 3);
  assert.equal(await asked_for(), before_pings);
  await ann.page.mouse.move(600, 400);
  await ann.page.waitForFunction((count) => window.frames_asked_for > count, before_pings);
  assert.ok(before_pings > 0);
  assert.deepEqual(ann.troubles, []);
});

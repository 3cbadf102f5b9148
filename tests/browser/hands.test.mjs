// Two people in two browsers play hands to showdown: one by role through the DOM twins, as a screen reader would, the
// other with the mouse on the canvas at the twins' rectangles.
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

const showdown = (person) => person.page.getByText(/ wins? [\d,]+/).first();

// Checks or calls, by what there is.
async function act_by_role(person) {
  await person.moves.getByRole('button', { name: /^(Check|Call)/ }).click();
}

async function act_by_mouse(person) {
  const at = await person.middle_of(person.moves.getByRole('button', { name: /^(Check|Call)/ }));
  await person.page.mouse.click(at.x, at.y);
}

test('two people play hands to showdown, by role and by mouse, and a spectator sees no hole card', async () => {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  const link = await ann.create_table();
  await ann.sit(1);

  const bob = await Person.arrive(browser, link, phone);
  await bob.sit(4, 'Bob');
  const eve = await Person.arrive(browser, link, desktop);
  await eve.button('Sit here: seat 2').waitFor();

  const pictured = new Set();
  for (let hands = 0; hands < 2;) {
    const { decision, public: { winners } } = await until(() => {
      const game = ann.view();
      return (ann.to_act || bob.to_act || game?.public.winners.length > 0) && game;
    });
    if (winners.length > 0) {
      ++hands;
      await showdown(ann).waitFor();
      await ann.picture(`showdown-${hands}-desktop`);
      await bob.picture(`showdown-${hands}-phone`);
    } else {
      const [actor, act, shape] = ann.to_act ? [ann, act_by_role, 'desktop'] : [bob, act_by_mouse, 'phone'];
      await actor.moves.waitFor();
      if (!pictured.has(shape)) await actor.picture(`turn-${shape}`);
      pictured.add(shape);
      await act(actor);
    }
    await until(() => ann.view().decision > decision && bob.view().decision === ann.view().decision);
  }

  await ann.page.getByRole('textbox', { name: 'Chat message' }).fill('well played');
  await ann.page.keyboard.press('Enter');
  await eve.page.getByText('Ann: well played').waitFor();
  await eve.page.getByRole('tab', { name: 'Log' }).click();
  await eve.page.getByRole('list', { name: 'Activity log' }).or(eve.page.getByRole('log')).first().waitFor();
  await eve.picture('spectator');

  for (const message of eve.received) {
    if (message.action === 'update-game') assert.deepEqual(message.game.viewer.hand, []);
    for (const event of message.events ?? [])
      if (event.event === 'dealt') assert.deepEqual(event.cards, [], 'a spectator is told no hole card');
  }
  for (const message of bob.received)
    for (const event of message.events ?? [])
      if (event.event === 'dealt' && event.seat !== 3) assert.deepEqual(event.cards, []);
  for (const person of [ann, bob, eve]) assert.deepEqual(person.troubles, []);
});

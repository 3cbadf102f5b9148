// Hands that are over: the list beside the table, the replayer by button, slider and key, the files to take away, a link
// to one hand for somebody who was not there, and the same in practice without a server.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';

import { House, Person, desktop, open_browser, phone, static_host, until } from './house.mjs';

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

const words = (person, text) => person.page.getByText(text).first();

// Checks and calls until the hand is over.
async function play_a_hand(people) {
  for (;;) {
    const game = await until(() => {
      const seen = people[0].view();
      return (people.some((one) => one.to_act) || seen?.public.winners.length > 0) && seen;
    });
    if (game.public.winners.length > 0) return;
    const actor = people.find((one) => one.to_act);
    await actor.moves.getByRole('button', { name: /^(Check|Call)/ }).click();
    await until(() => people.every((one) => one.view().decision > game.decision));
  }
}

// The sentence of the step, in the bar and not in the live region, which keeps older ones for a while.
const told = (person, text) => person.page.getByRole('region', { name: 'Steps' }).getByText(text).first();

// From the first step to the last, by every way there is.
async function replay(person, name) {
  const { page } = person;
  const slider = page.getByRole('slider', { name: 'Step' });
  await slider.waitFor();
  await told(person, /^Hand \d+: /).waitFor();
  assert.equal(await slider.inputValue(), '1');
  await person.button('Step forward').click();
  await told(person, /^Your cards: |^The cards are dealt/).waitFor();
  await person.button('Flop').click();
  await told(person, /^Flop: /).waitFor();
  await person.picture(`replay-flop-${name}`);
  await page.keyboard.press('ArrowRight');
  await told(person, /^Flop: /).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowLeft');
  await told(person, /^Flop: /).waitFor();
  await slider.focus();
  await page.keyboard.press('End');
  await told(person, /wins? [\d,]+ with/).waitFor();
  await person.picture(`replay-end-${name}`);
  await person.page.getByRole('button', { name: 'Play', exact: true }).click();  // from the start again
  await person.button('Pause').click();
  await person.button('To the end').click();
  await told(person, /wins? [\d,]+ with/).waitFor();
}

test('a hand is found beside the table, replayed to its showdown and taken away', async () => {
  const ann = await Person.arrive(browser, house.url, desktop);
  await ann.give_name('Ann');
  const link = await ann.create_table();
  await ann.sit(1);
  const bob = await Person.arrive(browser, link, phone);
  await bob.sit(4, 'Bob');
  await play_a_hand([ann, bob]);

  await ann.page.getByRole('tab', { name: 'Hands' }).click();
  const row = ann.button(/^Hand 1, /);
  await row.waitFor();
  await ann.picture('hands-desktop');
  await row.click();
  await ann.page.waitForURL(/\/hand\/1$/);
  await replay(ann, 'desktop');

  const [saved] = await Promise.all([ann.page.waitForEvent('download'), ann.button('PHH').click()]);
  const taken = fs.readFileSync(await saved.path(), 'utf8');
  const id = /table\/([a-z0-9]+)/.exec(link)[1];
  const fetched = await ann.page.evaluate(
    (path) => fetch(path, { credentials: 'include' }).then((answer) => answer.text()), `/api/tables/${id}/hands/1.phh`);
  assert.match(fetched, /^variant = "NT"\n/);
  assert.match(fetched, /"d dh p\d \w{4}"/);
  assert.equal(taken, fetched, 'the page writes what the server writes');

  // Somebody who was not there opens the link to the hand.
  const eve = await Person.arrive(browser, ann.page.url(), desktop);
  await replay(eve, 'link');
  await ann.button('Close the replay').click();
  await ann.page.waitForURL(/\/table\/[a-z0-9]+$/);

  await bob.button(/^Chat and log/).click();
  await bob.page.getByRole('tab', { name: 'Hands' }).click();
  await bob.button(/^Hand 1, /).waitFor();
  await bob.picture('hands-phone');
  await bob.button(/^Hand 1, /).click();
  await replay(bob, 'phone');
  for (const person of [ann, bob, eve]) assert.deepEqual(person.troubles, []);
});

test('practice has its hands without a server', async () => {
  const person = await Person.arrive(browser, host.url, desktop);
  await words(person, /no server/i).waitFor();
  await person.button('Practice against bots').click();
  await person.page.getByRole('radio', { name: '1', exact: true }).click();
  await person.button('Deal me in').click();
  await person.moves.waitFor();
  await person.moves.getByRole('button', { name: /^All-in [\d,]+$/ }).click();
  await person.button(/^Yes/).click();
  await words(person, / wins? [\d,]+/).waitFor();
  await person.page.getByRole('tab', { name: 'Hands' }).click();
  await person.button(/^Hand 1, /).click();
  await person.page.getByRole('slider', { name: 'Step' }).waitFor();
  await person.button('To the end').click();
  await person.picture('replay-practice');
  const [saved] = await Promise.all([person.page.waitForEvent('download'), person.button('Text').click()]);
  assert.match(fs.readFileSync(await saved.path(), 'utf8'), /^Baize Hand #1: Hold'em No Limit/);
  await person.button('Close the replay').click();
  await person.button(/^Hand 1, /).waitFor();
  assert.deepEqual(person.troubles, []);
});

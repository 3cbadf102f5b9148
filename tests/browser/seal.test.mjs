// The seal of fair deals: unbroken in practice and at a server's table, with the same four words for everybody; the
// table's own record is checked in the page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
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

async function checks_file(person, file, found) {
  const choosing = person.page.waitForEvent('filechooser');
  await person.dialog.getByRole('button', { name: 'Check a saved record…' }).click();
  await (await choosing).setFiles(file);
  await person.dialog.getByText(found).waitFor();
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
  await ann.dialog.getByText(/^The table's record: 1 hand checked, .*nothing is false/).waitFor();
  await ann.picture('seal-record-desktop');

  // The record as a file to keep, and a kept file checked: as it is, with a card changed, and what is none.
  const coming = ann.page.waitForEvent('download');
  await ann.dialog.getByRole('button', { name: "Download the table's record" }).click();
  const download = await coming;
  assert.match(download.suggestedFilename(), /^baize-\w+\.json$/);
  const kept = path.join(house.folder, 'evening.json');
  await download.saveAs(kept);
  await checks_file(ann, kept, /^evening\.json: 1 hand checked, .*nothing is false/);
  const record = JSON.parse(fs.readFileSync(kept, 'utf8'));
  const proof = record.hands[0].fair.proofs[0];
  proof.salt = (proof.salt[0] === '0' ? '1' : '0') + proof.salt.slice(1);
  const changed = path.join(house.folder, 'changed.json');
  fs.writeFileSync(changed, JSON.stringify(record));
  await checks_file(ann, changed, /^changed\.json: .*hand 1.* does not lead to the fingerprint of the deck/i);
  await ann.picture('seal-record-changed-desktop');
  const other = path.join(house.folder, 'shopping.json');
  fs.writeFileSync(other, '{"milk":2}');
  await checks_file(ann, other, /^shopping\.json is not the record of a table, or it is damaged/);

  // The same on a phone, whose table it is not.
  await unbroken(bob).click();
  await checks_file(bob, changed, /^changed\.json: /);
  await bob.picture('seal-record-changed-phone');
  assert.deepEqual([...ann.troubles, ...bob.troubles], []);
});

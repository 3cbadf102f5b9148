// One browser at two tables: two connections without cross-talk, and a strip that says where it is one's turn.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { House, Person, desktop, open_browser, phone, understanding, until } from './house.mjs';

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

const table_in = (address) => /table\/([^/?#]+)/.exec(address)[1];

// What came over each of this page's sockets, by the table that the socket is for.
function listen(person) {
  const heard = new Map();
  person.page.on('websocket', (socket) => {
    const table = table_in(socket.url());
    if (!heard.has(table)) heard.set(table, []);
    const understood = understanding();
    socket.on('framereceived', (frame) => heard.get(table).push(understood(frame)));
  });
  return heard;
}

const views = (messages) => messages.filter((one) => one.action === 'update-game').map((one) => one.game);

test('two tables at once keep to themselves, and the strip leads to the one that waits', async () => {
  const ann = await Person.arrive(browser, house.url, desktop);
  const bob = await Person.arrive(browser, house.url, phone);
  await ann.give_name('Ann');
  await bob.give_name('Bob');
  const heard = listen(ann);
  const tables = [];
  for (const name of ['first', 'second']) {
    tables.push(await ann.create_table());
    await ann.sit(1);
    await ann.page.getByText(/Joined/).first().waitFor();
    await ann.button('Leave this page').click();
    await ann.button('Create table').waitFor();
    assert.equal(await ann.page.getByRole('region', { name: 'Your other tables' }).getByRole('button').count(), tables.length, name);
  }
  // Bob sits down at both: hands begin, and whoever is to act first is told, wherever one looks.
  for (const address of tables) {
    await bob.page.goto(address);
    await bob.sit(2);
    await bob.page.getByText(/In game/).first().waitFor();
    // Chance says who begins; where it is Bob, he calls, so that Ann is waited for at both.
    await until(() => bob.view()?.table.id === table_in(address) && bob.view().public.hand === 1);
    if (bob.to_act) await bob.moves.getByRole('button', { name: /^(Call|Check)/ }).click();
  }
  const strip = ann.page.getByRole('region', { name: 'Your other tables' });
  const waiting = strip.getByRole('button', { name: /^Your turn: / }).first();
  await waiting.waitFor();
  await ann.picture('two-tables-lobby-desktop');
  await ann.page.setViewportSize(phone.viewport);
  await ann.picture('two-tables-lobby-phone');
  await waiting.click();
  await ann.moves.waitFor();
  await ann.picture('two-tables-table-phone');
  await ann.page.setViewportSize(desktop.viewport);
  await ann.picture('two-tables-table-desktop');
  assert.equal(await strip.getByRole('button').count(), 1);
  for (const address of tables) {
    const own = views(heard.get(table_in(address)));
    assert.ok(own.length > 0);
    for (const game of own) assert.equal(game.table.id, table_in(address));
  }
  for (const person of [ann, bob]) assert.deepEqual(person.troubles, []);
});

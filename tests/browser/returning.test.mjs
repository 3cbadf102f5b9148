// Whoever loses the network, or whose server dies in mid-hand, comes back to the same hand at the same decision.
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

// Ann and Bob in the middle of a hand; answers who is to act and who is not.
async function in_a_hand() {
  const ann = await Person.arrive(browser, house.url);
  await ann.give_name('Ann');
  const link = await ann.create_table();
  await ann.sit(1);
  const bob = await Person.arrive(browser, link);
  await bob.sit(2, 'Bob');
  await until(() => ann.to_act || bob.to_act);
  const [actor, other] = ann.to_act ? [ann, bob] : [bob, ann];
  await actor.moves.waitFor();
  await until(() => other.view()?.public.hand === 1);
  return { actor, other };
}

async function goes_on(actor, other, before_it) {
  await actor.moves.waitFor();
  assert.equal(actor.view().decision, before_it.decision);
  assert.deepEqual(actor.view().viewer.hand, before_it.viewer.hand);
  await actor.moves.getByRole('button', { name: /^Call/ }).click();
  await until(() => other.view().decision > before_it.decision && other.to_act);
  await other.moves.waitFor();
}

test('a player who goes offline in mid-hand returns to the same decision', async () => {
  const { actor, other } = await in_a_hand();
  const before_it = actor.view();
  await actor.context.setOffline(true);
  await actor.page.getByText(/offline/i).first().waitFor();
  await actor.picture('offline');
  actor.received.length = 0;
  await actor.context.setOffline(false);
  await until(() => actor.view());
  await goes_on(actor, other, before_it);
  for (const person of [actor, other]) {
    assert.deepEqual(person.troubles, []);
    await person.context.close();
  }
});

test('kill -9 of the server in mid-hand loses nothing: both come back to the same decision', async () => {
  const { actor, other } = await in_a_hand();
  const before_it = actor.view();
  await house.kill();
  await actor.page.getByText(/trying again/i).first().waitFor();
  await actor.picture('reconnecting');
  actor.received.length = other.received.length = 0;
  await house.start();
  await until(() => actor.view() && other.view());
  await goes_on(actor, other, before_it);
  for (const person of [actor, other]) {
    assert.deepEqual(person.troubles, []);
    await person.context.close();
  }
});

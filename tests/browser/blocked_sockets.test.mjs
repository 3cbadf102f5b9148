// Where a network lets no WebSocket through, people play on by polling, and find back to a live connection by themselves.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
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

// Something on the way to the house, as companies have it: requests pass, an upgrade is refused while `blocks`.
class Gate {
  static async before(house) {
    const gate = new Gate();
    gate.blocks = true;
    gate.server = http.createServer((request, answer) => {
      const onward = http.request(
        { port: house.port, path: request.url, method: request.method, headers: request.headers },
        (from) => {
          answer.writeHead(from.statusCode, from.headers);
          from.pipe(answer);
        });
      onward.on('error', () => answer.destroy());
      request.pipe(onward);
    });
    gate.server.on('upgrade', (request, socket) => {
      if (gate.blocks) return socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      const onward = net.connect(house.port, '127.0.0.1', () => {
        const lines = request.rawHeaders.flatMap((word, i, all) => (i % 2 ? [] : [`${word}: ${all[i + 1]}`]));
        onward.write(`GET ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
        onward.pipe(socket).pipe(onward);
      });
      for (const end of [onward, socket]) end.on('error', () => { onward.destroy(); socket.destroy(); });
    });
    gate.server.listen(0, '127.0.0.1');
    await once(gate.server, 'listening');
    gate.url = `http://127.0.0.1:${gate.server.address().port}/`;
    return gate;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

test('who is let through by requests alone plays a hand, and is live again when sockets open', async () => {
  const gate = await Gate.before(house);
  const bob = await Person.arrive(browser, house.url);
  await bob.give_name('Bob');
  const link = new URL(await bob.create_table());
  await bob.sit(1);

  const ann = await Person.arrive(browser, gate.url);
  await ann.give_name('Ann');
  await ann.button('Create table').waitFor();
  await ann.page.goto(gate.url + link.hash);
  await ann.page.getByText(/no live connection/).first().waitFor();
  await ann.sit(2);
  await until(() => bob.view()?.public.hand === 1);
  for (let moves = 0; moves < 4; ++moves) {
    const decision = bob.view().decision;
    const actor = bob.to_act ? bob : ann;
    await actor.moves.getByRole('button', { name: /^(Check|Call)/ }).click();
    await until(() => bob.view().decision > decision);
    if (moves === 1) await ann.picture('polling');
  }
  assert.equal(ann.received.length, 0, 'no socket has brought anything');

  // Whoever comes by the link alone, without a name, gets one by sitting down.
  const cid = await Person.arrive(browser, gate.url + link.hash);
  await cid.page.getByText(/no live connection/).first().waitFor();
  await cid.sit(3, 'Cid');
  await until(() => bob.view().seats.some((seat) => seat.username === 'Cid'));
  assert.equal(cid.received.length, 0, 'no socket has brought anything');

  gate.blocks = false;
  await ann.button('Menu').first().click();
  await ann.button('Ask for the table again').click();
  await until(() => ann.view());
  await bob.page.getByRole('textbox', { name: 'Chat message' }).fill('Welcome back');
  await bob.page.keyboard.press('Enter');
  await until(() => ann.received.some((message) => message.message === 'Welcome back'));
  for (const person of [ann, bob, cid]) {
    assert.deepEqual(person.troubles, []);
    await person.context.close();
  }
  gate.close();
});

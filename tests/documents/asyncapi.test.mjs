// GET /api/asyncapi.json is a valid AsyncAPI document, and its examples are what their schemas say.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Parser } from '@asyncapi/parser';
import Ajv from 'ajv/dist/2020.js';

import { House } from '../server_process.mjs';

let house;
let text;

before(async () => {
  house = await House.open();
  text = await (await fetch(new URL('/api/asyncapi.json', house.url))).text();
});

after(() => house?.close());

test('the document is valid AsyncAPI 3.0', async () => {
  const { document, diagnostics } = await new Parser().parse(text);
  assert.deepEqual(diagnostics.filter((one) => one.severity < 2), []);
  assert.equal(document.version(), '3.0.0');
});

test('every message has an example that is what its schema says, and that another message is not', () => {
  const api = JSON.parse(text);
  const schemas = new Ajv({ strict: false, allErrors: true });
  schemas.addSchema(api, 'api');
  const messages = Object.entries(api.components.messages);
  const checks = messages.map(([name]) => schemas.compile({ $ref: `api#/components/messages/${name}/payload` }));
  for (const [index, [name, message]] of messages.entries()) {
    const [{ payload }] = message.examples;
    assert.ok(checks[index](payload), `${name}: ${schemas.errorsText(checks[index].errors)}`);
    assert.ok(!checks[(index + 1) % checks.length](payload), `${name} passes for ${messages[(index + 1) % messages.length][0]}`);
  }
});

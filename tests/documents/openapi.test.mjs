// GET /api/openapi.json is a valid OpenAPI document, and it tells the truth: every operation in it is called on the real
// server, and what is sent and answered is held against its schemas.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';

import { House } from '../server_process.mjs';

const patience = 60_000;  // ms; never waited out

let house;
let api;     // the document
let schemas;
const called = new Set();

before(async () => {
  house = await House.open();
  api = await (await fetch(new URL('/api/openapi.json', house.url))).json();
  schemas = new Ajv({ strict: false, allErrors: true });
  schemas.addSchema(api, 'api');
});

after(() => house?.close());

const pointer = (...parts) => parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function conforms(value, where, what) {
  const check = schemas.compile({ $ref: `api#${where}` });
  assert.ok(check(value), `${what}: ${schemas.errorsText(check.errors)} in ${JSON.stringify(value).slice(0, 400)}`);
}

// Calls one operation of the document. `asked`: its path's parameters by name, "body", "token", "query", "headers".
async function call(method, path, asked = {}) {
  const operation = api.paths[path]?.[method];
  assert.ok(operation, `${method} ${path} is in the document`);
  called.add(`${method} ${path}`);
  const where = ['paths', path, method];
  const text = 'application/json';
  if (asked.body) conforms(asked.body, pointer(...where, 'requestBody', 'content', text, 'schema'), `what ${path} is sent`);
  const address = new URL(path.replaceAll(/\{(\w+)\}/g, (_, name) => asked[name]), house.url);
  for (const [name, value] of Object.entries(asked.query ?? {})) address.searchParams.set(name, value);
  const headers = { ...asked.headers };
  if (asked.token) headers.authorization = `Bearer ${asked.token}`;
  if (asked.body) headers['content-type'] = text;
  const answer = await fetch(address, { method: method.toUpperCase(), headers, body: asked.body && JSON.stringify(asked.body) });
  const named = operation.responses[answer.status] ? String(answer.status) : 'default';
  const type = answer.headers.get('content-type')?.split(';')[0];
  const words = await answer.text();
  const content = operation.responses[named].content;
  const value = type === text && words ? JSON.parse(words) : words;
  if (content?.[type]) conforms(value, pointer(...where, 'responses', named, 'content', type, 'schema'), `what ${path} answers`);
  else assert.ok(!content?.[type] && (words === '' || path.includes('{file}')), `${path} answers ${type}, which it does not describe`);
  return { status: answer.status, value, fields: answer.headers };
}

// Asks again until `wanted` has an answer.
async function until(wanted) {
  for (const limit = Date.now() + patience; Date.now() < limit;) {
    const found = await wanted();
    if (found) return found;
  }
  throw new Error('it never came');
}

async function guest(name) {
  const made = await call('post', '/api/auth/guest', { body: { username: name } });
  assert.equal(made.status, 201);
  return made.value.access_token;
}

async function seated_pair(id, tokens) {
  for (const [seat, token] of tokens.entries()) {
    const joined = await call('post', '/api/tables/{id}/join', { id, token, body: { buy_in_amount: 500, seat }, headers: { 'idempotency-key': `join-${seat}` } });
    assert.equal(joined.status, 200);
  }
}

// Whoever's turn it is folds, until a hand is over.
async function play_a_hand(id, tokens) {
  await until(async () => {
    for (const token of tokens) {
      const { value } = await call('get', '/api/tables/{id}/snapshot', { id, token });
      if (!value.viewer.legal.some((one) => one.action === 'player-fold')) continue;
      const moved = await call('post', '/api/tables/{id}/moves', { id, token, body: { action: 'player-fold', version: value.lock_version } });
      assert.ok([200, 409].includes(moved.status));
    }
    const { value } = await call('get', '/api/tables/{id}/history', { id, token: tokens[0] });
    return value.hands.length > 0;
  });
}

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(api));
  assert.ok(result.valid, JSON.stringify(result.errors));
  assert.equal(validator.version, '3.1');
  const ids = Object.values(api.paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
  assert.equal(new Set(ids).size, ids.length);
});

test('every operation takes and answers what the document says', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics', '/api/games', '/api/openapi.json', '/api/asyncapi.json']) assert.equal((await call('get', path)).status, 200);
  const [ann, bob] = [await guest('Ann'), await guest('Bob')];
  const name = { username: 'Ann of the North', password: 'three blind mice run' };
  assert.equal((await call('post', '/api/auth/register', { token: ann, body: name })).status, 201);
  assert.equal((await call('post', '/api/auth/login', { body: { ...name, password: 'two blind mice run' } })).status, 401);
  const signed_in = await call('post', '/api/auth/login', { body: name });
  const renewed = await call('post', '/api/auth/refresh', { body: { refresh_token: signed_in.value.refresh_token } });
  assert.equal(renewed.status, 200);
  for (const method of ['get', 'post'])
    for (const path of ['/api/ws/token', '/api/ws-token']) assert.equal((await call(method, path, { token: ann })).status, 200);
  assert.equal((await call('post', '/api/auth/logout', { token: renewed.value.access_token, body: {} })).status, 200);

  const wanted = { name: 'North', game: 'holdem', settings: { min_buy_in: 200 } };
  const opened = await call('post', '/api/tables', { token: ann, body: wanted });
  assert.equal(opened.status, 201);
  const { id } = opened.value;
  assert.equal((await call('post', '/api/tables', { token: ann, body: { name: 'Tricks', game: 'nommie' } })).status, 201);
  assert.equal((await call('get', '/api/tables', { query: { open: 'true' } })).value.tables.length, 2);
  assert.equal((await call('get', '/api/tables/{id}', { id })).status, 200);
  assert.equal((await call('get', '/api/tables/{id}', { id: 'nowhere' })).status, 404);
  assert.equal((await call('get', '/api/tables/{id}/preview.svg', { id })).status, 200);
  await seated_pair(id, [ann, bob]);
  assert.equal((await call('get', '/api/auth/me', { token: ann })).value.seats.length, 1);
  await play_a_hand(id, [ann, bob]);
  const seen = await call('get', '/api/games/{id}/snapshot', { id, token: bob });
  const again = await call('get', '/api/games/{id}/snapshot', { id, token: bob, headers: { 'if-none-match': seen.fields.get('etag') } });
  assert.ok([200, 304].includes(again.status));
  for (const file of ['1.json', '1.txt', '1.phh']) assert.equal((await call('get', '/api/tables/{id}/hands/{file}', { id, file, token: ann })).status, 200);
  assert.equal((await call('get', '/api/tables/{id}/export.json', { id, token: ann })).status, 200);
  const ledger = await call('get', '/api/wallet/ledger', { token: ann, query: { limit: '1' } });
  assert.equal(ledger.value.entries[0].table_name, 'North');
  assert.ok(ledger.value.next > 0);
  assert.equal((await call('post', '/api/wallet/claim', { token: ann })).value.code, 'illegal-move');
  assert.ok([200, 202].includes((await call('post', '/api/tables/{id}/leave', { id, token: bob })).status));

  const all = Object.entries(api.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  assert.deepEqual(all.filter((one) => !called.has(one)), [], 'operations that nobody called');
});

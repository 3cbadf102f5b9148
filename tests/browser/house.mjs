// What the browser tests stand on: the real server, a plain static file host, and Chromium with pages of several people.
// Tests wait for what they can see; nothing here sleeps.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

import jsonpatch from 'fast-json-patch';
import { chromium } from 'playwright-core';

import { bundle, root } from '../server_process.mjs';

export { House, bundle } from '../server_process.mjs';

const pictures = path.join(root, 'build/screenshots');

// How long anything may take on a busy machine, in ms: a limit for hopeless cases, never waited out.
export const patience = 90_000;

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.ttf': 'font/ttf', '.webmanifest': 'application/manifest+json' };

// The bundle on a host that knows nothing but files.
export async function static_host() {
  const host = http.createServer((request, response) => {
    const name = path.normalize(new URL(request.url, 'http://host').pathname);
    const file = path.join(bundle, name === '/' ? 'index.html' : name);
    if (request.method !== 'GET' || !file.startsWith(bundle) || !fs.existsSync(file)) {
      response.writeHead(404).end('not found');
      return;
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  });
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  return { url: `http://127.0.0.1:${host.address().port}/`, close: () => host.close() };
}

export function open_browser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

export const desktop = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true };

// Tells of every message that any page receives.
const wire = new EventEmitter();

// Resolves with the first true answer of `look`, which is asked again after each message.
export async function until(look) {
  const limit = AbortSignal.timeout(patience);
  for (;;) {
    const answer = look();
    if (answer) return answer;
    await once(wire, 'frame', { signal: limit });
  }
}

// What the frames of one socket say, as the page has to understand them: a view that comes as what changed is put
// together, by another library than ours, with the one before it.
export function understanding() {
  let game;
  return (frame) => {
    const message = JSON.parse(String(frame.payload));
    if (message.type === 'game_view') game = message.game;
    if (message.type !== 'game_delta') return message;
    assert.equal(message.base, game.version);
    game = message.game = jsonpatch.applyPatch(game, message.patch, true, false).newDocument;
    assert.equal(message.version, game.version);
    return message;
  };
}

// One person: a browser context of their own with one page. Collects what must not happen (script errors) and what the
// socket brought.
export class Person {
  static async arrive(browser, url, shape = desktop) {
    const person = new Person();
    person.context = await browser.newContext(shape);
    person.context.setDefaultTimeout(patience);
    person.page = await person.context.newPage();
    person.troubles = [];
    person.received = [];
    person.page.on('pageerror', (error) => person.troubles.push(String(error)));
    person.page.on('websocket', (socket) => {
      const understood = understanding();
      socket.on('framereceived', (frame) => {
        person.received.push(understood(frame));
        wire.emit('frame');
      });
    });
    await person.page.goto(url);
    return person;
  }

  button(name) {
    return this.page.getByRole('button', { name });
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  get moves() {
    return this.page.getByRole('group', { name: 'Your moves' });
  }

  async give_name(name) {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await this.button('Come in').click();
  }

  // Makes a table of that game, or of the usual one, with time for slow machines to act and to show a result, and answers its
  // link.
  async create_table(game) {
    await this.button('Create table').click();
    if (game) await this.dialog.getByRole('radio', { name: game }).click();
    await this.dialog.getByRole('button', { name: 'More settings' }).click();
    await this.dialog.getByRole('textbox', { name: 'Time to act' }).fill('300');
    await this.dialog.getByRole('textbox', { name: 'Pause between deals' }).fill('300');
    await this.dialog.getByRole('button', { name: 'Create table' }).click();
    await this.page.waitForURL(/#\/table\//);
    await this.button(/^Sit here: seat 1$/).waitFor();
    return this.page.url();
  }

  async sit(seat, name) {
    await this.button(`Sit here: seat ${seat}`).click();
    if (name) await this.dialog.getByRole('textbox', { name: 'Your name at this table' }).fill(name);
    await this.dialog.getByRole('button', { name: /^Sit down/ }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  // The newest view that the server sent to this page, as it stood on the wire; undefined before the first.
  view() {
    return this.received.findLast((message) => message.action === 'update-game')?.game;
  }

  // It is this person's turn, as the server said last.
  get to_act() {
    const game = this.view();
    return game?.viewer.seat != null && game.public.to_act === game.viewer.seat;
  }

  // The middle of what has this role and name, where a pointer would go.
  async middle_of(locator) {
    await locator.waitFor();
    const box = await locator.boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async picture(name) {
    fs.mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: path.join(pictures, `${name}.png`) });
  }
}

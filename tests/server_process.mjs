// The real server as a child process with a database of its own, for the tests in JavaScript.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const bundle = process.env.BAIZE_BUNDLE ?? path.join(root, 'build/web/dist');
const server = process.env.BAIZE_SERVER ?? path.join(root, 'build/native/baize');

// The server on a free port; `kill` is kill -9, `start` brings it back on the same port and file.
export class House {
  static async open() {
    const house = new House();
    house.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baize-test-'));
    house.port = 0;
    await house.start();
    return house;
  }

  async start() {
    this.child = spawn(server, ['serve', '--port', String(this.port), '--db', path.join(this.folder, 'baize.db'),
      '--web', bundle], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: this.child.stdout })) {
      const found = /(http:\/\/[^ ]+:(\d+)\/)/.exec(line);
      if (!found) continue;
      this.url = found[1];
      this.port = Number(found[2]);
      break;
    }
    if (!this.url) throw new Error('the server did not say where it is');
    this.child.stdout.resume();
  }

  async kill(signal = 'SIGKILL') {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    await once(this.child, 'exit');
  }

  async close() {
    await this.kill('SIGTERM');
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

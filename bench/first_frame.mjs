// How long a page takes from its navigation to its first picture, in headless Chromium: `node bench/first_frame.mjs`
// prints one JSON object. Cold: a browser context that has nothing stored; warm: the same context once more. The server
// runs beside it. BAIZE_SERVER and BAIZE_BUNDLE name other builds than build/native and build/web.
import os from 'node:os';

import { House, desktop, open_browser, phone } from '../tests/browser/house.mjs';

const runs = Number(process.argv[2] ?? 10);

// In ms, by the mark that the page sets when its first picture is there.
async function first_frame(page, url) {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('first-frame').length > 0);
  return page.evaluate(() => performance.getEntriesByName('first-frame')[0].startTime);
}

async function measure(browser, url, shape) {
  const cold = [];
  const warm = [];
  for (let run = 0; run < runs; ++run) {
    const context = await browser.newContext(shape);
    const page = await context.newPage();
    cold.push(await first_frame(page, url));
    await page.goto('about:blank');
    warm.push(await first_frame(page, url));
    await context.close();
  }
  const spread = (all) => {
    all.sort((one, other) => one - other);
    return { min: Math.round(all[0]), median: Math.round(all[all.length >> 1]), max: Math.round(all.at(-1)) };
  };
  return { cold_ms: spread(cold), warm_ms: spread(warm) };
}

const house = await House.open();
const browser = await open_browser();
try {
  const answer = { cores: os.cpus().length, load_before: os.loadavg()[0], runs };
  answer.desktop = await measure(browser, house.url, desktop);
  answer.phone = await measure(browser, house.url, phone);
  console.log(JSON.stringify(answer, null, 2));
} finally {
  await browser.close();
  await house.close();
}

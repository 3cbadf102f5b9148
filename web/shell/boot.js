// Loads the program: script, wasm and fonts at once, with a bar that tells the truth; looks for the server meanwhile;
// and says in words what to do when something does not work. No inline code, no eval: the page's security policy holds.
'use strict';
(function () {
  // Where the files of this bundle lie and how many bytes they have when unpacked.
  const files = @BUNDLE@;
  const byId = (id) => document.getElementById(id);
  const fonts = Object.keys(files).filter((name) => name.startsWith('fonts/'));
  const wanted = ['baize.js', 'baize.wasm', ...fonts];
  const total = wanted.reduce((sum, name) => sum + files[name].bytes, 0);
  let loaded = 0;
  let failed = false;
  let started = false;

  function progress(bytes) {
    loaded += bytes;
    const share = Math.min(1, loaded / total);
    byId('bar').style.transform = 'scaleX(' + share + ')';
    byId('progress').setAttribute('aria-valuenow', String(Math.round(share * 100)));
    byId('loading-words').textContent = share < 1 ? Math.round(share * 100) + ' %' : 'Dealing…';
  }

  const failures = {
    network: ['The program did not arrive', 'Look whether you are online, and try again. If this page was open for long, a newer version may have taken its place: trying again fetches that one.'],
    old: ['This browser is too old', 'Baize needs WebAssembly with exceptions. It runs in Chrome and Edge from 95, Firefox from 100 and Safari from 15.4: update the browser, or open the link in another one.'],
    'no-graphics': ['This browser cannot draw the table', 'Baize draws with WebGL, which is switched off or blocked here. Switch on hardware acceleration in the browser’s settings, or open the link in another browser.'],
    broken: ['Something broke', 'This should not happen. Your seat and your chips are kept by the table: load the page again and go on.'],
  };

  function fail(kind, reason) {
    if (failed) return;
    failed = true;
    const [title, words] = failures[kind] || failures.broken;
    byId('failure-title').textContent = title;
    byId('failure-words').textContent = words;
    byId('failure-reason').textContent = String((reason && reason.stack) || reason || kind);
    byId('stage').inert = true;
    byId('loading').hidden = true;
    byId('failure').hidden = false;
    byId('failure-again').focus();
    console.error(kind, reason);
  }

  byId('failure-again').addEventListener('click', () => location.reload());
  window.addEventListener('error', (event) => { if (started) fail('broken', event.error || event.message); });
  window.addEventListener('unhandledrejection', (event) => { if (started) fail('broken', event.reason); });

  // The file as a response whose bytes are counted while they pass, unpacked ones: right under any compression.
  async function fetched(name, type) {
    const response = await fetch(files[name].path, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(files[name].path + ': ' + response.status + ' ' + response.statusText);
    const counter = new TransformStream({
      transform(chunk, out) {
        progress(chunk.byteLength);
        out.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counter), { headers: { 'Content-Type': type } });
  }

  async function program() {
    const response = await fetched('baize.wasm', 'application/wasm');
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (reason) {
      if (reason instanceof WebAssembly.CompileError) reason.kind = 'old';
      throw reason;
    }
  }

  function script() {
    return new Promise((resolve, reject) => {
      const element = document.createElement('script');
      element.src = files['baize.js'].path;
      element.onload = () => { progress(files['baize.js'].bytes); resolve(); };
      element.onerror = () => reject(new Error(element.src));
      document.head.append(element);
    });
  }

  // The canvas and the entries use the same faces.
  async function font(name) {
    const bytes = new Uint8Array(await (await fetched(name, 'font/ttf')).arrayBuffer());
    const weight = name.includes('bold') ? '700' : '450';
    // The cut faces have a line of one em; entries would clip what hangs below it. The base line stays where it is.
    const face = new FontFace('Baize', bytes.slice().buffer, { weight, ascentOverride: '96.8%', descentOverride: '24.1%' });
    document.fonts.add(face);
    await face.load().catch(() => {});
    return [name, bytes];
  }

  // --- which server ---

  // An absolute http(s) base with its slash; ws(s) means the same host. Nothing for any other address.
  function serverBase(text) {
    try {
      const url = new URL(text, location.href);
      url.protocol = url.protocol.replace(/^ws/, 'http');
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
      url.search = '';
      url.hash = '';
      url.username = '';
      url.password = '';
      if (!url.pathname.endsWith('/')) url.pathname += '/';
      return url.href;
    } catch (malformed) {
      return null;
    }
  }

  function known(state, base) {
    return { state, base: base || '', socket: base ? base.replace(/^http/, 'ws') : '' };
  }

  // 'server', 'host' (somebody answers, and is no server), or 'nobody'. A slow answer is not a no: a busy server or a
  // weak net must not send its players to practice.
  async function asked(base) {
    const stop = new AbortController();
    const expiry = setTimeout(() => stop.abort(), 20000);
    let response;
    try {
      response = await fetch(base + 'api/games', { signal: stop.signal, cache: 'no-store' });
    } catch (silence) {
      return 'nobody';
    } finally {
      clearTimeout(expiry);
    }
    // A static host may answer anything with a page of its own.
    const games = await response.json().catch(() => null);
    return response.ok && games !== null ? 'server' : 'host';
  }

  async function configured() {
    const given = new URLSearchParams(location.search).get('server');
    if (given) return given;
    try {
      const response = await fetch('config.json', { cache: 'no-cache' });
      return response.ok ? (await response.json()).server || null : null;
    } catch (none) {
      return null;
    }
  }

  async function findServer() {
    const named = await configured();
    if (named) {
      const base = serverBase(named);
      if (!base) return known('refused', '');
      return known((await asked(base)) === 'server' ? 'found' : 'unreachable', base);
    }
    const folder = new URL('./', location.href).href;
    const origin = location.origin + '/';
    for (const base of folder === origin ? [origin] : [folder, origin]) {
      const answer = await asked(base);
      if (answer === 'server') return known('found', base);
      if (answer === 'nobody') return known('unreachable', base);
    }
    return known('none', '');
  }

  const firstSearch = findServer();

  // --- start ---

  async function start() {
    if (typeof WebAssembly !== 'object' || !WebAssembly.compileStreaming || typeof TransformStream !== 'function') {
      return fail('old', navigator.userAgent);
    }
    const [module, , ...faces] = await Promise.all([program(), script(), ...fonts.map(font)]);
    started = true;
    await baize({
      assets: Object.fromEntries(faces),
      findServer: (again) => (again ? findServer() : firstSearch),
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports).then(done, (reason) => fail('old', reason));
        return {};
      },
      onAbort: (reason) => fail('broken', reason),
      onFailure: (kind) => fail(kind, ''),
      onFirstFrame() {
        byId('loading').classList.add('done');
        setTimeout(() => { byId('loading').hidden = true; }, 200);
        performance.mark('first-frame');
      },
    });
  }

  start().catch((reason) => fail(started ? 'broken' : reason.kind || 'network', reason));
})();

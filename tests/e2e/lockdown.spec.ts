import { readFileSync, readdirSync } from 'node:fs';
import { expect, searchReady, test } from './app';

test('the page is confined and has no way to Node', async ({ launch }) => {
  const { app, page } = await launch();
  const found = await page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    bridge: Object.keys(window.bridge).toSorted(),
  }));
  expect(found.require).toBe('undefined');
  expect(found.process).toBe('undefined');
  // Written out: what the page may ask of main is looked at by a person each time it grows.
  expect(found.bridge).toEqual([
    'app:about',
    'backup:begin',
    'backup:end',
    'backup:preview',
    'backup:restore',
    'backup:save',
    'backup:state',
    'binder:make',
    'exchange:begin',
    'exchange:finish',
    'exchange:gather',
    'exchange:open',
    'exchange:take',
    'exchange:write',
    'journal:append',
    'journal:read',
    'journal:set-database-aside',
    'journal:state',
    'library:export',
    'library:list',
    'library:open',
    'library:search-index',
    'on',
    'print:job',
    'print:laid-out',
    'print:prepare',
    'print:recalls',
    'print:save-pdf',
    'print:to-printer',
    'settings:read',
    'settings:write',
  ]);

  test.skip(
    process.platform !== 'linux' || process.getuid?.() === 0,
    'the kernel tells of confinement on Linux only, and Chromium refuses it to root',
  );
  const pid = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
});

test('injected code reaches no network by any road', async ({ launch }) => {
  const { page } = await launch({ expects: /.*/ });
  await searchReady(page);
  const outcome = await page.evaluate(async () => {
    const host = 'example.org';
    const settle = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'went out',
        () => 'refused',
      );
    const socket = new Promise<unknown>((open, fail) => {
      try {
        const opened = new WebSocket(`wss://${host}/`);
        opened.addEventListener('open', open);
        opened.addEventListener('error', fail);
      } catch (error) {
        fail(error);
      }
    });
    const image = new Promise<unknown>((load, fail) => {
      const element = new Image();
      element.addEventListener('load', load);
      element.addEventListener('error', fail);
      element.src = `https://${host}/a.png`;
    });
    for (const rel of ['prefetch', 'preconnect', 'dns-prefetch']) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = `https://${host}/`;
      document.head.append(link);
    }
    const candidates = await new Promise<number>((done) => {
      const peer = new RTCPeerConnection({
        iceServers: [{ urls: [`stun:${host}`, `turn:${host}?transport=tcp`], username: 'a', credential: 'b' }],
      });
      let found = 0;
      peer.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate !== null && candidate.candidate !== '') found++;
      });
      peer.createDataChannel('x');
      void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      setTimeout(() => done(found), 1500);
    });
    return {
      fetch: await settle(fetch(`https://${host}/`)),
      socket: await settle(socket),
      image: await settle(image),
      beacon: navigator.sendBeacon(`https://${host}/`, 'x'),
      candidates,
    };
  });
  expect(outcome).toMatchObject({ fetch: 'refused', socket: 'refused', image: 'refused', candidates: 0 });
});

test('the page stays where it is and opens no window', async ({ launch }) => {
  const { app, page } = await launch({ expects: /.*/ });
  await searchReady(page);
  const before = page.url();
  const opened = await page.evaluate(() => {
    const results = ['https://example.org/', 'file:///etc/passwd', 'app://other/index.html', 'javascript:alert(1)'].map(
      (url) => window.open(url) !== null,
    );
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.target = '';
    link.click();
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(form);
    form.submit();
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
    return results;
  });
  await page.evaluate(() => {
    setTimeout(() => {
      location.href = 'https://example.org/';
    }, 0);
  });
  await page.waitForTimeout(800);
  expect(opened).toEqual([false, false, false, false]);
  expect(page.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('injected script, handlers and evaluation are refused by the policy', async ({ launch }) => {
  const { page } = await launch({ expects: /.*/ });
  const outcome = await page.evaluate(
    () =>
      new Promise<Record<string, string>>((done) => {
        // Within a timer the driver's own exemption from the policy does not hold.
        setTimeout(() => {
          const attempt = (run: () => unknown): string => {
            try {
              run();
              return 'ran';
            } catch {
              return 'refused';
            }
          };
          done({
            eval: attempt(() => (0, eval)('1')),
            function: attempt(() => new Function('return 1')()),
            innerHTML: attempt(() => {
              document.body.innerHTML = '<b>x</b>';
            }),
            policy: attempt(() =>
              (
                window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
              ).trustedTypes.createPolicy('mine', {}),
            ),
          });
        }, 0);
      }),
  );
  expect(outcome).toEqual({ eval: 'refused', function: 'refused', innerHTML: 'refused', policy: 'refused' });
});

test('addresses of the app’s own scheme lead to nothing outside the bundle', async ({ launch }) => {
  const { page } = await launch({ expects: /.*/ });
  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        'index.html',
        '%2e%2e/main/main.mjs',
        '..%2fmain%2fmain.mjs',
        '..%5cmain%5cmain.mjs',
        'index.html%00',
        '../../package.json',
        'nothing.js',
      ].map(async (path) => [path, (await fetch(`app://bundle/${path}`)).status]),
    ),
  );
  expect(Object.fromEntries(statuses)).toEqual({
    'index.html': 200,
    '%2e%2e/main/main.mjs': 404,
    '..%2fmain%2fmain.mjs': 404,
    '..%5cmain%5cmain.mjs': 404,
    'index.html%00': 404,
    '../../package.json': 404,
    'nothing.js': 404,
  });
});

test('permissions are denied, all but keeping the notes', async ({ launch }) => {
  const { page } = await launch({ expects: /.*/ });
  const answers = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => [name, (await navigator.permissions.query({ name: name as PermissionName })).state]),
    );
    const position = await new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('told'),
        () => done('denied'),
        { timeout: 1500 },
      ),
    );
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'denied',
    );
    return { states: Object.fromEntries(states) as Record<string, string>, position, media };
  });
  expect(Object.values(answers.states).filter((state) => state === 'granted')).toEqual([]);
  expect(answers).toMatchObject({ position: 'denied', media: 'denied' });
});

test('a call with hostile arguments is refused in main, and nothing changes', async ({ launch }) => {
  const { page, data } = await launch();
  await searchReady(page);
  const before = await page.evaluate(() => window.bridge['settings:read']());
  const outcome = await page.evaluate(async () => {
    const bridge = window.bridge as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const hostile: unknown[][] = [
      [],
      [null],
      [{ id: '../../etc/passwd', version: '1.0.0' }],
      [{ id: 'iv-ketamine-depression', version: '1.0.0', path: '/etc' }],
      [JSON.parse('{"constructor": {"prototype": {"polluted": 1}}}')],
      [{ theme: 'purple' }],
      [{ zoom: Number.NaN }],
      ['x'.repeat(2_000_000)],
      [cyclic],
      [{ sheet: 'checklist', key: { id: 'x', version: '1.0.0' }, paper: 'A0', language: 'en' }],
      [{ sheet: 'dose', key: { id: 'x', version: '1.0.0' }, paper: 'A4', language: 'en', block: '../x' }],
    ];
    const went: string[] = [];
    for (const name of [
      'library:open',
      'settings:write',
      'print:save-pdf',
      'print:to-printer',
      'print:laid-out',
      'print:recalls',
      'library:export',
      'journal:append',
      'journal:read',
      'backup:save',
      'backup:preview',
      'backup:restore',
      'backup:begin',
      'binder:make',
      'exchange:begin',
      'exchange:write',
      'exchange:finish',
      'exchange:gather',
      'exchange:take',
    ]) {
      for (const [index, args] of hostile.entries()) {
        const result = await bridge[name]?.(...args).then(
          (answer) => JSON.stringify(answer),
          () => 'refused',
        );
        if (result !== 'refused') went.push(`${name} ${index}: ${result}`);
      }
    }
    return went;
  });
  expect(outcome).toEqual([]);
  expect(await page.evaluate(() => window.bridge['settings:read']())).toEqual(before);
  expect(readdirSync(data)).not.toContain('passwd');
});

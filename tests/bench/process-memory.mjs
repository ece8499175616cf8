// What a program and everything it started use together. Shared pages are counted once between them: the proportional set size.
import fs from 'node:fs';

/** Ids of a process and all its descendants, out of pairs of [id, parent id]. */
export function listTree(top, parents) {
  const tree = [top];
  for (const id of tree) {
    for (const [child, parent] of parents) if (parent === id) tree.push(child); // grows the list we walk
  }
  return tree;
}

/** Proportional set size of a process tree in KiB, or undefined where the system does not let us read it. */
export function readTreeMemory(top) {
  const sizes = listTree(top, readParents()).map(readProportionalSize);
  // Not Linux, or pages confined so well that only root may look at them: a part of the sum is no answer.
  return sizes.includes(undefined) ? undefined : sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * How many processes outside the tree run the very file that it runs. While any do, its pages are counted as shared with them,
 * and the memory of the tree comes out too small. 0 where there is no telling.
 */
export function countOthers(top) {
  const file = readRunningFile(top);
  const tree = new Set(listTree(top, readParents()));
  return listProcesses().filter((id) => !tree.has(id) && file !== undefined && readRunningFile(id) === file).length;
}

function readRunningFile(id) {
  const file = readIfAllowed(() => fs.statSync(`/proc/${id}/exe`));
  return file && `${file.dev}:${file.ino}`;
}

function listProcesses() {
  const names = readIfAllowed(() => fs.readdirSync('/proc')) ?? [];
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

function readIfAllowed(read) {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(error.code)) return undefined;
    throw error;
  }
}

function readParents() {
  return listProcesses().flatMap((id) => {
    const status = readIfAllowed(() => fs.readFileSync(`/proc/${id}/status`, 'utf8'));
    const parent = /^PPid:\s*(\d+)/m.exec(status ?? '');
    return parent ? [[id, Number(parent[1])]] : [];
  });
}

/** 0 for a process that has just ended, undefined for one we may not look at. */
function readProportionalSize(id) {
  if (!fs.existsSync(`/proc/${id}`)) return listProcesses().length > 0 ? 0 : undefined;
  const rollup = readIfAllowed(() => fs.readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'));
  const size = rollup === undefined ? undefined : /^Pss:\s*(\d+) kB/m.exec(rollup);
  return size ? Number(size[1]) : undefined;
}

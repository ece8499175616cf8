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
  try {
    const sizes = listTree(top, readParents()).map(readProportionalSize);
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch (error) {
    // Not Linux, or pages confined so well that only root may look at them.
    if (['ENOENT', 'EACCES', 'EPERM'].includes(error.code)) return undefined;
    throw error;
  }
}

function readParents() {
  const ids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    const status = readIfAlive(`/proc/${id}/status`);
    const parent = status && /^PPid:\s*(\d+)/m.exec(status);
    return parent ? [[Number(id), Number(parent[1])]] : [];
  });
}

function readProportionalSize(id) {
  const rollup = readIfAlive(`/proc/${id}/smaps_rollup`);
  return rollup ? Number(/^Pss:\s*(\d+) kB/m.exec(rollup)?.[1] ?? 0) : 0;
}

function readIfAlive(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ESRCH' || (error.code === 'ENOENT' && file !== '/proc')) return undefined; // it has just ended
    throw error;
  }
}

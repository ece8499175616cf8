/** The form of a version: three numbers, as in semantic versioning. */
export const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Orders two versions that passed `Version`. */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [a, b].map((version) => version.split('.').map((part) => BigInt(part)));
  for (const [index, left] of (as ?? []).entries()) {
    const right = bs?.[index] ?? 0n;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

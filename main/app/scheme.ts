import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { protocol } from 'electron';

const SCHEME = 'app';
const HOST = 'bundle';

/** Where the page lives. Node gives the text "null" as the origin of such an address, so frames are compared with this. */
export const PAGE_ORIGIN = `${SCHEME}://${HOST}`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types handrail-worker',
].join('; ');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.bin': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The file a request may have, or undefined: nothing outside the folder, whatever the address says. */
export function findBundleFile(
  folder: string,
  request: { readonly url: string; readonly method: string },
): string | undefined {
  if (request.method !== 'GET' || !URL.canParse(request.url)) return undefined;
  const url = new URL(request.url);
  if (url.protocol !== `${SCHEME}:` || url.host !== HOST) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined; // a broken escape names no file
  }
  // An encoded slash or backslash is never one of ours, and could be read differently further down.
  if (/[\0\\]/.test(path) || /%2f|%5c/i.test(url.pathname)) return undefined;
  const file = resolve(join(folder, path));
  return file.startsWith(folder + sep) && Object.hasOwn(MEDIA_TYPES, extname(file)) ? file : undefined;
}

/** Things served that are not files of the page, by their path; undefined when there is nothing to serve. */
export type Served = Readonly<Record<string, () => Promise<Uint8Array | undefined>>>;

/** Serves the built page from the app's own folder, the things named, and nothing else. */
export function serveBundle(folder: string, served: Served): void {
  protocol.handle(SCHEME, async (request) => {
    const path = new URL(request.url).pathname;
    const named = Object.hasOwn(served, path) ? served[path] : undefined;
    const file = findBundleFile(folder, request);
    const notFound = new Response('Not found', {
      status: 404,
      headers: { 'content-security-policy': CONTENT_SECURITY_POLICY },
    });
    if (file === undefined) return notFound;
    const body = named === undefined ? await readFile(file).catch(() => undefined) : await named();
    // Asked for in vain, but not in error: there is just nothing under this name today.
    if (body === undefined && named !== undefined) return new Response(null, { status: 204 });
    if (body === undefined) return notFound;
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': MEDIA_TYPES[extname(file)] ?? '',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      },
    });
  });
}

import { type Session, type WebContents, app } from 'electron';
import { PAGE_ORIGIN } from './scheme';
import { log } from './log';

/**
 * No network by construction. Each line closes a way out that the others leave open: `webRequest` misses DNS prefetch
 * and TURN, the content security policy misses both too. Must run before the app is ready.
 */
export function forbidNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch(
    'disable-features',
    'WebRtcHideLocalIpsWithMdns,NetworkTimeServiceQuerying,OptimizationHints',
  );
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-pings');
}

/** Denies every permission but the one the notes need, and cancels every request that is not ours. */
export function lockSession(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const ours = url.startsWith(`${PAGE_ORIGIN}/`) || /^(data|blob|devtools):/.test(url);
    if (!ours) log.warn('refused a request to', new URL(url).protocol);
    answer({ cancel: !ours });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** Keeps every page where it is: no navigation, no new window, no embedded page. */
export function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', refuseElsewhere);
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

// Reloading the page it already shows is how a window comes back after its process died.
function refuseElsewhere(event: { preventDefault: () => void; readonly url: string }): void {
  if (!isPage(event.url)) event.preventDefault();
}

// A permission handler that denies everything would also make `navigator.storage.persisted()` false.
function isAllowed(permission: string): boolean {
  return permission === 'persistent-storage';
}

function isPage(url: string): boolean {
  return /^app:\/\/bundle\/(index|print)\.html([?#]|$)/.test(url);
}

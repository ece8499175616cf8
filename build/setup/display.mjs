// A screen for Electron where there is none.
const SCREEN = '-screen 0 1280x1024x24';

/** Can a window be opened here? Only Linux can lack a screen. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The command, given a virtual screen. */
export function onVirtualDisplay(command) {
  return ['xvfb-run', '-a', '-s', SCREEN, ...command];
}

/** The same for a person to type. */
export function virtualDisplayLine(command) {
  return `xvfb-run -a -s '${SCREEN}' ${command}`;
}

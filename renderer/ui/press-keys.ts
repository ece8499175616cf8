const ON_A_MAC = /mac/i.test(globalThis.navigator?.platform ?? '');
const MAC_SIGNS: Readonly<Record<string, string>> = { $mod: '⌘', Shift: '⇧', Alt: '⌥' };
const NAMES: Readonly<Record<string, string>> = { Equal: '=', Minus: '-', Slash: '/', ArrowLeft: '←', ArrowRight: '→' };

/** Presses a key as `bindKeys` names it, where the focus is: a command does what its own keys do, whoever listens to them. */
export function pressKeys(binding: string): void {
  const parts = binding.split('+');
  const code = parts.at(-1) ?? '';
  const isHeld = (part: string): boolean => parts.includes(part);
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', {
      code,
      key: toSign(code),
      ctrlKey: isHeld('$mod') && !ON_A_MAC,
      metaKey: isHeld('$mod') && ON_A_MAC,
      shiftKey: isHeld('Shift'),
      altKey: isHeld('Alt'),
      bubbles: true,
      cancelable: true,
    }),
  );
}

/** The same keys as one reads them on this computer: `Ctrl+Shift+M`, or `⌘⇧M`. */
export function toKeyLabel(binding: string, onAMac = ON_A_MAC): string {
  const parts = binding.split('+');
  const held = parts.slice(0, -1).map((part) => (onAMac ? MAC_SIGNS[part] : part === '$mod' ? 'Ctrl' : part));
  return [...held, toSign(parts.at(-1) ?? '').toUpperCase()].join(onAMac ? '' : '+');
}

function toSign(code: string): string {
  return NAMES[code] ?? code.replace(/^(?:Key|Digit)/, '').toLowerCase();
}

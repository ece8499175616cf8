import type { Bridge } from '../../protocols/contract/channels';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** The one way from the page to main. Every other file of the renderer imports this, none names `window.bridge`. */
export const bridge: Bridge = window.bridge;

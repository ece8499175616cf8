import { useEffect } from 'react';
import { ZOOM_STEPS } from '../../protocols/contract/settings';
import { HELP_PATH, PLACES } from './routes';
import { useSettings } from './settings-provider';
import { bindKeys } from '../ui/bind-keys';

/** The keys that work on every screen. Single letters act nowhere here: only while their own control has the focus. */
export function useShortcuts(actions: {
  navigate: (path: string) => void;
  emergency: () => void;
  cover: () => void;
}): void {
  const { settings, change } = useSettings();
  const { navigate, emergency, cover } = actions;
  useEffect(() => {
    const act = (run: () => void) => (event: KeyboardEvent) => {
      event.preventDefault();
      run();
    };
    const zoom = (step: 1 | -1) => act(() => void change({ zoom: toNextZoom(settings.zoom, step) }));
    return bindKeys({
      ...Object.fromEntries(PLACES.map(({ digit, path }) => [`$mod+Digit${digit}`, act(() => navigate(path))])),
      '$mod+KeyE': act(emergency),
      '$mod+Shift+KeyB': act(cover),
      '$mod+Shift+KeyL': act(() => void change({ theme: settings.theme === 'dim' ? 'system' : 'dim' })),
      'Alt+ArrowLeft': act(() => history.back()),
      'Alt+ArrowRight': act(() => history.forward()),
      '$mod+Equal': zoom(1),
      '$mod+Shift+Equal': zoom(1),
      '$mod+Minus': zoom(-1),
      '$mod+Digit0': act(() => void change({ zoom: 1 })),
      F1: act(() => navigate(HELP_PATH)),
      '$mod+Slash': act(() => navigate(HELP_PATH)),
    });
  }, [settings, change, navigate, emergency, cover]);
}

/** The next step up or down; at either end it stays. */
export function toNextZoom(zoom: number, step: 1 | -1): number {
  const steps = step === 1 ? ZOOM_STEPS : ZOOM_STEPS.toReversed();
  return steps.find((candidate) => (candidate - zoom) * step > 0.001) ?? zoom;
}

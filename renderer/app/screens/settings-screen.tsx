import { type ReactElement, Suspense, lazy, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { THEMES } from '../../../protocols/contract/settings';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { TextField } from '../../ui/field';
import { Banner } from '../../ui/tone';
import { useAbout } from '../about-provider';
import { LANGUAGE_NAMES } from '../language-names';
import { useSettings } from '../settings-provider';
import { toNextZoom } from '../use-shortcuts';
import styles from './screens.module.css';
import lists from '../../ui/list.module.css';

const BackupSection = lazy(async () => ({ default: (await import('../../backup/backup-section')).BackupSection }));

/** Every setting takes effect at once and is remembered on this computer only. The field named gets the focus. */
export function SettingsScreen({ field }: { field?: string | undefined }): ReactElement {
  const intl = useIntl();
  const about = useAbout();
  const { settings, change } = useSettings();
  const [forgotten, setForgotten] = useState(false);
  const set = (next: Parameters<typeof change>[0]): void => void change(next).then((kept) => setForgotten(!kept));
  useEffect(() => {
    const named = [...document.querySelectorAll<HTMLElement>('[data-setting]')].find(
      ({ dataset }) => dataset['setting'] === field,
    );
    (named?.querySelector<HTMLElement>('input:checked') ?? named?.querySelector<HTMLElement>('input, button'))?.focus();
  }, [field]);
  return (
    <main className={styles['screen']}>
      <h1>
        <FormattedMessage id="app.place.settings" />
      </h1>
      {forgotten && <Banner tone="caution" role="alert" title={<FormattedMessage id="app.settings.forgotten" />} />}
      <div data-setting="language">
        <Choice
          label={<FormattedMessage id="app.settings.language" />}
          options={(['en', 'fr'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={settings.language}
          onChange={(language) => set({ language })}
        />
      </div>
      <div data-setting="theme">
        <Choice
          label={<FormattedMessage id="app.settings.theme" />}
          options={THEMES.map((value) => ({ value, label: intl.formatMessage({ id: `app.theme.${value}` }) }))}
          value={settings.theme}
          onChange={(theme) => set({ theme })}
        />
      </div>
      <div data-setting="zoom">
        <div className={styles['group']} role="group" aria-labelledby="zoom">
          <span id="zoom" className={styles['label']}>
            <FormattedMessage id="app.settings.zoom" values={{ percent: Math.round(settings.zoom * 100) }} />
          </span>
          <div className={styles['inline']}>
            <Button onClick={() => set({ zoom: toNextZoom(settings.zoom, -1) })}>
              <FormattedMessage id="app.settings.smaller" />
            </Button>
            <Button onClick={() => set({ zoom: toNextZoom(settings.zoom, 1) })}>
              <FormattedMessage id="app.settings.larger" />
            </Button>
            <Button onClick={() => set({ zoom: 1 })}>100 %</Button>
          </div>
        </div>
      </div>
      <div data-setting="paper">
        <Choice
          label={<FormattedMessage id="app.settings.paper" />}
          options={(['A4', 'Letter'] as const).map((value) => ({ value, label: value }))}
          value={settings.paper}
          onChange={(paper) => set({ paper })}
        />
      </div>
      <div data-setting="clinic">
        <ClinicName first={settings.clinicName} onChange={(clinicName) => set({ clinicName })} />
      </div>
      <Suspense>
        <BackupSection />
      </Suspense>
      <p className={lists['meta']}>
        <FormattedMessage id="app.settings.about" values={{ version: about.version, runtime: about.runtime }} />
      </p>
    </main>
  );
}

/** Kept when the field is left, and when the screen is: a key that leads elsewhere takes the field away without leaving it. */
function ClinicName({ first, onChange }: { first: string; onChange: (name: string) => void }): ReactElement {
  const kept = useRef(first);
  const keep = useRef<() => void>(undefined);
  useEffect(() => () => keep.current?.(), []);
  return (
    <TextField
      label={<FormattedMessage id="app.settings.clinic" />}
      defaultValue={first}
      maxLength={120}
      onChange={({ target }) => {
        const name = target.value.trim();
        keep.current = () => {
          if (name !== kept.current) onChange(name);
          kept.current = name;
        };
      }}
      onBlur={() => keep.current?.()}
    />
  );
}

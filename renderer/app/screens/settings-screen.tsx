import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { THEMES } from '../../../protocols/contract/settings';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { TextField } from '../../ui/field';
import { Banner } from '../../ui/tone';
import { useAbout } from '../about-provider';
import { useSettings } from '../settings-provider';
import { toNextZoom } from '../use-shortcuts';
import styles from './screens.module.css';

const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const;

/** Every setting takes effect at once and is remembered on this computer only. */
export function SettingsScreen(): ReactElement {
  const intl = useIntl();
  const about = useAbout();
  const { settings, change } = useSettings();
  const [forgotten, setForgotten] = useState(false);
  const set = (next: Parameters<typeof change>[0]): void => void change(next).then((kept) => setForgotten(!kept));
  return (
    <main className={styles['screen']}>
      <h1>
        <FormattedMessage id="app.place.settings" />
      </h1>
      {forgotten && <Banner tone="caution" role="alert" title={<FormattedMessage id="app.settings.forgotten" />} />}
      <Choice
        label={<FormattedMessage id="app.settings.language" />}
        options={(['en', 'fr'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={settings.language}
        onChange={(language) => set({ language })}
      />
      <Choice
        label={<FormattedMessage id="app.settings.theme" />}
        options={THEMES.map((value) => ({ value, label: intl.formatMessage({ id: `app.theme.${value}` }) }))}
        value={settings.theme}
        onChange={(theme) => set({ theme })}
      />
      <div className={styles['group']} role="group" aria-labelledby="zoom">
        <span id="zoom" className={styles['label']}>
          <FormattedMessage id="app.settings.zoom" values={{ zoom: settings.zoom }} />
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
      <Choice
        label={<FormattedMessage id="app.settings.paper" />}
        options={(['A4', 'Letter'] as const).map((value) => ({ value, label: value }))}
        value={settings.paper}
        onChange={(paper) => set({ paper })}
      />
      <TextField
        label={<FormattedMessage id="app.settings.clinic" />}
        defaultValue={settings.clinicName}
        maxLength={120}
        onBlur={(event) => set({ clinicName: event.target.value.trim() })}
      />
      <p className={styles['meta']}>
        <FormattedMessage id="app.settings.about" values={{ version: about.version, runtime: about.runtime }} />
      </p>
    </main>
  );
}

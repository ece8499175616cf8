import '@fontsource-variable/noto-sans/wght.css';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { bridge } from '../bridge/bridge';
import { App } from './app';

// The documents are looked through while the page is being put together.
const listing = bridge['library:list']();
const [settings, about] = await Promise.all([bridge['settings:read'](), bridge['app:about']()]);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
createRoot(root).render(<App settings={settings} about={about} listing={listing} />);

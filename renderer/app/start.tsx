import '@fontsource-variable/noto-sans/wght.css';
import './tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { bridge } from '../bridge/bridge';
import { startSearchClient } from '../search/search-client';
import { App } from './app';
import { readLibrary, readSearchContent } from './library';

// Everything is asked for at once: documents and index come while the page is being put together.
const library = readLibrary();
const content = readSearchContent(library);
const search = startSearchClient();
void content.then((found) => search.load(found));
const [settings, about] = await Promise.all([bridge['settings:read'](), bridge['app:about']()]);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
createRoot(root).render(<App settings={settings} about={about} library={library} content={content} search={search} />);

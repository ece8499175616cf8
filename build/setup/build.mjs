// npm run build: the program and the library of documents into out/, whether or not anything has changed.
import { ensureBuild } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { main } from './run.mjs';

await main(() => {
  ensureDependencies();
  ensureBuild({ force: true });
});

import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { thinBoundaries } from './src/features/investment/thin-boundaries.ts';

const api = process.env.ZT_API ?? 'http://127.0.0.1:8080';

/** React and the router change seldom and are needed by every page; everything else is split along the lazy routes. */
const frameworkGroup = {
  name: 'framework',
  test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next)\//,
};

const boundaryFiles = /\/china-map\/map\/json\/china(-cities)?\.json$/;

/** The boundaries are thinned while the app is built: what the package ships is ten times what a map of the country can show. */
const thinnedBoundaries: Plugin = {
  name: 'thinned-boundaries',
  enforce: 'pre',
  async load(id) {
    if (!boundaryFiles.test(id)) return undefined;
    const level = id.endsWith('china.json') ? 'province' : 'prefecture';
    return thinBoundaries(await readFile(id, 'utf8'), level);
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [thinnedBoundaries, react()],
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // a data: address would break the strict content security policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { advancedChunks: { groups: [frameworkGroup] } } },
  },
});

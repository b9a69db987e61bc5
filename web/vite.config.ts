import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.ZT_API ?? 'http://127.0.0.1:8080';

/** React and the router change seldom and are needed by every page; everything else is split along the lazy routes. */
const frameworkGroup = {
  name: 'framework',
  test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next)\//,
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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

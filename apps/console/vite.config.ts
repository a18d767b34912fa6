import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { themeStylesheet } from './theme-stylesheet.js';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), themeStylesheet()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    // Inlined assets are data: addresses, and the page's policy lets scripts and styles come from its own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});

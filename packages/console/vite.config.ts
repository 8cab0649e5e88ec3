import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The hub sees the address that the browser sees, else it takes a change for one from elsewhere. */
const hub = { target: process.env.HUB ?? 'http://127.0.0.1:8787', changeOrigin: false };

/** `npx vite packages/console`: the page reloads as it is edited and asks the hub at port 8787. */
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', chunkSizeWarningLimit: 1500, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': hub, '/docs': hub } },
});

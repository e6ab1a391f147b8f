import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Sources of our own packages, so that the console needs no earlier build of them. */
const conditions = ['pledge-source', 'module', 'browser', 'development|production'];

export default defineConfig({
  plugins: [react()],
  resolve: { conditions },
  build: { target: 'es2022', sourcemap: false, reportCompressedSize: true },
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
});

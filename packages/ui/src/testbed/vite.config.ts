import { defineConfig } from 'vite';

/** The page that the kit's tests look at; built by them, into a folder that they name. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions: ['pledge-source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', emptyOutDir: true, chunkSizeWarningLimit: 3_000 },
});

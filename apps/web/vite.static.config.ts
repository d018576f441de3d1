// The page for any static host: `npm run build:static`.
import { defineConfig, mergeConfig } from 'vite';
import { findRunnableLabs, runnableLabs } from './sites/runnable-labs.ts';
import { staticSite } from './sites/static-site.ts';
import shared from './vite.config.ts';

export default mergeConfig(
  shared,
  defineConfig({
    base: './',
    define: {
      'import.meta.env.LOCKSTEP_SITE': JSON.stringify('static'),
      'import.meta.env.LOCKSTEP_RUNNABLE': JSON.stringify(findRunnableLabs()),
    },
    plugins: [staticSite()],
    worker: { format: 'es', plugins: () => [runnableLabs()] },
    build: { outDir: process.env.LOCKSTEP_STATIC_DIRECTORY ?? '../../dist/static', emptyOutDir: true },
  }),
);

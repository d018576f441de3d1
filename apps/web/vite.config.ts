import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import remarkGfm from 'remark-gfm';
import { defaultClientConditions, defineConfig } from 'vite';
import { labCards } from './lab-cards.ts';
import { pageChunks } from './page-chunks.ts';
import { remarkFolded } from './src/lesson/remark-folded.ts';
import { remarkParts } from './src/lesson/remark-parts.ts';

const server = process.env.LOCKSTEP_SERVER ?? 'http://127.0.0.1:4173';
const proxy = {
  '/api': server,
  '/socket.io': { target: server, ws: true },
};

export default defineConfig({
  define: { 'import.meta.env.LOCKSTEP_SITE': JSON.stringify(process.env.LOCKSTEP_SITE ?? 'server') },
  plugins: [
    // Lessons are plain Markdown: `{` and `<` in them are text, not code.
    {
      enforce: 'pre',
      ...mdx({ include: /lesson\.\w+\.md$/, format: 'md', remarkPlugins: [remarkGfm, remarkFolded, remarkParts] }),
    },
    labCards(),
    react(),
  ],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: pageChunks } },
    // The page allows no inline script, and a font inlined into CSS would be fetched by everybody.
    modulePreload: { polyfill: false },
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
  },
  server: { proxy },
  preview: { proxy },
});

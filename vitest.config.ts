import { availableParallelism } from 'node:os';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { labCards } from './apps/web/lab-cards.ts';

export default defineConfig({
  plugins: [labCards()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  test: {
    globalSetup: ['./vitest.global-setup.ts'],
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'scripts/*.test.ts',
      'packages/labs/*.test.ts',
      'packages/labs/*/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
    ],
    // Tests of networks and processes wait most of their time: two of them at once also where there are two cores only.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 15_000,
    coverage: { provider: 'v8', include: ['packages/*/src/**', 'apps/*/src/**'], reporter: ['text-summary', 'html'] },
  },
});

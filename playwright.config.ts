import { defineConfig, devices } from '@playwright/test';
import { dataFolder } from './e2e/data-folder.ts';
import { type Browser, chooseBrowser, launchOptions } from './scripts/browser.mjs';

const port = Number(process.env['E2E_PORT'] ?? 4179);
const choice = process.env['E2E_BROWSER_CHOICE'];
const browser: Browser = choice ? JSON.parse(choice) : await chooseBrowser();

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/*.spec.ts', 'packages/labs/*/*.spec.ts'],
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['json']],
  globalTeardown: './e2e/remove-data.ts',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL: `http://127.0.0.1:${port}`,
    // A trace keeps the page before and after each key, which takes longer than the tests: `--trace on` where one is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    launchOptions: launchOptions(browser),
  },
  webServer: {
    command: `node apps/server/dist/main.js --port ${port}`,
    url: `http://127.0.0.1:${port}/healthz`,
    env: { LOG_LEVEL: 'warn', LOCKSTEP_DATA: dataFolder },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    timeout: 30_000,
  },
});

import { defineConfig, devices } from '@playwright/test';
import { type Browser, chooseBrowser, launchOptions } from './scripts/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4179);
const choice = process.env.E2E_BROWSER_CHOICE;
const browser: Browser = choice ? JSON.parse(choice) : await chooseBrowser();

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: 2,
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}`,
    trace: 'retain-on-failure',
    locale: 'zh-CN',
    launchOptions: launchOptions(browser),
  },
  webServer: {
    command: 'node apps/server/dist/main.js',
    url: `http://127.0.0.1:${port}/healthz`,
    env: { PORT: String(port), LOG_LEVEL: 'warn' },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
    timeout: 30_000,
  },
});

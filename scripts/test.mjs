import { node, setUp } from './lib.mjs';

setUp();
node('format', 'node_modules/@biomejs/biome/bin/biome', ['ci', '.']);
node('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']);
node('unused code', 'node_modules/knip/bin/knip.js');
node('unit tests', 'node_modules/vitest/vitest.mjs', ['run']);
const { chooseBrowser } = await import('./browser.mjs');
const browser = await chooseBrowser();
console.log(`• browser: ${browser.executablePath} (${browser.version})`);
node('browser tests', 'node_modules/@playwright/test/cli.js', ['test'], {
  env: { ...process.env, E2E_BROWSER_CHOICE: JSON.stringify(browser) },
});

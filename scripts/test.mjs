// `npm test`: the checks, then the browser tests against the production build, then what was run and what was not.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.mjs';
import { missingPeers } from './peers.mjs';
import { node, root, setUp } from './set-up.mjs';

const reports = join(root, 'node_modules/.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

setUp();
const missing = missingPeers();
check({ vitestArgs: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`] });

const { chooseBrowser } = await import('./browser.mjs');
const browser = await chooseBrowser();
console.log(`• browser: Chromium ${browser.version}`);
node('browser tests', 'node_modules/@playwright/test/cli.js', ['test'], {
  env: {
    ...process.env,
    E2E_BROWSER_CHOICE: JSON.stringify(browser),
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
  },
});

const unit = JSON.parse(readFileSync(unitReport, 'utf8'));
const stats = JSON.parse(readFileSync(browserReport, 'utf8')).stats;
const notRun = unit.testResults.flatMap((file) =>
  file.assertionResults.filter((test) => test.status !== 'passed').map((test) => `${test.status}: ${test.fullName}`),
);
if (notRun.length + stats.skipped + missing.length > 0) {
  console.log('\nNot run:');
  for (const peer of missing) console.log(`  ${peer.package} is not installed: ${peer.use}`);
  for (const test of notRun) console.log(`  ${test}`);
  if (stats.skipped > 0) console.log(`  ${stats.skipped} browser tests`);
}
const passed = unit.numPassedTests + stats.expected;
const failed = unit.numFailedTests + stats.unexpected + stats.flaky;
console.log(`\n${passed} passed, ${failed} failed, ${notRun.length + stats.skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);

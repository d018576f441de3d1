// What the first page weighs: script and style in bytes transferred, gzipped, counted by Chromium; speedscope's counted
// in the same way beside it, both from the same static server.
//
//   npm run bench weight
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printFigure } from './figure.ts';
import { launch } from './viewer/browse.ts';
import { serveFolders } from './viewer/serve-folders.ts';
import { countTransfer } from './weight/count-transfer.ts';

const KB = 1000;
const BUDGET_KB = 111;

const page = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const speedscope = dirname(createRequire(import.meta.url).resolve('speedscope/package.json'));
const servers = [
  await serveFolders([page], { isGzipped: true }),
  await serveFolders([join(speedscope, 'dist/release')], { isGzipped: true }),
] as const;
const browser = await launch();
try {
  const ours = await countTransfer(browser, `${servers[0].url}/`);
  const again = await countTransfer(browser, `${servers[0].url}/`);
  const theirs = await countTransfer(browser, `${servers[1].url}/`);
  const inKb = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;
  console.log(`first page: ours ${inKb(ours.firstBytes)}, speedscope's ${inKb(theirs.firstBytes)}`);
  console.log(
    `until quiet, with what is fetched ahead: ours ${inKb(ours.allBytes)}, speedscope's ${inKb(theirs.allBytes)}`,
  );
  printFigure({
    name: 'script and style of the first page, gzipped',
    figure: ours.firstBytes / KB,
    unit: 'kB',
    target: BUDGET_KB,
    peer: `speedscope: ${inKb(theirs.firstBytes)}`,
    control: again.firstBytes / ours.firstBytes,
  });
} finally {
  await browser.close();
  for (const server of servers) server.close();
}

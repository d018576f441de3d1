// What makes a folder for any static host out of the built page: a page of its own for each address, golden recordings as
// files, the service worker, and a note on how to serve it.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const here = import.meta.dirname;
const labsFolder = join(here, '../../../packages/labs');

const ONE_FILE = join(here, '../dist/single-file.html');

/** The server's own policy, but for what only a header can say. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The addresses of the page besides those of the labs. */
const PAGES = ['gallery', 'capture', 'recording', 'compare', 'library'];

export function staticSite(): Plugin {
  let folder = '';
  return {
    name: 'lockstep-static-site',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
    ],
    closeBundle() {
      const labs = readdirSync(labsFolder).filter(
        (id) => !id.startsWith('_') && existsSync(join(labsFolder, id, 'lab.ts')),
      );
      writePages(folder, labs);
      for (const lab of labs) copyRecordings(folder, lab);
      dropSourceMaps(join(folder, 'assets'));
      writeServiceWorker(folder);
      // The page of one recording, for whoever saves a run as one file; made beside the server's page.
      if (existsSync(ONE_FILE)) copyFileSync(ONE_FILE, join(folder, basename(ONE_FILE)));
      copyFileSync(join(here, 'README.md'), join(folder, 'README.md'));
      // GitHub Pages passes over some files otherwise.
      writeFileSync(join(folder, '.nojekyll'), '');
    },
  };
}

/** Each address is a folder with a page, which any host serves without being told; an unknown one leads to the front page. */
function writePages(folder: string, labs: readonly string[]): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const path of [...PAGES, ...labs.flatMap((lab) => [`labs/${lab}`, `embed/labs/${lab}`])]) {
    const up = '../'.repeat(path.split('/').length);
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), page.replaceAll('="./', `="${up}`));
  }
}

/** `first.jsonl` is shown before anything is run; the others are called by their modes. */
function copyRecordings(folder: string, lab: string): void {
  const to = join(folder, 'recordings', lab);
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(join(labsFolder, lab)).filter((name) => /^recording(\.\w+)?\.jsonl$/.test(name))) {
    const from = join(labsFolder, lab, file);
    const { mode } = JSON.parse(readFileSync(from, 'utf8').split('\n', 1)[0] as string);
    copyFileSync(from, join(to, `${mode}.jsonl`));
    if (file === 'recording.jsonl') copyFileSync(from, join(to, 'first.jsonl'));
  }
}

/** Only those stay that say where a program's operations stand; the rest would be most of the folder. */
function dropSourceMaps(assets: string): void {
  for (const map of readdirSync(assets).filter((file) => file.endsWith('.map'))) {
    const { sources } = JSON.parse(readFileSync(join(assets, map), 'utf8')) as { readonly sources: readonly string[] };
    if (sources.some((source) => /\/labs\/[^/]+\/program\.ts$/.test(source))) continue;
    rmSync(join(assets, map));
    const script = join(assets, map.slice(0, -'.map'.length));
    writeFileSync(script, readFileSync(script, 'utf8').replace(/\n?\/[/*]# sourceMappingURL=[^\n]*/, ''));
  }
}

/** Its version is that of the page, which names all scripts by their content. */
function writeServiceWorker(folder: string): void {
  const version = createHash('sha256')
    .update(readFileSync(join(folder, 'index.html')))
    .digest('hex')
    .slice(0, 16);
  const source = readFileSync(join(here, 'service-worker.js'), 'utf8');
  writeFileSync(join(folder, 'sw.js'), source.replace('VERSION', version));
}

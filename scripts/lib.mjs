// Plain Node, no dependencies: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.slice-setup');

function step(label, command, args, extra = {}) {
  const t = performance.now();
  process.stdout.write(`• ${label}\n`);
  const r = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...extra });
  if (r.error) throw r.error;
  if (r.status !== 0) {
    console.error(`✗ ${label} failed (exit ${r.status ?? r.signal})`);
    process.exit(r.status ?? 1);
  }
  console.log(`  ${label}: ${((performance.now() - t) / 1000).toFixed(1)} s`);
}

function checkNode(min = [20, 19]) {
  const [a, b] = process.versions.node.split('.').map(Number);
  if (a < min[0] || (a === min[0] && b < min[1])) {
    console.error(`Node ${min.join('.')} or newer is needed; this is ${process.version}.`);
    process.exit(1);
  }
}

/** npm's own CLI when npm started us, so that the same npm installs. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args], {}];
  return process.platform === 'win32' ? ['npm.cmd', args, { shell: true }] : ['npm', args, {}];
}

/** One set-up at a time: `npm start` and `npm test` may be started together. */
function locked(work) {
  const lock = join(root, '.setup-lock');
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
      const owner = Number(readFileSync(lock, 'utf8') || 0);
      try {
        process.kill(owner, 0);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      } catch {
        rmSync(lock, { force: true }); // its owner is gone
      }
    }
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

export function setUp() {
  checkNode();
  locked(() => {
    install();
    build();
  });
}

function install() {
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const env = { ...process.env };
  delete env.NODE_ENV; // npm would leave out the development dependencies
  const [command, args, extra] = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
  step('install', command, args, { env, ...extra });
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

export function node(label, script, args = [], extra = {}) {
  step(label, process.execPath, [join(root, script), ...args], extra);
}

function build() {
  node('compile', 'node_modules/typescript/bin/tsc', ['-b']);
  node('bundle', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: join(root, 'apps/web') });
}

// Brings a fresh clone to the point where the app can start. Plain Node, no dependencies: this runs before anything
// is installed. Each part is skipped when its stamp says that nothing has changed since.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function setUp() {
  checkNode();
  locked(() => {
    install();
    build();
  });
}

/** Runs a command with its output on screen; ends this process when it fails. */
export function step(label, command, args, options = {}) {
  const startedAt = performance.now();
  process.stdout.write(`• ${label}\n`);
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    console.error(`✗ ${label} failed (exit ${result.status ?? result.signal})`);
    process.exit(result.status ?? 1);
  }
  console.log(`  ${label}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** A step that is a JavaScript file run by this same Node. */
export function node(label, script, args = [], options = {}) {
  step(label, process.execPath, [join(root, script), ...args], options);
}

function checkNode([major, minor] = [20, 19]) {
  const [ours, oursMinor] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return;
  console.error(`Lockstep needs Node ${major}.${minor} or newer; this is ${process.version}.`);
  process.exit(1);
}

/** One set-up at a time: `npm start` and `npm test` may be started together. */
function locked(work) {
  const lock = join(root, '.setup-lock');
  const release = () => rmSync(lock, { force: true });
  while (!acquire(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  process.once('exit', release);
  try {
    work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function acquire(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isAlive(Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0))) rmSync(lock, { force: true });
  return false;
}

function isAlive(pid) {
  if (!pid) return true; // the file is being written at this moment, or has just gone
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function install() {
  const wanted = hashOf([
    readFileSync(join(root, 'package-lock.json')),
    process.version,
    process.platform,
    process.arch,
  ]);
  ifChanged(join(root, 'node_modules/.lockstep-installed'), wanted, () => {
    const env = { ...process.env };
    delete env.NODE_ENV; // npm would leave out the development dependencies
    const [command, args, options] = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
    step('install (once)', command, args, { env, ...options });
  });
}

/** npm's own CLI when npm started us, so that the same npm installs. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args], {}];
  return process.platform === 'win32' ? ['npm.cmd', args, { shell: true }] : ['npm', args, {}];
}

function build() {
  const sources = [
    'packages',
    'apps',
    'bench',
    'scripts/set-up.mjs',
    'tsconfig.base.json',
    'tsconfig.build.json',
    'package-lock.json',
  ];
  ifChanged(join(root, 'node_modules/.lockstep-built'), hashOf(sources.flatMap(stampsOf)), () => {
    node('compile', 'node_modules/typescript/bin/tsc', ['-b', 'tsconfig.build.json']);
    node('bundle', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: join(root, 'apps/web') });
    node(
      'bundle one file',
      'node_modules/vite/bin/vite.js',
      ['build', '--config', 'vite.file.config.ts', '--logLevel', 'warn'],
      { cwd: join(root, 'apps/web') },
    );
  });
}

function ifChanged(stampFile, wanted, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  rmSync(stampFile, { force: true });
  work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

function hashOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}

/** Path, size and time of each source file below a path; built and installed files do not count. */
function stampsOf(path) {
  const full = join(root, path);
  const stat = statSync(full);
  if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}`];
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && name !== 'dist' && !name.endsWith('.tsbuildinfo'))
    .sort()
    .flatMap((name) => stampsOf(join(path, name)));
}

// Which Chromium the browser tests drive. Nothing here needs root or a browser download.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((v) => {
    const base = process.env[v];
    return base
      ? [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')]
      : [];
  }),
];

function* installed() {
  if (process.env.E2E_BROWSER) yield { executablePath: process.env.E2E_BROWSER };
  yield { executablePath: require('@playwright/test').chromium.executablePath() };
  for (const dir of (process.env.PATH ?? '').split(delimiter))
    for (const n of NAMES) yield { executablePath: join(dir, n) };
  for (const p of PLACES) yield { executablePath: p };
}

/**
 * The Chromium inside the npm package @sparticuz/chromium (Linux x64), unpacked
 * under node_modules/.cache with the few libraries it needs (nss, nspr, expat).
 */
function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let version;
  try {
    version = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
  const home = join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(home)) {
    const partial = `${home}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    const r = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', "const c=(await import('@sparticuz/chromium')).default; await c.executablePath();"],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        // The package unpacks into the temporary folder, and its libraries only when it believes it runs in Lambda.
        env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      },
    );
    if (r.status !== 0) {
      rmSync(partial, { recursive: true, force: true });
      return undefined;
    }
    try {
      renameSync(partial, home);
    } catch {
      rmSync(partial, { recursive: true, force: true }); // another process was first
    }
  }
  // Chromium exits when fontconfig offers no font at all; the package brings Open Sans.
  const fonts = join(home, 'fonts.conf');
  if (!existsSync(fonts)) {
    const dirs = [
      join(home, 'fonts'),
      '/usr/share/fonts',
      '/usr/local/share/fonts',
      join(homedir(), '.local/share/fonts'),
    ];
    writeFileSync(
      fonts,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.map((d) => `<dir>${d}</dir>`).join('')}<cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>\n`,
    );
  }
  const libraries = join(home, 'al2023/lib');
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: fonts,
    },
  };
}

/** Starts it once: an executable that is there but lacks libraries does not count. */
async function starts(b) {
  if (!existsSync(b.executablePath)) return false;
  const { chromium } = require('@playwright/test');
  try {
    const browser = await chromium.launch({ ...launchOptions(b), timeout: 30_000 });
    const version = browser.version();
    await browser.close();
    return version;
  } catch {
    return false;
  }
}

export function launchOptions(b) {
  const sandbox = process.getuid?.() !== 0 && !b.env;
  return {
    executablePath: b.executablePath,
    ...(b.env ? { env: { ...process.env, ...b.env } } : {}),
    args: sandbox ? [] : ['--no-sandbox'],
  };
}

/** The first browser that really starts, as JSON-able data. */
export async function chooseBrowser() {
  for (const b of installed()) {
    const version = await starts(b);
    if (version) return { ...b, version };
  }
  const b = fromNpm();
  const version = b && (await starts(b));
  if (version) return { ...b, version };
  throw new Error(
    'No Chromium that starts was found. Install Chrome or Chromium (Debian: apt-get install chromium), or set E2E_BROWSER to its path.',
  );
}

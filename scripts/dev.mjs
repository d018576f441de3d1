// Development: tsc compiles the packages and the server on change, node --watch restarts the server, Vite serves the page.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, setUp } from './set-up.mjs';

setUp();
// The compiler itself, not its Node wrapper: on Node 20 the wrapper does not pass a signal on.
const tsc = join(
  root,
  `node_modules/@typescript/typescript-${process.platform}-${process.arch}/lib/tsc${process.platform === 'win32' ? '.exe' : ''}`,
);
const start = (command, args, cwd = root) => spawn(command, args, { cwd, stdio: 'inherit' });
const children = [
  start(tsc, ['-b', '--watch', '--preserveWatchOutput']),
  start(process.execPath, [
    '--watch',
    '--watch-preserve-output',
    '--enable-source-maps',
    join(root, 'apps/server/dist/main.js'),
  ]),
  start(process.execPath, [join(root, 'node_modules/vite/bin/vite.js')], join(root, 'apps/web')),
];
const stop = () => {
  for (const c of children) c.kill('SIGTERM');
};
for (const c of children) c.on('exit', stop);
for (const s of ['SIGINT', 'SIGTERM']) process.on(s, stop);

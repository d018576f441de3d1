import { setUp } from './set-up.mjs';

setUp();
await import('../apps/server/dist/main.js');

// npm runs us through a shell that does not pass SIGTERM on: when that shell is gone, so are we.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

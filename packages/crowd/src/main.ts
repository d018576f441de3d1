// `node packages/crowd/dist/main.js <port> <run> [learners]`: so many learners watch a run on this machine's server, and
// each second it is told how they fare. Ends when all have the end of the run.
import { setInterval } from 'node:timers';
import { followRun } from './follow-run.ts';
import { createRandom } from './random.ts';

const [, , port, run, count = '100'] = process.argv;
if (port === undefined || run === undefined) {
  console.error('usage: node packages/crowd/dist/main.js <port> <run> [learners]');
  process.exit(1);
}
const random = createRandom(1);
const followers = Array.from({ length: Number(count) }, (_, n) =>
  followRun({
    port: Number(port),
    run,
    // All of 127.0.0.0/8 is this machine: no address brings more than a class.
    localAddress: `127.0.0.${2 + Math.floor(n / 300)}`,
    waitMs: () => 1000 * random(),
  }),
);
setInterval(() => {
  const events = followers.map((follower) => follower.events);
  const sum = (of: (follower: (typeof followers)[number]) => number) =>
    followers.reduce((all, one) => all + of(one), 0);
  console.log(
    `${sum(({ isConnected }) => Number(isConnected))} connected, events ${Math.min(...events)} to ${Math.max(...events)}, ` +
      `${sum(({ losses }) => losses)} losses, ${sum(({ gaps }) => gaps)} gaps`,
  );
}, 1000);
await Promise.all(followers.map(({ ended }) => ended));
console.log(
  `all have the end; ${new Set(followers.map((follower) => follower.digest())).size === 1 ? 'all have the same' : 'THEY DIFFER'}`,
);
process.exit();

// Learners behind lines that break, hang and crawl, and a server that is restarted in the middle: what each of them holds
// in the end is the recording.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterLines, classroom, createFaultProxy, createRandom, digestOfLines, followRun } from '@lockstep/crowd';
import { expect, test } from 'vitest';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect } from './testing/test-client.ts';

const LEARNERS = 25;
const limits = { pingIntervalMs: 200, pingTimeoutMs: 200, slowMs: 400 };

test.each([1, 2])('whatever happens to their lines, all learners have the recording (seed %i)', async (seed) => {
  const directory = await createTemporaryDirectory();
  const first = await startTestServer(directory.path, { limits });
  const proxy = await createFaultProxy({ upstreamPort: first.port, seed, fate: classroom });
  const instructor = await connect(first.url, { reconnection: false });
  const { run } = await instructor.start('cadence', { knobs: { perSecond: 2500 } });
  await instructor.watch(run);

  const random = createRandom(seed);
  const learners = Array.from({ length: LEARNERS }, (_, n) =>
    followRun({
      port: proxy.port,
      origin: `http://127.0.0.1:${proxy.port}`,
      run,
      history: n % 5 > 0,
      waitMs: () => 40 * random(),
    }),
  );
  const { counts } = proxy;
  while (counts.cut < 2 * LEARNERS || counts.stalled < 5 || counts.slow < 3) await instructor.nextFrame();
  await first.close();
  const second = await startTestServer(directory.path, { limits });
  proxy.retarget(second.port);
  proxy.heal();
  await Promise.all(learners.map(({ ended }) => ended));

  const file = await readFile(join(directory.path, 'recordings', `${run}.jsonl`), 'utf8');
  const lines = afterLines(file, 1);
  const everything = { events: lines.split('\n').length - 1, digest: digestOfLines(lines), gaps: 0 };
  const received = learners.map((learner) => ({
    events: learner.events,
    digest: learner.digest(),
    gaps: learner.gaps,
  }));
  expect(received).toEqual(Array.from({ length: LEARNERS }, () => everything));
  expect(learners.some(({ losses }) => losses > 2)).toBe(true);

  for (const learner of learners) learner.close();
  instructor.close();
  await proxy.close();
  await second.close();
  await directory.release();
});

import { release } from 'node:os';
import { afterEach, expect, it, vi } from 'vitest';
import { probeNetwork } from './probe-network.ts';

afterEach(() => vi.unstubAllEnvs());

it('finds lane C on any Linux, and says what is missing in both languages', async () => {
  vi.stubEnv('LOCKSTEP_LANES', 'C');
  const probe = await probeNetwork();
  expect(probe).toMatchObject({
    lane: 'C',
    kernel: release(),
    why: 'lane A is not among LOCKSTEP_LANES=C',
    remedy: { en: expect.stringContaining('LOCKSTEP_LANES'), zh: expect.stringContaining('LOCKSTEP_LANES') },
  });
});

it('finds nothing where nothing is allowed', async () => {
  vi.stubEnv('LOCKSTEP_LANES', '-');
  expect((await probeNetwork()).lane).toBe('D');
});

it('tries a machine once', () => {
  expect(probeNetwork()).toBe(probeNetwork());
});

it('has nothing to explain where the sandbox works', async () => {
  const probe = await probeNetwork();
  if (probe.lane === 'A') expect([probe.why, probe.remedy]).toEqual([undefined, undefined]);
  else expect(probe.why).not.toBe('');
});

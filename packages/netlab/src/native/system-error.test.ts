import { expect, it } from 'vitest';
import { createChannel } from './channel.ts';
import { libc } from './libc.ts';
import { MSG_DONTWAIT } from './linux.ts';
import { unlessNothing } from './system-error.ts';

const nothing = new Uint8Array(1);

it('a read that finds nothing is no error', () => {
  const [ours, theirs] = createChannel();
  expect(unlessNothing('recv', () => Number(libc().recv(ours, nothing, 1, MSG_DONTWAIT)))).toBeUndefined();
  for (const fd of [ours, theirs]) libc().close(fd);
});

it('an error number that comes once is not believed, one that stays is', () => {
  const answers = [() => libc().close(-1), () => 7];
  expect(unlessNothing('recv', () => Number(answers.shift()?.()))).toBe(7);
  expect(() => unlessNothing('recv', () => libc().close(-1))).toThrow('recv: Bad file descriptor (EBADF)');
});

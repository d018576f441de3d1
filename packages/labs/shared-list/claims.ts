import { type Claim, hasEnded } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { additions, emptyPop, IN_VAIN, lookBefore, wokenByPut } from './moments.ts';

const listIsThreadSafe: Claim = {
  id: 'list-is-thread-safe',
  text: {
    en: '“A list is thread-safe in Python, so no lock is needed.”',
    zh: '“Python 的列表是线程安全的，所以不需要锁。”',
  },
  verdict(trace) {
    const empty = emptyPop(trace);
    if (!empty) return undefined;
    const look = lookBefore(trace, empty);
    return {
      judgement: 'half-right',
      because: {
        en: 'Each append and each pop was one whole step: none was lost. But this thread had looked first, and between its look and its pop another one took the last entry. Two safe steps are no safe pair.',
        zh: '每次 append、每次 pop 都是完整的一步，一次也没丢。但这个线程先看了一眼，在看与取之间，别的线程取走了最后一件。两步各自安全，合起来并不安全。',
      },
      evidence: look === undefined ? [empty.seq] : [look, empty.seq],
    };
  },
};

const pollingCostsNothing: Claim = {
  id: 'polling-costs-nothing',
  text: {
    en: '“Polling costs nothing: between the looks the thread sleeps.”',
    zh: '“轮询没有代价：两次查看之间线程在睡。”',
  },
  verdict(trace) {
    const looks = additions(trace, IN_VAIN);
    const [first, last] = [looks[0], looks.at(-1)];
    if (!first || !last || !hasEnded(trace)) return undefined;
    const entries = additions(trace, 'entries').filter(({ value, before }) => value > before).length;
    return {
      judgement: 'wrong',
      because: {
        en: `${looks.length} looks in vain for ${entries} entries. For each of them a thread woke up, and took the lock where there was one, to find out that nothing had happened.`,
        zh: `为了 ${entries} 件东西，白看了 ${looks.length} 次。每一次都有线程醒来，有锁的话还要拿锁，只为知道什么也没发生。`,
      },
      evidence: [first.seq, last.seq],
    };
  },
};

const queueIsAListWithALock: Claim = {
  id: 'queue-is-list-and-lock',
  text: { en: '“A queue is just a list with a lock.”', zh: '“队列不过是列表加一把锁。”' },
  verdict(trace) {
    const woken = wokenByPut(trace);
    if (!woken) return undefined;
    const asleep = lastWait(trace, woken);
    return {
      judgement: 'half-right',
      because: {
        en: 'A lock is in it, and more: from the one step to the other this thread did nothing at all, and a put woke it. That is a condition variable, and no list has one.',
        zh: '里面确有一把锁，但不止：从前一步到后一步，这个线程什么也没做，是一次 put 把它唤醒的。那是条件变量，列表没有。',
      },
      evidence: asleep === undefined ? [woken.seq] : [asleep, woken.seq],
    };
  },
};

function lastWait(trace: Trace, { actor, seq }: { actor: string; seq: number }): number | undefined {
  for (let before = seq - 1; before >= 0; before--)
    if (trace.actorAt(before) === actor && trace.kindAt(before) === 'thread.blocked') return before;
  return undefined;
}

export const claims: readonly Claim[] = [listIsThreadSafe, pollingCostsNothing, queueIsAListWithALock];

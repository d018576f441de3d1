import type { Claim } from '@lockstep/lab';
import { type EventOf, findEvent } from '@lockstep/trace';
import { lastComes } from './moments.ts';

const usedUp: Claim = {
  id: 'barrier-is-used-up',
  text: { en: '“A barrier can be used only once.”', zh: '“栅栏只能用一次。”' },
  verdict(trace) {
    const full = trace
      .slice(0)
      .filter(
        (event): event is EventOf<'barrier.arrived'> =>
          event.kind === 'barrier.arrived' && event.waiting === event.parties,
      );
    const [first, second] = full;
    if (!first || !second) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `In this run it opened ${full.length} times. When the last one has left it is closed again by itself. (An event would have to be cleared, and somebody would slip through.)`,
        zh: `这次运行中它开了 ${full.length} 次。最后一个离开后，它自己又关上了。（换成事件就得有人清除，总会有人溜过去。）`,
      },
      evidence: [first.seq, second.seq],
    };
  },
};

const atTheSameTime: Claim = {
  id: 'all-at-once',
  text: { en: '“After the barrier all threads run at the same time.”', zh: '“过了栅栏，所有线程同时运行。”' },
  verdict(trace) {
    const full = lastComes(trace);
    if (!full) return undefined;
    const passed = trace
      .slice(full.seq)
      .filter((event) => event.kind === 'barrier.passed')
      .slice(0, full.parties);
    const first = passed[0];
    const last = passed.at(-1);
    const ahead = findEvent(
      trace,
      (event) =>
        first !== undefined &&
        last !== undefined &&
        event.kind === 'value.added' &&
        event.seq > first.seq &&
        event.seq < last.seq,
    );
    if (!first || !last || !ahead) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: 'All may run, but one was already on the next stage before the last one had left the hut. A barrier promises that nobody starts too early, not that all start together.',
        zh: '都可以运行，但最后一个离开小屋之前，已经有人走上了下一段。栅栏保证没有人太早出发，不保证大家一起出发。',
      },
      evidence: [first.seq, ahead.seq, last.seq],
    };
  },
};

export const claims: readonly Claim[] = [usedUp, atTheSameTime];

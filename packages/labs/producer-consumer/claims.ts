import type { Claim } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { buns, earlyJoin, earlyPill, firstPill, overtaking, stuckSince } from './readings.ts';

const aPillEach: Claim = {
  id: 'a-pill-for-each-consumer',
  text: { en: '“Put a poison pill for each consumer, and all is well.”', zh: '“给每个消费者一颗毒丸，就万事大吉。”' },
  verdict(trace) {
    const pill = firstPill(trace);
    if (!pill || !findEvent(trace, (event) => event.kind === 'run.ended')) return undefined;
    const early = earlyPill(trace);
    const { put, eaten } = buns(trace);
    if (!early)
      return {
        judgement: 'right',
        because: {
          en: `Here the pills came after the last of ${put} buns, because nobody put one before the producers had ended.`,
          zh: `这里毒丸排在 ${put} 个包子的最后一个之后，因为生产者结束之前没有人放毒丸。`,
        },
        evidence: [pill.seq],
      };
    const evidence = [pill.seq, early.bun.seq];
    if (eaten === put && stuckSince(trace) === undefined)
      return {
        judgement: 'half-right',
        because: {
          en: 'One consumer was sent home while buns were still coming. All was eaten, but by those who were left.',
          zh: '包子还在来，一个消费者就被打发回家了。最后是吃完了，却是剩下的人吃的。',
        },
        evidence,
      };
    return {
      judgement: 'wrong',
      because: {
        en: `The number is not enough, the pills must also be the last items. Here a consumer went home and buns came after that: ${put} put, ${eaten} eaten.`,
        zh: `数目对还不够，毒丸必须排在最后。这里消费者回家之后又来了包子：放入 ${put} 个，吃掉 ${eaten} 个。`,
      },
      evidence,
    };
  },
};

const joinKnows: Claim = {
  id: 'join-knows-the-producers',
  text: {
    en: '“queue.join() returns when the producers have finished.”',
    zh: '“生产者都结束了，queue.join() 才返回。”',
  },
  verdict(trace) {
    const early = earlyJoin(trace);
    if (!early) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `It returned, and after that ${early.bun.item} was put. The queue knows no producers, only a counter of unfinished tasks, and that was zero for a moment.`,
        zh: `它返回之后，${early.bun.item} 才放入。队列不认识生产者，只有一个未完成任务的计数，而它恰好有一刻是零。`,
      },
      evidence: [early.join.seq, early.bun.seq],
    };
  },
};

const firstDone: Claim = {
  id: 'first-in-first-done',
  text: { en: '“A queue keeps the order: what is put first is done first.”', zh: '“队列保持次序：先放入的先做完。”' },
  verdict(trace) {
    const found = overtaking(trace);
    if (!found) return undefined;
    const { first, second, eatenAt } = found;
    return {
      judgement: 'half-right',
      because: {
        en: `It is got in order: ${first.item}, then ${second.item}. But ${second.item} was done first, by another consumer. Order ends where the queue ends.`,
        zh: `取出是按次序的：先 ${first.item}，后 ${second.item}。但 ${second.item} 由另一个消费者先做完。出了队列，次序就没有了。`,
      },
      evidence: [first.seq, second.seq, ...eatenAt],
    };
  },
};

export const claims: readonly Claim[] = [aPillEach, joinKnows, firstDone];

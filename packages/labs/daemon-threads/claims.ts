import type { Claim } from '@lockstep/lab';
import { afterMain, daemonsOf, halfRecord, killed, lastPlainEnds, mainEnds } from './moments.ts';

const endsWithMain: Claim = {
  id: 'daemon-ends-with-main',
  text: { en: '“A daemon thread ends when main ends.”', zh: '“主线程结束，守护线程就结束。”' },
  verdict(trace) {
    const end = mainEnds(trace);
    const last = lastPlainEnds(trace);
    const cut = killed(trace);
    const works = afterMain(trace, (actor) => daemonsOf(trace).has(actor));
    if (!end || !last || !cut || works === undefined || last.seq <= end.seq || works > last.seq) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `Main’s code ended at step ${end.seq + 1}, and the daemon worked on. It was ended at step ${cut.seq + 1}, after the last thread that is no daemon. Main decides only when it is that last one.`,
        zh: `主线程的代码在第 ${end.seq + 1} 步结束，守护线程仍在干活。直到最后一个非守护线程结束，它才在第 ${cut.seq + 1} 步被终止。只有主线程恰好是最后一个时，说法才成立。`,
      },
      evidence: [end.seq, works, last.seq, cut.seq],
    };
  },
};

const finishesItsWork: Claim = {
  id: 'daemon-finishes-its-work',
  text: {
    en: '“At the end a daemon may finish what it is doing.”',
    zh: '“程序结束时，守护线程会做完手头的事。”',
  },
  verdict(trace) {
    const half = halfRecord(trace);
    const cut = killed(trace);
    if (!half || !cut) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `Row ${half.value} was written at step ${half.seq + 1}; its entry in the index never was. The next step of this thread is its end.`,
        zh: `第 ${half.value} 行在第 ${half.seq + 1} 步写入，它的索引项却始终没有写。这个线程的下一步就是被终止。`,
      },
      evidence: [half.seq, cut.seq],
    };
  },
};

export const claims: readonly Claim[] = [endsWithMain, finishesItsWork];

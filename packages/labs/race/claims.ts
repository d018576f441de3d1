import { type Claim, outcomesOf } from '@lockstep/lab';
import { firstLost } from './moments.ts';

/** A gated run lets one thread run at a time, which is what an interpreter lock promises. */
const withAGilThereAreNoRaces: Claim = {
  id: 'gil-no-races',
  text: { en: '“With a GIL there are no races.”', zh: '“有了 GIL 就没有竞态。”' },
  verdict(trace) {
    const lost = firstLost(trace);
    if (!lost || trace.header.mode !== 'stepped') return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: 'Here only one thread ran at any moment, just as a GIL has it, and still an update is lost: it is enough that the turn changes between load and store. CPython since 3.10 changes turns only at calls and at the ends of loops, so there a plain total += 1 happens to be safe and total += int(1) is not.',
        zh: '这里任一时刻只有一个线程在运行，正如 GIL 所保证的，更新仍然丢失：只要在读出与写回之间换了线程就够了。CPython 3.10 起只在调用处和循环末尾切换，所以那里单独的 total += 1 碰巧安全，total += int(1) 则不然。',
      },
      evidence: lost.basis === undefined ? [lost.seq] : [lost.basis, lost.seq],
    };
  },
};

const itRanWell: Claim = {
  id: 'it-ran-well',
  text: { en: '“It ran well whenever I tried, so it is right.”', zh: '“我试的时候每次都对，所以它是对的。”' },
  verdict(trace) {
    const all = outcomesOf(trace);
    const wrong = all.findIndex(({ expected }) => !expected);
    const [before, first] = [all[wrong - 1], all[wrong]];
    if (trace.header.mode !== 'batch' || !before || !first) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `${wrong === 1 ? 'One run' : `${wrong} runs`} ended with 0 before one did not: the same program, the same machine. A run shows what can happen; only all orders show what cannot.`,
        zh: `前 ${wrong} 次都以 0 结束，然后有一次不是：同一个程序，同一台机器。一次运行只说明什么会发生；只有全部次序才说明什么不会发生。`,
      },
      evidence: [before.seq, first.seq],
    };
  },
};

export const claims: readonly Claim[] = [withAGilThereAreNoRaces, itRanWell];

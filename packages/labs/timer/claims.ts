import { type Claim, hasEnded } from '@lockstep/lab';
import { cancelled, logsOut } from './moments.ts';
import { clockOf, growthUs, inMs } from './ticks.ts';

const cancelStopsIt: Claim = {
  id: 'cancel-stops-it',
  text: { en: '“cancel() stops the timer.”', zh: '“cancel() 会停止定时器。”' },
  verdict(trace) {
    const cancel = cancelled(trace);
    if (!cancel || !hasEnded(trace)) return undefined;
    const run = logsOut(trace);
    if (!run)
      return {
        judgement: 'half-right',
        because: {
          en: 'Here it did: the timer still waited. Whether it still waits, cancel() does not say.',
          zh: '这次是的：定时器还在等。至于它是否还在等，cancel() 不会告诉你。',
        },
        evidence: [cancel.seq],
      };
    return {
      judgement: 'wrong',
      because:
        run.seq > cancel.seq
          ? {
              en: `cancel() had returned at step ${cancel.seq + 1}, and the function ran at step ${run.seq + 1}: its time was over, and it had looked at the flag just before.`,
              zh: `cancel() 在第 ${cancel.seq + 1} 步已经返回，函数却在第 ${run.seq + 1} 步执行：时间已到，而它刚好在取消之前看过标志。`,
            }
          : {
              en: `The function had run at step ${run.seq + 1}. The cancel() at step ${cancel.seq + 1} raised no error and returned nothing, as if it had worked.`,
              zh: `函数在第 ${run.seq + 1} 步已经执行。第 ${cancel.seq + 1} 步的 cancel() 不报错，也不返回什么，就像成功了一样。`,
            },
      evidence: [cancel.seq, run.seq],
    };
  },
};

const ticksEvenly: Claim = {
  id: 'ticks-evenly',
  text: {
    en: '“A timer that starts the next one gives a steady beat.”',
    zh: '“定时器再启动下一个，就得到均匀的节拍。”',
  },
  verdict(trace) {
    const clock = clockOf(trace);
    const growth = clock && growthUs(clock);
    const [first, last] = [clock?.ticks[0], clock?.ticks.at(-1)];
    if (growth === undefined || !first || !last || trace.header.knobs['next'] === 'from-start') return undefined;
    return {
      judgement: growth > 0 ? 'wrong' : 'half-right',
      because: {
        en: `Tick 1 was ${inMs(first.lateUs)} late, tick ${last.number} ${inMs(last.lateUs)}: each one is counted from the one before, with all its delays.`,
        zh: `第 1 次迟了 ${inMs(first.lateUs)}，第 ${last.number} 次迟了 ${inMs(last.lateUs)}：每次都从上一次算起，连同它的全部延误。`,
      },
      evidence: [first.seq, last.seq],
    };
  },
};

export const claims: readonly Claim[] = [cancelStopsIt, ticksEvenly];

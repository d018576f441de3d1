import type { Claim, Text, Verdict } from '@lockstep/lab';
import { compared } from './measured.ts';

/** Below this share of the time something was clearly faster. */
const CLEARLY = 0.75;

const threadsAreUseless: Claim = {
  id: 'threads-useless',
  text: { en: '“Threads are useless in Python.”', zh: '“Python 的多线程没有用。”' },
  verdict(trace) {
    const cpu = compared(trace, 'cpu', 'one', 'locked');
    const io = compared(trace, 'io', 'one', 'locked');
    if (!cpu || !io) return undefined;
    const evidence = [...cpu.evidence, ...io.evidence];
    const [computing, sleeping] = [times(cpu.ratio), times(io.ratio)];
    if (cpu.ratio >= CLEARLY && io.ratio < CLEARLY)
      return {
        judgement: 'half-right',
        because: {
          en: `Right for computing under one lock: ${computing} the time of one after the other. Wrong for waiting: ${sleeping}, because a sleeping thread has dropped the lock. Since 3.13 there is also a Python without it.`,
          zh: `共用一把锁时，就计算而言说得对：用时是依次执行的 ${computing}。就等待而言说错了：只有 ${sleeping}，因为睡着的线程已放下锁。3.13 起还有不带这把锁的 Python。`,
        },
        evidence,
      };
    return {
      judgement: io.ratio < CLEARLY ? 'wrong' : 'right',
      because: {
        en: `In this run computing under one lock took ${computing} the time of one after the other, sleeping ${sleeping}. Something else kept this machine busy: run it again.`,
        zh: `这次运行里，有锁计算用了依次执行的 ${computing}，睡眠用了 ${sleeping}。机器上有别的事在忙：请再运行一次。`,
      },
      evidence,
    };
  },
};

const processesAreFaster: Claim = {
  id: 'processes-faster',
  text: { en: '“Processes are always faster than threads.”', zh: '“多进程总比多线程快。”' },
  verdict(trace) {
    const cpu = compared(trace, 'cpu', 'locked', 'processes');
    const io = compared(trace, 'io', 'locked', 'processes');
    if (!cpu || !io) return undefined;
    const evidence = [...cpu.evidence, ...io.evidence];
    return { ...judged(cpu.ratio < 1, io.ratio < CLEARLY, times(cpu.ratio), times(io.ratio)), evidence };
  },
};

function judged(computesFaster: boolean, sleepsFaster: boolean, cpu: string, io: string): Omit<Verdict, 'evidence'> {
  const measured: Text = {
    en: `Here processes took ${cpu} the time of threads under one lock for computing, and ${io} for sleeping, their start included.`,
    zh: `这里与共用一把锁的线程相比，进程计算用时为 ${cpu}，睡眠用时为 ${io}，都含启动时间。`,
  };
  if (computesFaster && sleepsFaster)
    return {
      judgement: 'right',
      because: {
        en: `${measured.en} In this run that is so; make the jobs smaller.`,
        zh: `${measured.zh}这次确实如此；把任务改小再看。`,
      },
    };
  if (computesFaster)
    return {
      judgement: 'half-right',
      because: {
        en: `${measured.en} They win only where there is computing, a free core for it, and enough of it to pay for their start.`,
        zh: `${measured.zh}只有要计算、有空闲核心、且计算量抵得上启动开销时，进程才占优。`,
      },
    };
  return {
    judgement: 'wrong',
    because: {
      en: `${measured.en} The jobs were too small to pay for the start of a process, or no core was free for it.`,
      zh: `${measured.zh}任务太小，抵不上启动进程的开销，或者没有空闲的核心。`,
    },
  };
}

function times(ratio: number): string {
  return `${Number(ratio.toPrecision(2))} ×`;
}

export const claims: readonly Claim[] = [threadsAreUseless, processesAreFaster];

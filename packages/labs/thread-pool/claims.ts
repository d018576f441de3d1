import type { Claim } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { ASKED, CORES } from './measures.ts';
import { busiest, cancels, defaultSize } from './moments.ts';

const fiveTimesCores: Claim = {
  id: 'five-times-cores',
  text: { en: '“The default size is 5 × cores.”', zh: '“默认大小是核数的 5 倍。”' },
  verdict(trace) {
    const size = defaultSize(trace);
    const cores = findEvent(trace, (event) => event.kind === 'measure.taken' && event.what === CORES);
    if (!size || cores?.kind !== 'measure.taken') return undefined;
    const version = trace.header.reality.parts.find((part) => part.startsWith(ASKED))?.slice(ASKED.length) ?? '';
    const now = Math.min(32, cores.value + 4);
    const measured = {
      en: `With ${cores.value} cores, CPython ${version} started ${size.value} threads for more jobs than it could want threads for. 5 × cores would be ${5 * cores.value}; min(32, cores + 4), as documented since 3.8, is ${now}.`,
      zh: `这台机器 ${cores.value} 核，任务多到用不完，CPython ${version} 启动了 ${size.value} 个线程。5 × 核数是 ${5 * cores.value}；3.8 起文档写的 min(32, 核数 + 4) 是 ${now}。`,
    };
    const evidence = [cores.seq, size.seq];
    if (size.value !== 5 * cores.value) return { judgement: 'wrong', because: measured, evidence };
    return { judgement: now === size.value ? 'half-right' : 'right', because: measured, evidence };
  },
};

const cancelStops: Claim = {
  id: 'cancel-stops-a-job',
  text: { en: '“future.cancel() stops the job.”', zh: '“future.cancel() 会停止任务。”' },
  verdict(trace) {
    const late = cancels(trace).find(({ worked }) => !worked);
    const end = findEvent(
      trace,
      (event) => event.kind === 'future.finished' && event.future === late?.future && event.seq > late.seq,
    );
    if (!late || !end) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `cancel() returned False at step ${late.seq + 1}, and ${late.future} went on to its end at step ${end.seq + 1}. Only a job that no worker has begun can be cancelled.`,
        zh: `cancel() 在第 ${late.seq + 1} 步返回 False，${late.future} 照样做到第 ${end.seq + 1} 步结束。只有还没开始的任务才能取消。`,
      },
      evidence: [late.seq, end.seq],
    };
  },
};

const submitIsParallel: Claim = {
  id: 'submit-is-parallel',
  text: {
    en: '“What is submitted to a pool runs in parallel.”',
    zh: '“提交给线程池的任务就会并发执行。”',
  },
  verdict(trace) {
    const most = busiest(trace);
    const jobs = trace.slice(0).filter(({ kind }) => kind === 'future.finished').length;
    if (!most || jobs < 2 || trace.header.knobs['story'] !== 'results' || trace.header.mode !== 'free')
      return undefined;
    const isSerial = most.jobs === 1;
    return {
      judgement: isSerial ? 'wrong' : 'half-right',
      because: isSerial
        ? {
            en: `${jobs} jobs, and never more than one at a time: main waited for each result before it submitted the next job.`,
            zh: `${jobs} 个任务，任何时候都只有一个在执行：主线程等到每个结果，才提交下一个。`,
          }
        : {
            en: `${jobs} jobs, at most ${most.jobs} at a time; the others waited in the queue. Had main asked for each result in the loop, there would have been one at a time.`,
            zh: `${jobs} 个任务，最多同时执行 ${most.jobs} 个，其余在队列里等。若主线程在循环里逐个等结果，就只有一个在执行。`,
          },
      evidence: [most.seq],
    };
  },
};

export const claims: readonly Claim[] = [fiveTimesCores, cancelStops, submitIsParallel];

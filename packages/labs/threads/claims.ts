import type { Claim } from '@lockstep/lab';
import { measured, started, startRatio } from './measured.ts';

/** Such a difference nobody calls “as cheap”. */
const CLEARLY = 10;

const asCheapAsACall: Claim = {
  id: 'as-cheap-as-a-call',
  text: { en: '“A thread costs as little as a function call.”', zh: '“开一个线程和调用一个函数一样便宜。”' },
  verdict(trace) {
    const [call, threads] = [measured(trace, 'call/python'), started(trace, 'python-threads')];
    const ratio = startRatio(trace);
    if (!call || !threads || !ratio) return undefined;
    const each = threads.elapsedUs / threads.of;
    const calls = Math.round(each / call.value);
    return {
      judgement: calls < CLEARLY ? 'right' : 'wrong',
      because: {
        en: `Here one Python thread took ${printed(each)} µs to start, as long as ${calls} calls of a function. Cheap it is only beside a process: those took ${printed(ratio.ratio)} times as long.`,
        zh: `这里启动一个 Python 线程要 ${printed(each)} 微秒，抵得上 ${calls} 次函数调用。说它便宜，只是与进程相比：进程要 ${printed(ratio.ratio)} 倍的时间。`,
      },
      evidence: [call.seq, ...ratio.evidence],
    };
  },
};

const noMemoryOfItsOwn: Claim = {
  id: 'no-memory-of-its-own',
  text: { en: '“Threads share everything, so they cost no memory.”', zh: '“线程共享一切，所以不占内存。”' },
  verdict(trace) {
    const threads = measured(trace, 'memory/python-threads') ?? measured(trace, 'memory/threads');
    const processes = measured(trace, 'memory/python-processes') ?? measured(trace, 'memory/processes');
    const age = measured(trace, 'age/threads');
    if (!threads || !processes || !age) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: `They share variables: main saw ${age.value}. But each has a stack and more of its own: about ${printed(threads.value)} kB here, where a process had ${printed(processes.value)} kB.`,
        zh: `变量确实共享：主线程看到了 ${age.value}。但每个线程有自己的栈等：这里约 ${printed(threads.value)} kB，而一个进程有 ${printed(processes.value)} kB。`,
      },
      evidence: [age.seq, threads.seq, processes.seq],
    };
  },
};

function printed(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(2)));
}

export const claims: readonly Claim[] = [asCheapAsACall, noMemoryOfItsOwn];

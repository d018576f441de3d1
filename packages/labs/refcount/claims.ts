import type { Claim } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { freed, orphaned } from './moments.ts';

const theCollectorIsAThread: Claim = {
  id: 'collector-thread',
  text: {
    en: '“The garbage collector is a thread; it may free an object before it has been given a name.”',
    zh: '“垃圾回收器是一个线程；对象还没有名字，它就可能把对象释放掉。”',
  },
  verdict(trace) {
    const end = freed(trace, 'a');
    const collection = findEvent(trace, (event) => event.kind === 'collector.ran', orphaned(trace)?.seq);
    if (end?.cause === undefined || end.by !== 'counting' || !collection) return undefined;
    // Counted by one program thread, collected in another: there is no third one that would do either.
    const isInLine = trace.actorAt(end.cause) === end.actor && collection.actor === 't2';
    if (!isInLine) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'Counting is done in line: the thread that removes the last reference frees the object itself, in the same statement. A new object is held by the statement that makes it, so its count is never 0 before it has a name. The cycle collector ran inside the very thread that was allocating.',
        zh: '计数是就地完成的：哪个线程拿走最后一个引用，就由它在同一条语句里释放对象。新对象由创建它的语句持有，得到名字之前计数不会是 0。循环回收器则就在正在分配内存的那个线程里运行。',
      },
      evidence: [end.cause, end.seq, collection.seq],
    };
  },
};

export const claims: readonly Claim[] = [theCollectorIsAThread];

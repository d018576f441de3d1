import type { Claim } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { lostNotify, stuckIn } from './moments.ts';

const wakesAtOnce: Claim = {
  id: 'notify-wakes-at-once',
  text: { en: '“After notify() the woken thread runs at once.”', zh: '“notify() 之后，被唤醒的线程立即运行。”' },
  verdict(trace) {
    const heard = findEvent(trace, (event) => event.kind === 'condition.notified' && event.woken !== '');
    if (heard?.kind !== 'condition.notified') return undefined;
    const woken = heard.woken.split(',');
    const back = findEvent(
      trace,
      (event) => event.seq > heard.seq && event.kind === 'lock.acquired' && woken.includes(event.actor),
    );
    if (!back) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `Between the notify and the moment when the woken thread had the lock again lie ${back.seq - heard.seq - 1} other steps. First the notifier must release, and somebody else may be quicker.`,
        zh: `从通知到被唤醒的线程重新拿到锁，中间隔了 ${back.seq - heard.seq - 1} 个步骤。通知者要先释放锁，别人还可能抢先。`,
      },
      evidence: [heard.seq, back.seq],
    };
  },
};

const deadlockIsACircle: Claim = {
  id: 'a-hang-is-a-circle',
  text: { en: '“Where threads hang, there is a circle of waiting.”', zh: '“线程卡死，就一定有循环等待。”' },
  verdict(trace) {
    const stuck = stuckIn(trace);
    const lost = lostNotify(trace);
    if (!stuck || stuck.hasCycle || !lost) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'Nobody can go on, and nobody holds what another one wants. What they wait for has already been and gone.',
        zh: '谁都无法继续，可谁也没有拿着别人要的东西。他们等的通知早已来过，又消失了。',
      },
      evidence: [lost.seq, stuck.since],
    };
  },
};

export const claims: readonly Claim[] = [wakesAtOnce, deadlockIsACircle];

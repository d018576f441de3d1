// What it would mean to take an edge out of a circle. Havender ("Avoiding deadlock in multitasking systems", IBM Systems
// Journal 7(2), 1968) named the three ways: ask for all at once, give back when refused, ask in one order.
import { joinedBy, type WaitForCycle, type WaitForEdge } from '@lockstep/trace';
import { spaceScripts } from '../space-scripts.ts';
import type { Language, Text } from '../text.ts';

/** The fix that an edge stands for, and what would follow. */
export interface EdgeFix {
  readonly title: Text;
  readonly follows: Text;
}

/** The same in the learner's language. */
export interface SaidFix {
  readonly title: string;
  readonly follows: string;
}

interface FixWords {
  /** Without a wait: `call` gives up. */
  readonly timeout: (call: string, who: string, own: string, other: string) => SaidFix;
  /** Without the hold of a lock for which its own holder waits. */
  readonly reentrant: (who: string, lock: string) => SaidFix;
  /** Without a hold: `who` holds `lock` and asks for `asked`. */
  readonly order: (who: string, lock: string, asked: string) => SaidFix;
}

const fixWords: Readonly<Record<Language, FixWords>> = {
  en: {
    timeout: (call, who, own, other) => ({
      title: 'Wait with a time-out',
      follows: `${call}(timeout=…) gives up after a while: ${who} releases ${own}, ${other} can go on, ${who} tries again later. “No preemption” no longer holds.`,
    }),
    reentrant: (who, lock) => ({
      title: 'A reentrant lock',
      follows: `An RLock knows its holder: ${who} may take ${lock} again, and has to release it as often.`,
    }),
    order: (who, lock, asked) => ({
      title: 'One order for all locks, or one lock for all',
      follows: `Now ${who} would ask for ${asked} before it takes ${lock}, and wait with empty hands: no circle can close. One lock for all leaves nothing to wait for while holding.`,
    }),
  },
  zh: {
    timeout: (call, who, own, other) => ({
      title: '等待时设超时',
      follows: `${call}(timeout=…) 过一会儿就放弃：${who}释放 ${own}，${other}得以继续，${who}稍后再试。“不可抢占”不再成立。`,
    }),
    reentrant: (who, lock) => ({
      title: '可重入锁',
      follows: `RLock 认得持有者：${who}可以再次获得 ${lock}，之后要释放同样多次。`,
    }),
    order: (who, lock, asked) => ({
      title: '统一加锁次序，或只用一把锁',
      follows: `这样${who}会先请求 ${asked}，再拿 ${lock}，等待时两手空空：围不成圈。只用一把锁，就没有“拿着一把等另一把”。`,
    }),
  },
};

/** What is said of an edge where the lab says nothing of its own. */
export function defaultFix(
  { kind, thread, on }: WaitForEdge,
  cycle: WaitForCycle,
  language: Language,
  name: (actor: string) => string,
): SaidFix {
  const words = fixWords[language];
  const asked = cycle.edges.find((edge) => edge.kind === 'wait' && edge.thread === thread)?.on ?? on;
  const own = cycle.edges.find((edge) => edge.kind === 'hold' && edge.thread === thread)?.on ?? on;
  const who = name(thread);
  if (asked === own) return spaced(words.reentrant(who, own), language);
  if (kind === 'hold') return spaced(words.order(who, on, asked), language);
  const before = cycle.threads.at(cycle.threads.indexOf(thread) - 1) ?? thread;
  return spaced(words.timeout(joinedBy(on) ? 'join' : 'acquire', who, own, name(before)), language);
}

function spaced({ title, follows }: SaidFix, language: Language): SaidFix {
  return language === 'zh' ? { title: spaceScripts(title), follows: spaceScripts(follows) } : { title, follows };
}

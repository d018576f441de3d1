// What the wait-for graph says. The four conditions have the names that textbooks give them.
import type { CoffmanCondition } from '@lockstep/trace';
import type { Language } from '../text.ts';

interface WaitForWords {
  readonly figure: (step: number) => string;
  readonly nobodyWaits: string;
  readonly noCycle: string;
  readonly cycle: string;
  readonly cycleForAll: string;
  readonly cycleForNow: string;
  readonly stuckWithoutCycle: string;
  readonly stuckByTheDead: string;
  readonly nobodyLeft: string;
  readonly waits: (who: string, on: string) => string;
  readonly waitsForHeld: (who: string, on: string, holder: string) => string;
  readonly waitsForOwn: (who: string, on: string) => string;
  readonly waitsForDead: (who: string, on: string, holder: string) => string;
  readonly waitsForEnd: (who: string, whom: string) => string;
  readonly holds: (who: string, on: string) => string;
  /** Waits around a circle of many: who for what. */
  readonly around: (waits: readonly (readonly [who: string, on: string])[]) => string;
  readonly join: (clauses: readonly string[]) => string;
  readonly list: (names: readonly string[]) => string;
  readonly heldBy: string;
  readonly waitsFor: string;
  readonly asksFor: string;
  readonly thread: string;
  readonly lock: string;
  readonly conditions: string;
  readonly condition: Readonly<Record<CoffmanCondition, { readonly name: string; readonly gloss: string }>>;
  readonly notYet: string;
  readonly step: (step: number) => string;
  readonly whichEdge: string;
  readonly pickOne: string;
  readonly runIt: string;
}

const english: WaitForWords = {
  figure: (step) => `Wait-for graph at step ${step}`,
  nobodyWaits: 'Nobody waits.',
  noCycle: 'No cycle.',
  cycle: 'A cycle: those in it can never go on.',
  cycleForAll: 'A cycle: nobody can go on.',
  cycleForNow: 'A cycle, until a time-out ends it.',
  stuckWithoutCycle: 'No cycle, and yet nobody can go on.',
  stuckByTheDead: 'No cycle, and yet nobody can go on: who should release has ended.',
  nobodyLeft: 'Nobody is left who could change that.',
  waits: (who, on) => `${who} waits for ${on}`,
  waitsForHeld: (who, on, holder) => `${who} waits for ${on}, held by ${holder}`,
  waitsForOwn: (who, on) => `${who} waits for ${on}, which it holds itself`,
  waitsForDead: (who, on, holder) => `${who} waits for ${on}, held by ${holder}, which has ended`,
  waitsForEnd: (who, whom) => `${who} waits for the end of ${whom}`,
  holds: (who, on) => `${who} holds ${on}`,
  around: (waits) =>
    `${waits.map(([who, on], i) => (i === 0 ? `${who} waits for ${on}` : `${who} for ${on}`)).join(', ')}: each is held by the one named next, the last by the first`,
  join: (clauses) => sentence(clauses.join('; ')),
  list: (names) => names.join(' and '),
  heldBy: 'held by',
  waitsFor: 'waits for',
  asksFor: 'asks for',
  thread: 'thread',
  lock: 'lock',
  conditions: 'Deadlock needs all four (Coffman et al. 1971)',
  condition: {
    'mutual-exclusion': { name: 'mutual exclusion', gloss: 'one holder a lock' },
    'hold-and-wait': { name: 'hold and wait', gloss: 'has one, wants another' },
    'no-preemption': { name: 'no preemption', gloss: 'nobody takes it away' },
    'circular-wait': { name: 'circular wait', gloss: 'the circle is closed' },
  },
  notYet: 'not now',
  step: (step) => `step ${step}`,
  whichEdge: 'Which edge would you remove?',
  pickOne: 'Pick a thick edge.',
  runIt: 'Run it this way',
};

const chinese: WaitForWords = {
  figure: (step) => `第 ${step} 步的等待图`,
  nobodyWaits: '没有线程在等待。',
  noCycle: '没有环路。',
  cycle: '出现环路：其中的线程永远无法继续。',
  cycleForAll: '出现环路：谁都无法继续。',
  cycleForNow: '出现环路，直到有人等待超时。',
  stuckWithoutCycle: '没有环路，却谁都无法继续。',
  stuckByTheDead: '没有环路，却谁都无法继续：该释放锁的线程已经结束。',
  nobodyLeft: '已没有谁能改变这一点。',
  waits: (who, on) => `${who}等待 ${on}`,
  waitsForHeld: (who, on, holder) => `${who}等待 ${on}，它由${holder}持有`,
  waitsForOwn: (who, on) => `${who}等待 ${on}，持有者正是它自己`,
  waitsForDead: (who, on, holder) => `${who}等待 ${on}，持有它的${holder}已经结束`,
  waitsForEnd: (who, whom) => `${who}等待${whom}结束`,
  holds: (who, on) => `${who}持有 ${on}`,
  around: (waits) =>
    `${waits.map(([who, on]) => `${who}等待 ${on}`).join('，')}：每一个都由后一位持有，最后一个由第一位持有`,
  join: (clauses) => `${clauses.join('；')}。`,
  list: (names) => names.join('和'),
  heldBy: '持有者',
  waitsFor: '等待',
  asksFor: '请求',
  thread: '线程',
  lock: '锁',
  conditions: '死锁的四个必要条件（Coffman 等，1971）',
  condition: {
    'mutual-exclusion': { name: '互斥', gloss: '一把锁只有一个持有者' },
    'hold-and-wait': { name: '持有并等待', gloss: '手里有一把，还要另一把' },
    'no-preemption': { name: '不可抢占', gloss: '没人能从持有者手中夺走' },
    'circular-wait': { name: '循环等待', gloss: '等待围成一圈' },
  },
  notYet: '此刻不成立',
  step: (step) => `第 ${step} 步`,
  whichEdge: '你会去掉哪条边？',
  pickOne: '在粗边中选一条。',
  runIt: '这样再运行一次',
};

export const waitForWords: Readonly<Record<Language, WaitForWords>> = { en: english, zh: chinese };

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

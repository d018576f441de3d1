import type { OrderTie } from '@lockstep/trace';
import type { SwapAnswer } from '../swap/swap-answer.ts';
import type { Dictionary } from './use-words.ts';

type Answers = Readonly<Record<SwapAnswer['kind'], (answer: SwapAnswer) => string>>;

const answersEn: Answers = {
  asking: () => 'Looking for a run in which they have changed places…',
  always: () => 'Forced: one leads to the other in every run, by this chain.',
  forced: ({ states }) =>
    `Forced: no schedule of this program brings them in the other order. All of them were looked at, in ${states} states.`,
  free: ({ kept }) =>
    kept === 0
      ? 'Free: another schedule brings them in the other order, if it chooses otherwise from the start.'
      : `Free: another schedule, the same for the first ${kept} choices, brings them in the other order.`,
  turn: ({ kept }) =>
    `In this run one led to the other, by this chain; but whose turn it was could have been otherwise. A schedule that parts from this one after ${kept} ${kept === 1 ? 'choice' : 'choices'} brings them in the other order.`,
  instead: () => 'Not both: the second can come first, but whenever it does, the first does not come any more.',
  'this-run': () =>
    'In this run one led to the other, by this chain, which hangs on whose turn it was. Whether it could have been otherwise is not known.',
  'nothing-recorded': () =>
    'Not known: nothing that was recorded ties the one to the other. That does not prove that they were free; a cause may not have been recorded.',
  limit: () => 'Not known: the search reached its limit before it had looked at every schedule.',
  unreachable: () => 'Not known: nothing recorded ties them, and whoever knows the program cannot be asked now.',
};

const answersZh: Answers = {
  asking: () => '正在寻找一次两者互换的运行……',
  always: () => '被迫：任何一次运行里，前者都经由这条链引向后者。',
  forced: ({ states }) => `被迫：这个程序没有任何调度能让两者互换。已看过全部调度，共 ${states} 个状态。`,
  free: ({ kept }) =>
    kept === 0
      ? '自由：另有一种调度，从一开始就作别的选择，能让两者互换。'
      : `自由：另有一种调度，前 ${kept} 个选择相同，之后能让两者互换。`,
  turn: ({ kept }) =>
    `在这次运行里，前者经由这条链引向后者；但轮到谁本可以不同。有一种调度，在第 ${kept} 个选择之后与它分开，能让两者互换。`,
  instead: () => '不能并存：后者可以先来，但只要它先来，前者就不会再发生。',
  'this-run': () => '在这次运行里，前者经由这条链引向后者，而这条链取决于轮到谁。能否是另一种次序，尚不知道。',
  'nothing-recorded': () => '不知道：记录里没有什么把两者连在一起。这并不证明它们自由；起因也许没有被记录下来。',
  limit: () => '不知道：还没看完所有调度，搜索就到了上限。',
  unreachable: () => '不知道：记录里没有什么把两者连在一起，而现在又问不到了解程序的一方。',
};

const tiesEn: Readonly<Record<OrderTie, string>> = {
  program: 'then, in the same program,',
  cause: 'which made happen',
  turn: 'which, by turn, let happen',
};

const tiesZh: Readonly<Record<OrderTie, string>> = {
  program: '同一程序接着',
  cause: '由此引起',
  turn: '轮到它，于是',
};

const en = {
  title: 'Swap test',
  hint: 'Could two events have come in the other order? Pick one, go to another, pick that.',
  first: (step: number) => (step === 0 ? 'Go to a step first' : `Swap step ${step} with…`),
  second: (step: number) => `… with step ${step}`,
  another: 'Not this one',
  goOn: 'Now go to the other event, and press s.',
  drop: 'clear',
  chain: 'The chain',
  ties: tiesEn,
  answers: answersEn,
  run: 'Run it so on real threads, and compare',
  runModel: 'Run it so on the virtual machine, and compare',
  onlyStepped: 'Such a run can be made by hand: here the threads ran freely.',
};

const zh: typeof en = {
  title: '交换检验',
  hint: '两个事件能不能以另一种次序发生？选一个，走到另一个，再选它。',
  first: (step) => (step === 0 ? '先走到某一步' : `把第 ${step} 步与……互换`),
  second: (step) => `……与第 ${step} 步`,
  another: '不选这个',
  goOn: '现在走到另一个事件，按 s。',
  drop: '清除',
  chain: '这条链',
  ties: tiesZh,
  answers: answersZh,
  run: '在真实线程上这样运行，并作比较',
  runModel: '在虚拟机上这样运行，并作比较',
  onlyStepped: '这样的运行要手动调度才能做：这一次线程是自由跑的。',
};

export const swapWords: Dictionary<typeof en> = { en, zh };

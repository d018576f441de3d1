import type { CableRuleFault, FrameAct, FrameKind } from '@lockstep/lab';
import type { Dictionary } from './use-words.ts';

/** What can be done with a frame, `hold` being not to choose. */
type Act = FrameAct | 'hold';
/** How a decision stands in its rule. */
export type DecidedAct = 'pass' | 'drop' | 'duplicate' | 'delay' | 'hold';

const actsEn: Record<Act, string> = {
  deliver: 'Deliver',
  hold: 'Hold',
  drop: 'Drop',
  duplicate: 'Duplicate',
  delay: 'Delay',
};
const actsZh: Record<Act, string> = { deliver: '送达', hold: '扣住', drop: '丢弃', duplicate: '复制', delay: '推迟' };

const ruleActsEn = { pass: 'pass', drop: 'drop', duplicate: 'duplicate', delay: 'delay', hold: 'hold', rate: 'rate' };
const ruleActsZh: typeof ruleActsEn = {
  pass: '放行',
  drop: '丢弃',
  duplicate: '复制',
  delay: '推迟',
  hold: '扣住',
  rate: '限速',
};

const decidedEn: Record<DecidedAct, string> = {
  pass: 'delivered',
  drop: 'dropped',
  duplicate: 'duplicated',
  delay: 'delayed',
  hold: 'overtaken',
};
const decidedZh: typeof decidedEn = {
  pass: '已送达',
  drop: '已丢弃',
  duplicate: '已复制',
  delay: '已推迟',
  hold: '被超过',
};

const kindsEn: Partial<Record<FrameKind, string>> = { data: 'data', udp: 'UDP' };
const kindsZh: typeof kindsEn = { data: '数据', udp: 'UDP' };

const faultEn: Record<CableRuleFault, (part: string) => string> = {
  act: (part) => `“${part}” does not begin with pass, drop, duplicate, delay, hold or rate`,
  delay: (part) => `“${part}” does not say how long, e.g. 40 ms`,
  until: (part) => `“${part}” does not say until which frame`,
  rate: (part) => `“${part}” does not say how fast, e.g. 512 kbit/s`,
  frames: (part) => `“${part}”: which frames? A host, a kind, numbers like 1,3 or 2-4, a percentage`,
  ordinals: (part) => `“${part}”: numbers count from 1 upwards, like 1,3 or 2-4`,
  range: (part) => `“${part}”: that number is too small or too large`,
  many: () => 'too many rules',
};
const faultZh: typeof faultEn = {
  act: (part) => `“${part}”应以 pass、drop、duplicate、delay、hold 或 rate 开头`,
  delay: (part) => `“${part}”没有写推迟多久，例如 40 ms`,
  until: (part) => `“${part}”没有写扣到哪一帧为止`,
  rate: (part) => `“${part}”没有写多快，例如 512 kbit/s`,
  frames: (part) => `“${part}”：哪些帧？可写主机、种类、1,3 或 2-4 这样的序号、百分比`,
  ordinals: (part) => `“${part}”：序号从 1 数起，写成 1,3 或 2-4`,
  range: (part) => `“${part}”：数值过小或过大`,
  many: () => '规则太多',
};

const en = {
  acts: actsEn,
  title: 'Held on the cable',
  none: 'No frame is held. The kernels are at rest, or a program is waiting.',
  over: 'The run is over.',
  past: 'You are looking at the past. Go to the end to deal with frames.',
  bytes: (count: number) => `${count} B`,
  frame: (number: number) => `frame ${number}`,
  keysOf: (name: string) => `What becomes of ${name}`,
  calls: 'Before its next call',
  letRestPass: 'Let the rest pass',
  decisions: 'Decisions',
  undecided: 'nothing decided yet',
  decided: decidedEn,
  recorded: 'What became of this frame',
  forks: 'Any other key makes a new run that differs here.',
  noFork: 'Sent again only while the hand was thinking: a new run would not meet it.',
  rules: {
    acts: ruleActsEn,
    kinds: kindsEn,
    fault: faultEn,
    none: 'no rule: every frame passes',
    noneByHand: 'no rule: every frame waits for you',
    rule: (n: number) => `Rule ${n}`,
    act: 'what to do',
    host: 'sent by',
    anyHost: 'anybody',
    kind: 'kind',
    anyKind: 'any frame',
    which: 'which ones',
    all: 'all',
    whichHint: '1, 2-4 or 10%',
    delay: 'how long, in ms',
    rate: 'how fast, in kbit/s',
    until: 'until',
    untilHint: 'client data 2',
    add: 'Add a rule',
    remove: (n: number) => `Remove rule ${n}`,
    presets: 'Ready-made',
    choosePreset: 'choose…',
    asText: 'As text',
  },
};

const zh: typeof en = {
  acts: actsZh,
  title: '扣在网线上的帧',
  none: '没有扣住的帧。内核无事，或某个程序在等待。',
  over: '运行已结束。',
  past: '你在看过去。去结尾才能处置帧。',
  bytes: (count) => `${count} 字节`,
  frame: (number) => `第 ${number} 帧`,
  keysOf: (name) => `怎样处置 ${name}`,
  calls: '下一次调用之前',
  letRestPass: '其余都放行',
  decisions: '做过的决定',
  undecided: '还没有做过决定',
  decided: decidedZh,
  recorded: '这一帧的结局',
  forks: '按别的键，就从这里分叉出一次新的运行。',
  noFork: '这是思考时才重发的帧，新的运行里不会出现。',
  rules: {
    acts: ruleActsZh,
    kinds: kindsZh,
    fault: faultZh,
    none: '没有规则：所有帧都放行',
    noneByHand: '没有规则：所有帧都等你处置',
    rule: (n) => `规则 ${n}`,
    act: '做什么',
    host: '发送方',
    anyHost: '任何一方',
    kind: '种类',
    anyKind: '任何帧',
    which: '哪几个',
    all: '全部',
    whichHint: '1、2-4 或 10%',
    delay: '多久，毫秒',
    rate: '多快，kbit/s',
    until: '直到',
    untilHint: 'client data 2',
    add: '添加规则',
    remove: (n) => `删除规则 ${n}`,
    presets: '现成的',
    choosePreset: '请选择……',
    asText: '文字形式',
  },
};

export const cableWords: Dictionary<typeof en> = { en, zh };

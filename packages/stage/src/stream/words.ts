// What the stream drawing says by itself; all else comes from the trace.
import type { Language } from '../text.ts';
import type { RowName } from './moved.ts';

export interface StreamWords {
  /** The picture in words: bytes written, on the way, unread, read. */
  readonly figure: (from: string, to: string, cursor: number, counts: StreamCounts) => string;
  readonly none: string;
  readonly direction: (from: string, to: string, bytes: number | undefined) => string;
  readonly directions: string;
  readonly rows: Readonly<Record<RowName, string>>;
  readonly owners: Readonly<Record<RowName, (from: string, to: string) => string>>;
  /** Whose messages are, that another framer finds in the recorded bytes. */
  readonly decodedAnew: string;
  readonly bytes: (count: number) => string;
  readonly writeName: (number: number, call: string, bytes: number, step: number) => string;
  readonly takenOf: (taken: number, offered: number) => string;
  readonly unsent: (bytes: number) => string;
  readonly unacknowledged: (bytes: number) => string;
  readonly kept: (bytes: number) => string;
  readonly acknowledged: (bytes: number) => string;
  readonly unread: (bytes: number) => string;
  readonly hole: (bytes: number, behind: number) => string;
  readonly empty: string;
  readonly atStep: (step: number) => string;
  readonly underWay: string;
  readonly held: string;
  readonly lost: (reason: string) => string;
  readonly again: string;
  readonly segmentName: (bytes: number, state: string, step: number) => string;
  readonly arrivedAt: (step: number) => string;
  readonly notCaptured: string;
  readonly notTold: string;
  readonly arrivedOnly: (bytes: number) => string;
  readonly waits: (call: string) => string;
  readonly inCall: (call: string) => string;
  readonly parts: (parts: readonly Part[]) => string;
  readonly ended: (call: string) => string;
  readonly readName: (number: number, call: string, bytes: number, parts: string, step: number) => string;
  readonly messageName: (number: number, bytes: number, text: string, step: number) => string;
  readonly message: (number: number) => string;
  readonly refused: (reason: string) => string;
  readonly overview: (from: number, to: number, all: number) => string;
  readonly of: (bytes: number) => string;
  readonly legend: string;
}

/** Which part of a write a read got. */
type Share = 'whole' | 'start' | 'middle' | 'end';

export interface Part {
  readonly number: number;
  readonly share: Share;
}

interface StreamCounts {
  readonly writes: number;
  readonly written: number;
  readonly unacknowledged: number;
  readonly unread: number;
  readonly reads: number;
  readonly read: number;
  readonly messages: number;
}

const english: StreamWords = {
  figure: (from, to, cursor, counts) =>
    `Bytes from ${from} to ${to} at step ${cursor}: ${counted(counts.writes, 'write')}, ${counted(counts.written, 'byte')} written; ` +
    `${counts.unacknowledged} in the send buffer, ${counts.unread} in the receive buffer, ` +
    `${counts.read} read by ${counted(counts.reads, 'call')}; ${counted(counts.messages, 'message')} decoded.`,
  none: 'No bytes have been written to a TCP connection yet.',
  direction: (from, to, bytes) => `${from} → ${to}${bytes === undefined ? '' : ` · ${bytes} B`}`,
  directions: 'Direction of the stream',
  rows: {
    written: 'written',
    send: 'send buffer',
    cable: 'on the cable',
    receive: 'receive buffer',
    read: 'taken by recv',
    decoded: 'messages',
  },
  owners: {
    written: (from) => from,
    send: (from) => from,
    cable: () => 'segments',
    receive: (_, to) => to,
    read: (_, to) => to,
    decoded: (_, to) => `decoded by ${to}`,
  },
  decodedAnew: 'by another framer',
  bytes: (count) => `${count} B`,
  writeName: (number, call, bytes, step) => `Write ${number}: ${call}, ${counted(bytes, 'byte')}, go to step ${step}`,
  takenOf: (taken, offered) => `${taken} of ${offered}`,
  unsent: (bytes) => `${bytes} B not sent yet`,
  unacknowledged: (bytes) => `${bytes} B sent, not acknowledged`,
  kept: (bytes) => `${bytes} B; whether they were sent, nobody saw`,
  acknowledged: (bytes) => `${bytes} B acknowledged: let go`,
  unread: (bytes) => `${bytes} B not read yet`,
  hole: (bytes, behind) => `${bytes} B missing: ${behind} B behind them cannot be read`,
  empty: 'empty',
  atStep: (step) => `step ${step}`,
  underWay: 'under way',
  held: 'held',
  lost: (reason) => (reason === '' ? 'lost' : `lost: ${reason}`),
  again: 'again',
  segmentName: (bytes, state, step) => `Segment of ${counted(bytes, 'byte')}, ${state}, step ${step}`,
  arrivedAt: (step) => `arrived at step ${step}`,
  notCaptured: 'this run captured no segments',
  notTold: 'this run did not record how many bytes each call moved',
  arrivedOnly: (bytes) => `${bytes} B have arrived; who read them is not recorded`,
  waits: (call) => `${call} waits`,
  inCall: (call) => `in ${call}`,
  parts: (parts) => partsIn(parts, { whole: 'all of', start: 'start of', middle: 'middle of', end: 'end of' }, 'en'),
  ended: (call) => `${call} → 0: the end`,
  readName: (number, call, bytes, parts, step) =>
    `Read ${number}: ${call} got ${counted(bytes, 'byte')}${parts === '' ? '' : `, ${parts}`}, go to step ${step}`,
  messageName: (number, bytes, text, step) =>
    `Message ${number}, ${counted(bytes, 'byte')}: ${text}, go to step ${step}`,
  message: (number) => `message ${number}`,
  refused: (reason) => `refused: ${reason}`,
  overview: (from, to, all) => `Shown: bytes ${from} to ${to} of ${all}`,
  of: (bytes) => `${bytes} B in all`,
  legend: 'solid: here · pale: was here, or is kept as a copy · dashed: still to come · dotted line: recv cut a write',
};

const chinese: StreamWords = {
  figure: (from, to, cursor, counts) =>
    `第 ${cursor} 步，从${from}到${to}的字节：写入 ${counts.writes} 次，共 ${counts.written} 字节；` +
    `发送缓冲区 ${counts.unacknowledged} 字节，接收缓冲区 ${counts.unread} 字节，` +
    `${counts.reads} 次读取共取走 ${counts.read} 字节；解出 ${counts.messages} 条消息。`,
  none: '还没有任何字节写入 TCP 连接。',
  direction: (from, to, bytes) => `${from} → ${to}${bytes === undefined ? '' : ` · ${bytes} B`}`,
  directions: '字节流的方向',
  rows: {
    written: '程序写入',
    send: '发送缓冲区',
    cable: '网线上',
    receive: '接收缓冲区',
    read: 'recv 取走',
    decoded: '解出的消息',
  },
  owners: {
    written: (from) => from,
    send: (from) => from,
    cable: () => '报文段',
    receive: (_, to) => to,
    read: (_, to) => to,
    decoded: (_, to) => `由${to}解出`,
  },
  decodedAnew: '换一个成帧器',
  bytes: (count) => `${count} B`,
  writeName: (number, call, bytes, step) => `第 ${number} 次写入：${call}，${bytes} 字节，转到第 ${step} 步`,
  takenOf: (taken, offered) => `${offered} 中的 ${taken}`,
  unsent: (bytes) => `${bytes} B 尚未发出`,
  unacknowledged: (bytes) => `${bytes} B 已发出，未确认`,
  kept: (bytes) => `${bytes} B；是否已发出，没有观测到`,
  acknowledged: (bytes) => `${bytes} B 已确认，可以释放`,
  unread: (bytes) => `${bytes} B 尚未读取`,
  hole: (bytes, behind) => `缺 ${bytes} B：其后的 ${behind} B 还不能读`,
  empty: '空',
  atStep: (step) => `第 ${step} 步`,
  underWay: '途中',
  held: '被扣留',
  lost: (reason) => (reason === '' ? '丢失' : `丢失：${reason}`),
  again: '重传',
  segmentName: (bytes, state, step) => `${bytes} 字节的报文段，${state}，第 ${step} 步`,
  arrivedAt: (step) => `第 ${step} 步到达`,
  notCaptured: '本次运行没有捕获报文段',
  notTold: '本次运行没有记录每次调用的字节数',
  arrivedOnly: (bytes) => `${bytes} B 已到达；由谁读取没有记录`,
  waits: (call) => `${call} 等待中`,
  inCall: (call) => `正在 ${call}`,
  parts: (parts) => partsIn(parts, { whole: '全部', start: '的开头', middle: '的中段', end: '的末尾' }, 'zh'),
  ended: (call) => `${call} → 0：对方已结束`,
  readName: (number, call, bytes, parts, step) =>
    `第 ${number} 次读取：${call} 得到 ${bytes} 字节${parts === '' ? '' : `，${parts}`}，转到第 ${step} 步`,
  messageName: (number, bytes, text, step) => `消息 ${number}，${bytes} 字节：${text}，转到第 ${step} 步`,
  message: (number) => `消息 ${number}`,
  refused: (reason) => `被拒绝：${reason}`,
  overview: (from, to, all) => `所示为 ${all} 字节中的第 ${from} 至 ${to} 字节`,
  of: (bytes) => `共 ${bytes} B`,
  legend: '实色：在此处 · 浅色：曾在此处，或仍留有副本 · 虚框：尚未发生 · 点线：recv 切断了一次写入',
};

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Neighbours of which all was taken are named together, many of them by their ends: they are numbers in a row. */
function partsIn(parts: readonly Part[], words: Readonly<Record<Share, string>>, language: Language): string {
  const isChinese = language === 'zh';
  const whole = parts.filter(({ share }) => share === 'whole').map(({ number }) => `#${number}`);
  const said = (share: Share, numbers: string) =>
    isChinese ? `${numbers} ${words[share]}` : `${words[share]} ${numbers}`;
  const listed =
    whole.length > 3 ? `${whole[0]} ${isChinese ? '至' : 'to'} ${whole.at(-1)}` : whole.join(isChinese ? '、' : ', ');
  const texts = parts.flatMap(({ number, share }, index) => {
    if (share !== 'whole') return [said(share, `#${number}`)];
    return parts[index - 1]?.share === 'whole' ? [] : [said(share, listed)];
  });
  return texts.join(isChinese ? '，' : ', ');
}

export const streamWords: Readonly<Record<Language, StreamWords>> = { en: english, zh: chinese };

// What the sequence drawing says by itself; all else comes from the trace.
import { printedDuration } from '../printed.ts';
import type { Language } from '../text.ts';

interface SequenceWords {
  readonly figure: (cursor: number) => string;
  readonly step: string;
  readonly toldBy: string;
  readonly second: string;
  readonly host: (host: string) => string;
  readonly cable: string;
  readonly program: string;
  readonly kernel: string;
  readonly kernelOf: (host: string) => string;
  readonly stepName: (step: number) => string;
  readonly resent: (after: string) => string;
  readonly resentBriefly: (after: string) => string;
  readonly lost: (reason: string) => string;
  readonly inCall: (call: string) => string;
  readonly sleeping: string;
  readonly returns: string;
  readonly starts: (pid: number) => string;
  readonly exits: string;
  readonly earlier: (count: number) => string;
  readonly later: (count: number) => string;
  readonly runEnds: string;
  readonly agrees: string;
  readonly impliedOnly: string;
  readonly sendBuffer: string;
  readonly receiveBuffer: string;
  readonly acceptQueue: string;
  readonly unacknowledged: string;
  readonly unsent: string;
  readonly unread: string;
  readonly waitingDatagrams: string;
  readonly memoryNotPayload: string;
  readonly waiting: (waiting: number, limit: number) => string;
  readonly connection: (number: number) => string;
  readonly repeats: (step: number) => string;
  readonly stopped: Readonly<Record<'held' | 'delayed' | 'duplicated', string>>;
  readonly held: string;
  readonly heldFor: (us: number) => string;
  readonly timer: (timer: string, ms: number, retransmits: number) => string;
  readonly threwAway: (count: number) => string;
  readonly message: (number: number, bytes: number) => string;
  readonly refusedMessage: string;
  readonly because: (steps: readonly number[]) => string;
  readonly choose: string;
  readonly presentHere: string;
  readonly inFlight: string;
  readonly ofWindow: (bytes: string, window: string) => string;
  readonly zeroWindow: string;
  readonly congestionWindow: (segments: number) => string;
}

const english: SequenceWords = {
  figure: (cursor) => `Sequence diagram at step ${cursor}`,
  step: 'step',
  toldBy: 'told by',
  second: 's',
  host: (host) => host.toUpperCase(),
  cable: 'CABLE',
  program: 'program',
  kernel: 'kernel',
  kernelOf: (host) => `${host} kernel`,
  stepName: (step) => `step ${step}`,
  resent: (after) => `sent again after ${after}`,
  resentBriefly: (after) => `after ${after}`,
  lost: (reason) => (reason === '' ? 'lost' : reason),
  inCall: (call) => `in ${call}()`,
  sleeping: 'sleeping',
  returns: 'returns',
  starts: (pid) => `starts, pid ${pid}`,
  exits: 'ends',
  earlier: (count) => `${count} earlier`,
  later: (count) => `${count} more`,
  runEnds: 'the run ends',
  agrees: 'The kernel says it, and the segments imply it.',
  impliedOnly: 'The segments imply it; the kernel did not say it.',
  sendBuffer: 'send buffer',
  receiveBuffer: 'receive buffer',
  acceptQueue: 'accept queue',
  unacknowledged: 'sent, unacked',
  unsent: 'not sent yet',
  unread: 'not read yet',
  waitingDatagrams: 'waiting datagrams',
  memoryNotPayload: 'memory with its bookkeeping, not payload',
  waiting: (waiting, limit) => `${waiting} of ${limit}`,
  connection: (number) => `connection ${number}`,
  repeats: (step) => `sent again, first in step ${step}`,
  stopped: { held: 'held', delayed: 'delayed', duplicated: 'doubled' },
  held: 'HELD',
  heldFor: (us) => `held ${printedDuration(us)}`,
  timer: (timer, ms, retransmits) =>
    `${timersInEnglish[timer] ?? timer} ${shortDuration(ms)}${retransmits > 0 ? ` (${retransmits}×)` : ''}`,
  threwAway: (count) => `no room: ${count} lost`,
  message: (number, bytes) => `message ${number}, ${bytes} B`,
  refusedMessage: 'no message',
  because: (steps) => `Because: ${steps.map((step) => `step ${step}`).join(', then ')}`,
  choose: 'with the server:',
  presentHere: 'the present step',
  inFlight: 'in flight',
  ofWindow: (bytes, window) => `${bytes} of ${window} B`,
  zeroWindow: 'window 0: it may not send',
  congestionWindow: (segments) => `congestion window: ${segments} segments, by the kernel`,
};

/** The kernel's timers, as short as they must be beside a lifeline. */
const timersInEnglish: Readonly<Record<string, string>> = {
  retransmit: 'RTO',
  keepalive: 'keepalive',
  'fin-wait': 'FIN within',
  'time-wait': '2MSL',
  'zero-window-probe': 'persist',
};

const hostsInChinese: Readonly<Record<string, string>> = { client: '客户端', server: '服务器' };

const reasonsInChinese: Readonly<Record<string, string>> = { 'dropped by you': '被你丢弃' };

const chinese: SequenceWords = {
  figure: (cursor) => `第 ${cursor} 步的时序图`,
  step: '步',
  toldBy: '来源',
  second: '秒',
  host: (host) => hostsInChinese[host] ?? host,
  cable: '网线',
  program: '程序',
  kernel: '内核',
  kernelOf: (host) => `${hostsInChinese[host] ?? host}内核`,
  stepName: (step) => `第 ${step} 步`,
  resent: (after) => `${after} 后重发`,
  resentBriefly: (after) => `${after} 后`,
  lost: (reason) => (reason === '' ? '丢失' : (reasonsInChinese[reason] ?? reason)),
  inCall: (call) => `正在 ${call}()`,
  sleeping: '睡眠中',
  returns: '返回',
  starts: (pid) => `启动，pid ${pid}`,
  exits: '结束',
  earlier: (count) => `上面还有 ${count} 步`,
  later: (count) => `下面还有 ${count} 步`,
  runEnds: '运行结束',
  agrees: '内核如此报告，由报文段也可推知。',
  impliedOnly: '由报文段推知；内核没有报告。',
  sendBuffer: '发送缓冲区',
  receiveBuffer: '接收缓冲区',
  acceptQueue: '全连接队列',
  unacknowledged: '已发，未确认',
  unsent: '尚未发出',
  unread: '尚未读取',
  waitingDatagrams: '等待读取的数据报',
  memoryNotPayload: '占用的内存，含管理开销，不是数据的字节数',
  waiting: (waiting, limit) => `${waiting} / ${limit}`,
  connection: (number) => `连接 ${number}`,
  repeats: (step) => `重发，首次发送在第 ${step} 步`,
  stopped: { held: '被扣留', delayed: '被延迟', duplicated: '被复制' },
  held: '扣留',
  heldFor: (us) => `扣留 ${printedDuration(us)}`,
  timer: (timer, ms, retransmits) =>
    `${timersInChinese[timer] ?? timer} ${shortDuration(ms)}${retransmits > 0 ? `（${retransmits} 次）` : ''}`,
  threwAway: (count) => `缓冲区满，丢 ${count} 个`,
  message: (number, bytes) => `消息 ${number}，${bytes} B`,
  refusedMessage: '不成消息',
  because: (steps) => `起因：${steps.map((step) => `第 ${step} 步`).join('，然后')}`,
  choose: '与服务器通信：',
  presentHere: '当前步骤',
  inFlight: '在途',
  ofWindow: (bytes, window) => `${bytes} / ${window} B`,
  zeroWindow: '窗口为 0：不得发送',
  congestionWindow: (segments) => `拥塞窗口：${segments} 个报文段，内核所报`,
};

const timersInChinese: Readonly<Record<string, string>> = {
  retransmit: 'RTO',
  keepalive: '保活',
  'fin-wait': '限等 FIN',
  'time-wait': '2MSL',
  'zero-window-probe': '坚持',
};

function shortDuration(ms: number): string {
  return printedDuration(ms * 1000);
}

export const sequenceWords: Readonly<Record<Language, SequenceWords>> = { en: english, zh: chinese };

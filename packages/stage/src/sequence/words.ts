// What the sequence drawing says by itself; all else comes from the trace.
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
  readonly waiting: (waiting: number, limit: number) => string;
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
  waiting: (waiting, limit) => `${waiting} of ${limit}`,
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
  lost: (reason) => (reason === '' ? '丢失' : (reasonsInChinese[reason] ?? `丢失：${reason}`)),
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
  waiting: (waiting, limit) => `${waiting} / ${limit}`,
};

export const sequenceWords: Readonly<Record<Language, SequenceWords>> = { en: english, zh: chinese };

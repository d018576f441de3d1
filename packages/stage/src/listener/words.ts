// What the drawing of a listening socket says by itself.
import type { Language } from '../text.ts';

interface ListenerWords {
  readonly figure: (cursor: number) => string;
  readonly listens: string;
  readonly closed: string;
  readonly notYet: string;
  readonly outside: string;
  readonly nobody: string;
  readonly synQueue: string;
  readonly halfOpen: (count: number) => string;
  readonly acceptQueue: string;
  readonly waiting: (waiting: number, limit: number | undefined) => string;
  readonly full: string;
  readonly program: string;
  readonly inCall: (call: string) => string;
  readonly sleeps: string;
  readonly elsewhere: string;
  readonly accepted: (count: number) => string;
  readonly more: (count: number) => string;
  readonly counters: string;
  readonly handshakeDone: string;
  readonly takenOut: string;
  readonly remark: (ports: readonly number[], says: string) => string;
  readonly counter: (since: number) => string;
  readonly caller: {
    readonly onTheWay: string;
    readonly arrived: string;
    readonly unanswered: (times: readonly string[], waits: string) => string;
    readonly cookie: string;
    readonly believes: string;
    readonly halfOpen: string;
    readonly forged: string;
    readonly withCookie: string;
    readonly waits: string;
    readonly accepted: string;
    readonly refused: string;
    readonly gone: string;
  };
}

const english: ListenerWords = {
  figure: (cursor) => `The queues of the listening socket at step ${cursor}`,
  listens: 'listens',
  closed: 'is closed',
  notYet: 'Nobody listens yet.',
  outside: 'Outside',
  nobody: 'nobody',
  synQueue: 'SYN queue',
  halfOpen: (count) => `${count} half-open`,
  acceptQueue: 'accept queue',
  waiting: (waiting, limit) => (limit === undefined ? `${waiting}` : `${waiting} of ${limit}`),
  full: 'full: the kernel lets further SYNs fall',
  program: 'Program',
  inCall: (call) => `waits in ${call}()`,
  sleeps: 'sleeps: it accepts nobody',
  elsewhere: 'is not in accept()',
  accepted: (count) => `accepted: ${count}`,
  more: (count) => `+${count}`,
  counters: 'Counted by the kernel',
  handshakeDone: 'the last ACK arrives',
  takenOut: 'accept()',
  remark: (ports, says) => `${ports.length > 3 ? `${ports.length} of them` : ports.join(', ')}: ${says}`,
  counter: (since) => `+${since}`,
  caller: {
    onTheWay: 'its SYN is on the way',
    arrived: 'its SYN has arrived',
    unanswered: (times, waits) => `no answer; SYN sent at ${times.join(', ')} s; ${waits} s so far`,
    cookie: 'answered with a SYN cookie: takes no place',
    believes: 'holds itself connected; its last ACK has not counted here',
    halfOpen: 'the handshake is not done',
    forged: 'under an address that nobody has',
    withCookie: 'came by a SYN cookie, never had a place in the SYN queue',
    waits: 'connected; waits for accept()',
    accepted: 'the program has it',
    refused: 'refused: RST',
    gone: 'gave up',
  },
};

const chinese: ListenerWords = {
  figure: (cursor) => `第 ${cursor} 步时监听套接字的队列`,
  listens: '正在监听',
  closed: '已关闭',
  notYet: '还没有监听套接字。',
  outside: '门外',
  nobody: '没有人',
  synQueue: '半连接队列（SYN queue）',
  halfOpen: (count) => `半连接 ${count} 个`,
  acceptQueue: '全连接队列（accept queue）',
  waiting: (waiting, limit) => (limit === undefined ? `${waiting}` : `${waiting} / ${limit}`),
  full: '已满：内核丢弃后来的 SYN',
  program: '程序',
  inCall: (call) => `在 ${call}() 中等待`,
  sleeps: '在睡眠：谁也不接受',
  elsewhere: '不在 accept() 中',
  accepted: (count) => `已接受 ${count} 个`,
  more: (count) => `+${count}`,
  counters: '内核计数器',
  handshakeDone: '最后一个 ACK 到达',
  takenOut: 'accept()',
  remark: (ports, says) => `${ports.length > 3 ? `其中 ${ports.length} 个` : ports.join('、')}：${says}`,
  counter: (since) => `+${since}`,
  caller: {
    onTheWay: 'SYN 还在路上',
    arrived: 'SYN 已到达',
    unanswered: (times, waits) => `没有回答；在 ${times.join('、')} 秒发出 SYN，已等待 ${waits} 秒`,
    cookie: '以 SYN cookie 应答：不占位置',
    believes: '自认为已连接；它最后的 ACK 在这里还没有算数',
    halfOpen: '握手尚未完成',
    forged: '用的是没有人的地址',
    withCookie: '凭 SYN cookie 进来，从未占用半连接队列',
    waits: '已连接，等待 accept()',
    accepted: '已交给程序',
    refused: '被拒绝：RST',
    gone: '已放弃',
  },
};

export const listenerWords: Readonly<Record<Language, ListenerWords>> = { en: english, zh: chinese };

// What the diagram says in words. The names of states and events are the RFC's in every language.
import type { TcpState } from '@lockstep/trace';
import type { Language } from '../text.ts';

interface TcpStatesWords {
  readonly figure: (cursor: number) => string;
  readonly meaning: Readonly<Record<TcpState, string>>;
  readonly listening: string;
  readonly implied: string;
  readonly connections: string;
  readonly choose: (number: number, opener: string) => string;
  readonly presentHere: string;
  readonly moves: (host: string, from: string, to: string) => string;
  readonly because: {
    readonly arrived: (what: string, step: number) => string;
    readonly called: (call: string, step: number) => string;
    readonly sent: (what: string, step: number) => string;
    readonly waitedOut: string;
    readonly unknown: string;
  };
  readonly notYet: string;
  readonly left: (seconds: string) => string;
  readonly jump: string;
}

const english: TcpStatesWords = {
  figure: (cursor) => `TCP state diagram at step ${cursor}`,
  meaning: {
    CLOSED: 'there is no connection',
    LISTEN: 'waits for a SYN from anybody',
    'SYN-SENT': 'has asked for a connection, waits for the SYN,ACK',
    'SYN-RECEIVED': 'has answered a SYN, waits for the last ACK',
    ESTABLISHED: 'data can go both ways',
    'FIN-WAIT-1': 'has sent its FIN, waits for the ACK of it',
    'FIN-WAIT-2': 'its own side is closed; waits for the peer’s FIN',
    'CLOSE-WAIT': 'the peer has closed; its own program has not yet called close()',
    CLOSING: 'both have sent FIN at once; waits for the ACK',
    'LAST-ACK': 'has sent the second FIN, waits for the last ACK',
    'TIME-WAIT': 'all is said; waits until no old segment can still come',
  },
  listening: 'the listening socket stays in LISTEN',
  implied: 'implied by the segments; the kernel did not say it',
  connections: 'Connections',
  choose: (number, opener) => `Connection ${number}, opened by ${opener}`,
  presentHere: 'the present step is about it',
  moves: (host, from, to) => `${host}: ${from} → ${to}`,
  because: {
    arrived: (what, step) => `because ${what} arrived (step ${step})`,
    called: (call, step) => `because its program called ${call}() (step ${step})`,
    sent: (what, step) => `as it sent ${what} (step ${step})`,
    waitedOut: 'because twice the longest life of a segment (2MSL) is over',
    unknown: 'no segment and no call is known to have caused it',
  },
  notYet: 'No connection yet.',
  left: (seconds) => `${seconds} s of 2MSL left`,
  jump: 'rcv RST, or given up',
};

const chinese: TcpStatesWords = {
  figure: (cursor) => `第 ${cursor} 步的 TCP 状态图`,
  meaning: {
    CLOSED: '没有连接',
    LISTEN: '等待任何一方发来 SYN',
    'SYN-SENT': '已请求建立连接，等待 SYN,ACK',
    'SYN-RECEIVED': '已应答 SYN，等待最后一个 ACK',
    ESTABLISHED: '双方都可以收发数据',
    'FIN-WAIT-1': '已发出 FIN，等待对它的 ACK',
    'FIN-WAIT-2': '己方已关闭，等待对方的 FIN',
    'CLOSE-WAIT': '对方已关闭，己方程序还没有调用 close()',
    CLOSING: '双方同时发出 FIN，等待 ACK',
    'LAST-ACK': '已发出第二个 FIN，等待最后一个 ACK',
    'TIME-WAIT': '一切已结束，等到旧报文段不可能再出现',
  },
  listening: '监听套接字一直处于 LISTEN',
  implied: '由报文段推知，内核没有报告',
  connections: '连接',
  choose: (number, opener) => `连接 ${number}，由 ${opener} 发起`,
  presentHere: '当前步骤属于它',
  moves: (host, from, to) => `${host}：${from} → ${to}`,
  because: {
    arrived: (what, step) => `因为 ${what} 到达（第 ${step} 步）`,
    called: (call, step) => `因为它的程序调用了 ${call}()（第 ${step} 步）`,
    sent: (what, step) => `随着它发出 ${what}（第 ${step} 步）`,
    waitedOut: '因为已等满报文段最长寿命的两倍（2MSL）',
    unknown: '没有已知的报文段或调用引起它',
  },
  notYet: '还没有连接。',
  left: (seconds) => `2MSL 还剩 ${seconds} 秒`,
  jump: 'rcv RST，或放弃',
};

export const tcpStatesWords: Readonly<Record<Language, TcpStatesWords>> = { en: english, zh: chinese };

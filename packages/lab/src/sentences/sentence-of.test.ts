import { createTrace, type Fact, type Header, kindNames } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import type { Lab } from '../lab.ts';
import type { Language } from '../text.ts';
import { english } from './en.ts';
import { sentenceOf } from './sentence-of.ts';
import { chinese } from './zh.ts';

const header: Header = {
  format: 'lockstep',
  version: 1,
  run: 'r',
  lab: 'example',
  mode: 'stepped',
  knobs: {},
  seed: 0,
  actors: [],
  reality: { parts: [] },
  machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
  startedAt: '2026-01-01T00:00:00Z',
};

const names = new Map([
  ['t1', { en: 'thread 1', zh: '线程 1' }],
  ['t2', { en: 'thread 2', zh: '线程 2' }],
  ['client', { en: 'the client', zh: '客户端' }],
  ['client.kernel', { en: 'the client’s kernel', zh: '客户端内核' }],
  ['server.kernel', { en: 'the server’s kernel', zh: '服务器内核' }],
]);

const lab = {
  actorName: (actor: string) => names.get(actor) ?? { en: actor, zh: actor },
} as unknown as Lab;

/** The sentence of the last of these facts. */
function told(language: Language, ...facts: Fact[]): string {
  const trace = createTrace(header);
  for (const fact of facts) trace.append(fact);
  return sentenceOf(trace.event(trace.length - 1), { lab, trace, language });
}

const by = (actor: string) => ({ at: 0, actor, source: 'program' }) as const;
const lostUpdate: Fact[] = [
  { ...by('t1'), kind: 'value.read', name: 'total', value: 0 },
  { ...by('t2'), kind: 'value.read', name: 'total', value: 0 },
  { ...by('t1'), kind: 'value.written', name: 'total', value: 1, before: 0 },
  { ...by('t2'), kind: 'value.written', name: 'total', value: -1, before: 1 },
];
const segment = (flags: string, length = 0): Fact => ({
  ...by('client.kernel'),
  source: 'wire',
  kind: 'tcp.segment-sent',
  frame: 1,
  from: 'client',
  to: 'server',
  sourcePort: 40000,
  destinationPort: 9000,
  flags,
  sequence: 7,
  acknowledgment: 9,
  window: 100,
  length,
  bytes: '',
});
const kernel = { ...by('client.kernel'), source: 'kernel', socket: 'client:4→s:9' } as const;
const halfClosed: Fact = {
  ...kernel,
  kind: 'socket.state',
  local: 'c:4',
  remote: 's:9',
  state: 'FIN-WAIT-2',
  was: 'FIN-WAIT-1',
};
const timeWaitTimer: Fact = {
  ...kernel,
  kind: 'socket.timer',
  timer: 'time-wait',
  expiresMs: 60_000,
  retransmits: 0,
};
const datagram = (summary: string): Fact => ({
  ...by('client.kernel'),
  source: 'wire',
  kind: 'frame.sent',
  frame: 1,
  from: 'client',
  to: 'server',
  protocol: 'udp',
  summary,
  bytes: '',
});
const delivered: Fact = {
  ...by('server.kernel'),
  source: 'wire',
  cause: 0,
  kind: 'tcp.segment-delivered',
  frame: 1,
  to: 'server',
};

describe('a sentence', () => {
  test('exists for every kind in every language', () => {
    expect(Object.keys(english).sort()).toEqual([...kindNames].sort());
    expect(Object.keys(chinese).sort()).toEqual([...kindNames].sort());
  });

  test.each<[string, string, Fact[]]>([
    ['Thread 1 loads 0 from total.', '线程 1 从 total 读出 0。', lostUpdate.slice(0, 1)],
    ['Thread 1 stores 1 in total.', '线程 1 把 1 写入 total。', lostUpdate.slice(0, 3)],
    [
      'Thread 2 stores −1, from the 0 it read at step 2: thread 1’s store at step 3 is lost.',
      '线程 2 根据第 2 步读到的 0 写入 −1：线程 1 第 3 步的写入丢失。',
      lostUpdate,
    ],
    [
      'Thread 2 waits: thread 1 holds lock.',
      '线程 2 等待：线程 1 持有 lock。',
      [{ ...by('t2'), kind: 'thread.blocked', on: 'lock', holder: 't1' }],
    ],
    [
      'The client’s kernel sends SYN: it wants to connect, and starts counting at 7.',
      '客户端内核发出 SYN：请求连接，自己从 7 起计数。',
      [segment('SYN')],
    ],
    [
      'The client’s kernel stays in TIME-WAIT for 60.0 s.',
      '客户端内核停留在 TIME-WAIT，还有 60.0 秒。',
      [timeWaitTimer],
    ],
    [
      'The client’s kernel waits for the other end’s FIN for 60.0 s.',
      '客户端内核等待对方的 FIN，还有 60.0 秒。',
      [halfClosed, timeWaitTimer],
    ],
    ['The SYN arrives at the server’s kernel.', 'SYN 到达服务器内核。', [segment('SYN'), delivered]],
    ['The SYN+ACK arrives at the server’s kernel.', 'SYN+ACK 到达服务器内核。', [segment('SYN,ACK'), delivered]],
    ['The FIN arrives at the server’s kernel.', 'FIN 到达服务器内核。', [segment('FIN,ACK'), delivered]],
    [
      'The segment with 12 bytes arrives at the server’s kernel.',
      '带 12 字节的报文段到达服务器内核。',
      [segment('PSH,ACK', 12), delivered],
    ],
    [
      'The client’s kernel sends a UDP datagram of 5 bytes to port 9000.',
      '客户端内核向端口 9000 发出 UDP 数据报，5 字节。',
      [datagram('UDP 40000 → 9000 len=5')],
    ],
    [
      'The empty datagram arrives at the server’s kernel.',
      '空数据报到达服务器内核。',
      [datagram('UDP 40000 → 9000 len=0'), { ...delivered, kind: 'frame.delivered' }],
    ],
    [
      'The client’s kernel sends the last fragment: 1 byte, from byte 1480 on.',
      '客户端内核发出最后一个分片：从第 1480 字节起，共 1 字节。',
      [datagram('IPv4 10.0.0.1 → 10.0.0.2 UDP (17) fragment id=0x3d28 offset=1480 last len=1')],
    ],
    [
      'The server’s kernel counts 832 bytes of memory for waiting datagrams, its bookkeeping included.',
      '服务器内核为等待读取的数据报占用 832 字节内存，含管理开销。',
      [
        {
          ...by('server.kernel'),
          source: 'kernel',
          kind: 'socket.buffers',
          socket: 'server:udp:9000',
          sendBytes: 0,
          receiveBytes: 832,
        },
      ],
    ],
    [
      'The client calls connect(("10.0.0.2", 9000)).',
      '客户端调用 connect(("10.0.0.2", 9000))。',
      [{ ...by('client'), kind: 'call.entered', call: 'connect', detail: '("10.0.0.2", 9000)' }],
    ],
    [
      'connect() fails in the client: ConnectionRefusedError.',
      '客户端的 connect() 失败：ConnectionRefusedError。',
      [{ ...by('client'), kind: 'call.returned', call: 'connect', result: '', error: 'ConnectionRefusedError' }],
    ],
    [
      'Thread 2 waits for thread 1 to end, at most 50 ms.',
      '线程 2 等待线程 1 结束，最多 50 毫秒。',
      [{ ...by('t2'), kind: 'thread.blocked', on: 't1', holder: 't1', timeoutMs: 50 }],
    ],
    [
      'Thread 1 takes lock again: it now has it 2 times.',
      '线程 1 再次获得 lock，现在持有 2 层。',
      [{ ...by('t1'), kind: 'lock.acquired', lock: 'lock', depth: 2 }],
    ],
    [
      'Thread 1 does not get lock and goes on without it.',
      '线程 1 没有拿到 lock，直接继续。',
      [{ ...by('t1'), kind: 'lock.refused', lock: 'lock' }],
    ],
    [
      'Thread 1 notifies ready, but nobody is waiting: the notify is lost.',
      '线程 1 通知 ready，但没有人在等：这次通知丢失。',
      [{ ...by('t1'), kind: 'condition.notified', condition: 'ready', woken: '', waiters: 0 }],
    ],
    [
      'Thread 1 notifies ready: thread 1, thread 2 may wake up.',
      '线程 1 通知 ready：线程 1、线程 2 可以醒来。',
      [{ ...by('t1'), kind: 'condition.notified', condition: 'ready', woken: 't1,t2', waiters: 1 }],
    ],
    [
      'Thread 2 goes on although go is not set: its time ran out.',
      '线程 2 时间用完，go 仍未设置，只好继续。',
      [{ ...by('t2'), kind: 'event.waited', event: 'go', isSet: false }],
    ],
    [
      'Proved: none of 66468720 schedules breaks it; 31 of them had to be run.',
      '已证明：66468720 种调度都不会使它出错，只需运行其中 31 种。',
      [{ ...by('main'), kind: 'search.finished', verdict: 'proof', tried: 31, pruned: 0, all: 66_468_720 }],
    ],
    [
      'Not found within 10 schedules; the search reached its limit of time.',
      '试了 10 种调度仍未找到，搜索到达时间上限。',
      [{ ...by('main'), kind: 'search.finished', verdict: 'bounded', tried: 10, pruned: 0, limit: 'time' }],
    ],
    [
      'Found: schedule 2 breaks it.',
      '找到了：第 2 种调度使它出错。',
      [{ ...by('main'), kind: 'search.finished', verdict: 'bug', tried: 2, pruned: 0, schedule: '1212' }],
    ],
  ])('reads: %s', (en, zh, facts) => {
    expect(told('en', ...facts)).toBe(en);
    expect(told('zh', ...facts)).toBe(zh);
  });

  test('of the lab comes before the shared one', () => {
    const trace = createTrace(header);
    trace.append(lostUpdate[0] as Fact);
    const own: Lab = { ...lab, sentence: (event, _, language) => `${language} ${event.kind}` };
    expect(sentenceOf(trace.event(0), { lab: own, trace, language: 'zh' })).toBe('zh value.read');
  });
});

import type { Prediction } from '@lockstep/lab';
import { died, heard, leaves, ready, spun } from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'what-recv',
    modes: ['free'],
    question: {
      en: 'The client goes, as the knob says. What does the server’s recv() do?',
      zh: '客户端照旋钮所选的方式离开。服务器的 recv() 会怎样？',
    },
    choices: [
      { id: 'waits', text: { en: 'it goes on waiting', zh: '继续等' } },
      { id: 'empty', text: { en: 'it returns b""', zh: '返回 b""' } },
      { id: 'error', text: { en: 'it raises an error', zh: '抛出异常' } },
    ],
    answer(trace) {
      const told = heard(trace);
      if (!told || !leaves(trace)) return undefined;
      return { choice: told.error === undefined ? 'empty' : 'error', seq: told.seq };
    },
    afterwards: {
      en: 'Whatever ends a program, its kernel closes its sockets. FIN becomes b"", RST becomes ConnectionResetError. Only a machine or a cable that dies says nothing.',
      zh: '不管程序怎么结束，内核都会替它关闭套接字。FIN 变成 b""，RST 变成 ConnectionResetError。只有整台机器或网线断了，才没有声音。',
    },
  },
  {
    id: 'fate',
    modes: ['free'],
    question: { en: 'And what becomes of the server?', zh: '那么服务器会怎样？' },
    choices: [
      { id: 'ready', text: { en: 'it is ready for the next client', zh: '准备好接下一个客户端' } },
      { id: 'spins', text: { en: 'it reads nothing, again and again', zh: '一遍又一遍地读到空' } },
      { id: 'dies', text: { en: 'it dies of an error', zh: '因异常而死' } },
    ],
    answer(trace) {
      const [dead, spins, goesOn] = [died(trace), spun(trace), ready(trace)];
      if (dead) return { choice: 'dies', seq: dead.seq };
      if (spins) return { choice: 'spins', seq: spins.seq };
      return goesOn && { choice: 'ready', seq: goesOn.seq };
    },
    afterwards: {
      en: 'Tests have polite clients. In a server’s life somebody pulls out the plug every day, and each way of going needs its own line of care.',
      zh: '测试时的客户端都很有礼貌。真实的服务器每天都会遇到有人拔线，每一种离开的方式都要有一行代码来对付。',
    },
  },
];

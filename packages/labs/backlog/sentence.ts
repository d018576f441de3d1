import type { Language, Text } from '@lockstep/lab';
import { type EventOf, endOfAddress, hostOf, type Trace, type TraceEvent } from '@lockstep/trace';
import { type Attempt, attemptsOf } from './attempts.ts';

/** One program plays all the clients: its sentences say which one. */
export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  return textOf(event, trace)?.[language];
}

function textOf(event: TraceEvent, trace: Trace): Text | undefined {
  switch (event.kind) {
    case 'socket.state':
      return ofState(event, trace);
    case 'tcp.segment-sent':
      return event.flags === 'SYN' ? ofSyn(event, trace) : undefined;
    case 'call.returned':
      return ofReturn(event, trace);
    case 'kernel.counted':
      return ofCounter(event);
    default:
      return undefined;
  }
}

function ofState({ actor, local, remote, state, was }: EventOf<'socket.state'>, trace: Trace): Text | undefined {
  const isServer = hostOf(actor) === 'server';
  const client = attemptAt(trace, endOfAddress(isServer ? remote : local).port);
  if (!client) return undefined;
  const [en, zh] = [`Client ${client.number}`, `客户端 ${client.number} `];
  if (isServer && state === 'SYN-RECEIVED')
    return {
      en: `${en} is in the SYN queue, says the server’s kernel: ${state}.`,
      zh: `服务器内核报告：${zh}进了半连接队列，${state}。`,
    };
  if (isServer && state === 'ESTABLISHED')
    return {
      en: `${en} is in the accept queue, says the server’s kernel: ${state}.`,
      zh: `服务器内核报告：${zh}进了全连接队列，${state}。`,
    };
  if (!isServer && state === 'SYN-SENT')
    return {
      en: `${en} begins to connect, from port ${client.port}: ${state}.`,
      zh: `${zh}从端口 ${client.port} 开始连接：${state}。`,
    };
  if (!isServer && state === 'ESTABLISHED')
    return { en: `${en} is connected, says its own kernel: ${state}.`, zh: `客户端内核报告：${zh}已连上，${state}。` };
  return {
    en: `${en}, ${isServer ? 'at the server' : 'at its own end'}: ${state}, after ${was}.`,
    zh: `${zh}的连接，${isServer ? '服务器一端' : '自己一端'}：${was} 之后是 ${state}。`,
  };
}

function ofSyn({ seq, sourcePort }: EventOf<'tcp.segment-sent'>, trace: Trace): Text | undefined {
  const client = attemptAt(trace, sourcePort);
  if (!client) return undefined;
  const count = client.syns.findIndex((syn) => syn.seq === seq) + 1;
  return count > 1
    ? {
        en: `SYN number ${count} of client ${client.number} leaves: no answer has come.`,
        zh: `客户端 ${client.number} 的第 ${count} 个 SYN 发出：此前没有应答。`,
      }
    : { en: `The SYN of client ${client.number} leaves.`, zh: `客户端 ${client.number} 的 SYN 发出。` };
}

function ofReturn({ call, result, error, seq }: EventOf<'call.returned'>, trace: Trace): Text | undefined {
  const begun = attemptsOf(trace).findLast((attempt) => attempt.begun.seq < seq)?.number;
  if (call === 'connect' && error?.startsWith('BlockingIOError') && begun !== undefined)
    return {
      en: `connect() does not wait for client ${begun}: BlockingIOError, in progress.`,
      zh: `connect() 不等客户端 ${begun}：BlockingIOError，正在进行。`,
    };
  const taken = call === 'accept' ? attemptAt(trace, Number(/(\d+)\)\)$/.exec(result)?.[1])) : undefined;
  return (
    taken && {
      en: `accept() gives client ${taken.number} to the server.`,
      zh: `accept() 把客户端 ${taken.number} 交给服务器程序。`,
    }
  );
}

function ofCounter({ counter, value }: EventOf<'kernel.counted'>): Text | undefined {
  switch (counter) {
    case 'TcpExt.ListenOverflows':
      return {
        en: `The server’s kernel found its accept queue full: ListenOverflows ${value}.`,
        zh: `服务器内核发现全连接队列满了：ListenOverflows ${value}。`,
      };
    case 'TcpExt.ListenDrops':
      return {
        en: `The server’s kernel dropped it: ListenDrops ${value}.`,
        zh: `服务器内核把它丢掉了：ListenDrops ${value}。`,
      };
    default:
      return undefined;
  }
}

function attemptAt(trace: Trace, port: number): Attempt | undefined {
  return attemptsOf(trace).find((attempt) => attempt.port === port);
}

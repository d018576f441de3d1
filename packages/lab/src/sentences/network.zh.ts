// 程序的系统调用、网线，以及内核对套接字的说明。
import { assertNever, type EventOf, isFinWaitTimer, type Kind } from '@lockstep/trace';
import { BY_HAND } from '../cable/by-hand.ts';
import { contentsOf } from '../frame-contents.ts';
import { type SentencesOf, spokenFlags, type Teller } from './teller.ts';

type NetworkKind = Extract<
  Kind,
  | `call.${string}`
  | `message.${string}`
  | `tcp.${string}`
  | `frame.${string}`
  | `switch.${string}`
  | `socket.${string}`
  | `kernel.${string}`
  | `process.${string}`
>;

export const networkInChinese: SentencesOf<NetworkKind> = {
  'call.entered': ({ actor, call, detail }, tell) =>
    call === 'sleep' ? `${tell.name(actor)}睡眠 ${detail}。` : `${tell.name(actor)}调用 ${call}(${detail})。`,
  'call.returned': returns,
  'message.decoded': ({ actor, number, length, text }, tell) =>
    `${tell.name(actor)}取出第 ${number} 条消息，${length} 字节：“${short(text)}”。`,
  'message.refused': ({ actor, reason }, tell) => `${tell.name(actor)}拒绝收到的内容：${reason}。`,

  'tcp.segment-sent': (segment, tell) => `${tell.kernel(segment.from)}发出${meaning(segment)}。`,
  'tcp.segment-delivered': (event, tell) => {
    const segment = tell.segment(event);
    return `${segment ? named(segment) : `第 ${event.frame} 帧`}到达${tell.kernel(event.to)}。`;
  },
  'tcp.segment-dropped': (event, tell) => {
    const segment = tell.segment(event);
    return `${segment ? named(segment) : `第 ${event.frame} 帧`}在网线上丢失：${why(event)}。`;
  },
  'frame.sent': (event, tell) => `${tell.kernel(event.from)}${sendsDatagram(event)}。`,
  'frame.delivered': (event, tell) => `${namedFrame(event, tell)}到达${tell.kernel(event.to)}。`,
  'frame.dropped': (event, tell) => `${namedFrame(event, tell)}在网线上丢失：${why(event)}。`,
  'frame.held': (event, tell) => `网线扣住${inside(event, tell)}：${why(event)}。`,
  'frame.delayed': (event, tell) => `网线把${inside(event, tell)}推迟 ${event.ms} 毫秒：${why(event)}。`,
  'frame.duplicated': (event, tell) => `网线把${inside(event, tell)}复制了一份：${why(event)}。`,
  'switch.learned': ({ mac, host }) => `交换机学到：${mac} 在 ${host} 的端口上。`,
  'switch.flooded': ({ frame, to }) => `交换机不知道第 ${frame} 帧该去哪里，于是发往 ${to}。`,

  'socket.state': ({ actor, state, was }, tell) => `${tell.name(actor)}报告：${was} 之后是 ${state}。`,
  'socket.buffers': (event, tell) => `${tell.name(event.actor)}${holds(event)}。`,
  'socket.accept-queue': ({ actor, waiting, limit }, tell) =>
    `${tell.name(actor)}的全连接队列中有 ${waiting} 个连接等待 accept()，上限 ${limit}。`,
  'socket.timer': timed,
  'socket.dropped': ({ actor, count }, tell) => `${tell.name(actor)}已丢弃 ${count} 个数据报：接收缓冲区满了。`,
  'tcp.measured': ({ actor, rttUs, congestionWindow, unacknowledged }, tell) =>
    `${tell.name(actor)}测得：往返 ${milliseconds(rttUs)}，拥塞窗口 ${congestionWindow}，在途 ${unacknowledged} 个。`,
  'kernel.counted': ({ actor, counter, value, before }, tell) =>
    `${tell.name(actor)}的计数器 ${counter}：${before} 之后是 ${value}。`,

  'process.started': ({ actor, pid }, tell) => `${tell.name(actor)}作为进程 ${pid} 启动。`,
  'process.exited': ({ actor, code, signal }, tell) =>
    `${tell.name(actor)}进程结束${signal ? `，由信号 ${signal} 终止` : code ? `，退出码 ${code}` : ''}。`,
};

function returns(event: EventOf<'call.returned'>, tell: Teller): string {
  const who = tell.name(event.actor);
  if (event.error !== undefined) return `${who}的 ${event.call}() 失败：${brief(event.error)}。`;
  if (event.call === 'sleep') return `${who}醒来。`;
  const result = event.result === '' || event.result === 'None' ? '' : `，得到 ${event.result}`;
  return `${who}的 ${event.call}() 返回${result}。`;
}

/** 类名与错误号；操作系统的英文说明太长。 */
function brief(error: string): string {
  return error.replace(/: \[Errno (\d+)\].*$/, '（errno $1）');
}

function meaning(segment: EventOf<'tcp.segment-sent'>): string {
  const flags = new Set(segment.flags.split(','));
  if (flags.has('RST')) return ' RST：连接立即终止';
  if (flags.has('SYN') && flags.has('ACK')) return ` SYN 与 ACK：同意连接，自己从 ${segment.sequence} 起计数`;
  if (flags.has('SYN')) return ` SYN：请求连接，自己从 ${segment.sequence} 起计数`;
  if (flags.has('FIN')) return ' FIN：不再有数据要发';
  if (segment.length > 0) return ` ${segment.length} 字节数据`;
  return ` ACK：${segment.acknowledgment} 之前的都已收到`;
}

function named(segment: EventOf<'tcp.segment-sent'>): string {
  return segment.length > 0 ? `带 ${segment.length} 字节的报文段` : spokenFlags(segment);
}

/** 句中对网线所处理之帧的称呼。 */
function inside(event: { readonly frame: number; readonly cause?: number }, tell: Teller): string {
  const segment = tell.segment(event);
  return segment ? named(segment) : namedFrame(event, tell);
}

function sendsDatagram(event: EventOf<'frame.sent'>): string {
  const contents = contentsOf(event);
  switch (contents?.kind) {
    case 'datagram':
      if (contents.isFragment) return `发出第一个分片，整个 UDP 数据报有 ${contents.length} 字节`;
      if (contents.length === 0) return `向端口 ${contents.destinationPort} 发出一个空的 UDP 数据报`;
      return `向端口 ${contents.destinationPort} 发出 UDP 数据报，${contents.length} 字节`;
    case 'fragment':
      return `发出${contents.isLast ? '最后一个' : '又一个'}分片：从第 ${contents.offset} 字节起，共 ${contents.length} 字节`;
    case 'port-unreachable':
      return `用 ICMP 回答：端口不可达，UDP 端口 ${contents.port} 上没有人`;
    case undefined:
      return `发出 ${event.summary}`;
    default:
      return assertNever(contents);
  }
}

/** 不是 TCP 的帧在句中的称呼。 */
function namedFrame(event: { readonly frame: number; readonly cause?: number }, tell: Teller): string {
  const contents = tell.carried(event);
  switch (contents?.kind) {
    case 'datagram':
      if (contents.isFragment) return '第一个分片';
      return contents.length === 0 ? '空数据报' : `${contents.length} 字节的数据报`;
    case 'fragment':
      return `从第 ${contents.offset} 字节起的分片`;
    case 'port-unreachable':
      return 'ICMP 消息“端口不可达”';
    case undefined:
      return `第 ${event.frame} 帧`;
    default:
      return assertNever(contents);
  }
}

/** /proc/net/udp 数的是内存，含内核自己的管理开销；TCP 数的是程序的字节。 */
function holds({ socket, sendBytes, receiveBytes }: EventOf<'socket.buffers'>): string {
  if (!socket.includes(':udp:')) return `有 ${sendBytes} 字节待发送或待确认，${receiveBytes} 字节待读取`;
  if (sendBytes > 0) return `为正在发送的数据报占用 ${sendBytes} 字节内存，含管理开销`;
  if (receiveBytes === 0) return '不再有数据报等待读取';
  return `为等待读取的数据报占用 ${receiveBytes} 字节内存，含管理开销`;
}

/** 规则照原文，手动则说手动。 */
function why({ reason }: { readonly reason: string }): string {
  return reason === BY_HAND ? '手动' : reason;
}

function timed(event: EventOf<'socket.timer'>, tell: Teller): string {
  const { actor, timer, expiresMs, retransmits } = event;
  const what = isFinWaitTimer(tell.trace, event) ? '等待对方的 FIN' : (TIMERS[timer] ?? `设定定时器 ${timer}`);
  const howLong = timer === 'none' ? '' : `，还有 ${seconds(expiresMs)}`;
  return `${tell.name(actor)}${what}${howLong}${retransmits > 0 ? `，已重发 ${retransmits} 次` : ''}。`;
}

const TIMERS: Readonly<Record<string, string>> = {
  none: '不再等待任何定时器',
  retransmit: '等待确认',
  keepalive: '将询问对方是否还在',
  'time-wait': '停留在 TIME-WAIT',
  'zero-window-probe': '将询问窗口是否重新打开',
};

function seconds(ms: number): string {
  return ms < 1000 ? `${ms} 毫秒` : `${(ms / 1000).toFixed(1)} 秒`;
}

function milliseconds(us: number): string {
  return `${(us / 1000).toFixed(us < 10_000 ? 1 : 0)} 毫秒`;
}

const LONGEST_TEXT = 20;

function short(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

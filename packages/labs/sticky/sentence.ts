import type { Language } from '@lockstep/lab';
import type { EventOf, Trace, TraceEvent } from '@lockstep/trace';
import { type Part, readAt, type Share, writtenOf } from './readings.ts';
import { type Story, settingOf } from './setting.ts';

/** What the server writes, which parts of it a read holds, and what the client takes them for. */
export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  switch (event.kind) {
    case 'call.entered':
      return event.actor === 'server' && event.call === 'sendall' ? writes(event, trace, language) : undefined;
    case 'call.returned':
      return event.actor === 'client' && event.call === 'recv' ? gets(event, trace, language) : undefined;
    case 'message.decoded':
      return takes(event, trace, language);
    default:
      return undefined;
  }
}

const NOUN: Readonly<Record<Story, Readonly<Record<Language, string>>>> = {
  results: { en: 'answer', zh: '答复' },
  burst: { en: 'message', zh: '消息' },
};

function nounIn(trace: Trace, language: Language): string {
  return NOUN[settingOf(trace.header.knobs, trace.header.mode).story][language];
}

function writes({ seq }: EventOf<'call.entered'>, trace: Trace, language: Language): string | undefined {
  const message = writtenOf(trace).find((written) => written.seq === seq);
  if (!message) return undefined;
  const noun = nounIn(trace, language);
  return language === 'en'
    ? `The server hands ${noun} ${message.number} to its kernel: sendall(${bytes(message.length)}).`
    : `服务器程序把${noun} ${message.number} 交给内核：sendall()，${message.length} 字节。`;
}

function gets({ seq }: EventOf<'call.returned'>, trace: Trace, language: Language): string | undefined {
  const read = readAt(trace, seq);
  if (!read) return undefined;
  const parts = partsIn(read.parts, nounIn(trace, language), language);
  return language === 'en'
    ? `recv() gives the client ${bytes(read.length)}: ${parts}.`
    : `recv() 给客户端 ${read.length} 字节：${parts}。`;
}

function takes(event: EventOf<'message.decoded'>, trace: Trace, language: Language): string {
  const isAnswer = settingOf(trace.header.knobs, trace.header.mode).story === 'results';
  if (language === 'zh')
    return isAnswer
      ? `客户端把这 ${event.length} 字节当作“${event.text}”的答复。`
      : `客户端把这 ${event.length} 字节当作消息 ${event.number}。`;
  return isAnswer
    ? `The client takes these ${bytes(event.length)} for the answer to “${event.text}”.`
    : `The client takes these ${bytes(event.length)} for message ${event.number}.`;
}

const SHARES: Readonly<Record<Language, Readonly<Record<Share, string>>>> = {
  en: { whole: 'all of', start: 'the start of', middle: 'the middle of', end: 'the end of' },
  zh: { whole: '整条', start: '开头', middle: '中段', end: '结尾' },
};

/** Whole messages that follow each other are named together: “all of 2 to 5”. */
function partsIn(parts: readonly Part[], noun: string, language: Language): string {
  const runs: { share: Share; from: number; to: number }[] = [];
  for (const { message, share } of parts) {
    const last = runs.at(-1);
    if (last?.share === 'whole' && share === 'whole') last.to = message;
    else runs.push({ share, from: message, to: message });
  }
  const said = runs.map(({ share, from, to }, index) => {
    const word = SHARES[language][share];
    if (language === 'zh') return `${noun} ${from === to ? from : `${from}–${to}`} 的${word}`;
    return `${word} ${index === 0 ? `${noun} ` : ''}${from === to ? from : `${from} ${to === from + 1 ? 'and' : 'to'} ${to}`}`;
  });
  return said.join(language === 'zh' ? '、' : ', ');
}

function bytes(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'byte' : 'bytes'}`;
}

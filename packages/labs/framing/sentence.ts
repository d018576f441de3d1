import type { Language } from '@lockstep/lab';
import type { EventOf, Trace, TraceEvent } from '@lockstep/trace';
import { plannedFor, sendsOf, settingIn } from './readings.ts';
import { reasonIn } from './reason-in.ts';

/** What a framing adds to a message, and what a framer makes of bytes. Long contents are counted, not printed. */
export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  switch (event.kind) {
    case 'call.entered':
      return event.actor === 'server' && event.call === 'sendall' ? sends(event, trace, language) : undefined;
    case 'call.returned':
      return event.actor === 'client' && event.call === 'recv' ? gets(event, language) : undefined;
    case 'message.decoded':
      return decodes(event, language);
    case 'message.refused':
      return language === 'en'
        ? `The client refuses: ${event.reason}.`
        : `客户端拒绝：${reasonIn(event.reason, language)}。`;
    default:
      return undefined;
  }
}

function sends({ seq }: EventOf<'call.entered'>, trace: Trace, language: Language): string | undefined {
  const index = sendsOf(trace).findIndex((call) => call.seq === seq);
  const sent = plannedFor(settingIn(trace))[index];
  if (!sent) return undefined;
  const { number, headerLength, length } = sent;
  const added = headerLength > 0 ? headerLength : length - sent.text.length;
  if (language === 'zh') return `服务器程序把消息 ${number} 交给内核：${length} 字节，其中 ${added} 字节用于成帧。`;
  return `The server hands message ${number} to its kernel: ${bytes(length)}, ${added} of them framing.`;
}

function gets({ bytes: count = 0, result }: EventOf<'call.returned'>, language: Language): string | undefined {
  if (count === 0) return undefined;
  const shown = result.length <= MOST_SHOWN && !result.includes(' ') ? `: ${result}` : '';
  return language === 'en'
    ? `recv() gives the client ${bytes(count)}${shown}.`
    : `recv() 给客户端 ${count} 字节${shown && `：${result}`}。`;
}

const MOST_SHOWN = 30;

function decodes({ number, length, text }: EventOf<'message.decoded'>, language: Language): string {
  const said = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
  return language === 'en'
    ? `The framer has message ${number}, ${bytes(length)}: “${said}”.`
    : `成帧器取出消息 ${number}，${length} 字节：“${said}”。`;
}

const MOST_TEXT = 24;

function bytes(count: number): string {
  return `${count} ${count === 1 ? 'byte' : 'bytes'}`;
}

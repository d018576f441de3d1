// Sentences about room: who has none, who asks for it, who waits for it.
import type { Language } from '@lockstep/lab';
import type { EventOf, Trace, TraceEvent } from '@lockstep/trace';
import { opened, probes, shut, waiting } from './readings.ts';

type Say = (en: string, zh: string) => string;

export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  const say: Say = (en, zh) => (language === 'en' ? en : zh);
  switch (event.kind) {
    case 'call.entered':
      return entered(event, trace, say);
    case 'call.returned':
      return returned(event, say);
    case 'tcp.segment-sent':
      return sent(event, trace, say);
    default:
      return undefined;
  }
}

function entered({ actor, call, bytes = 0, seq }: EventOf<'call.entered'>, trace: Trace, say: Say): string | undefined {
  if (actor !== 'client' || call !== 'send') return undefined;
  return waiting(trace)?.entered.seq === seq
    ? say(
        `The client calls send() with ${bytes} bytes. They do not all fit: it has to wait.`,
        `客户端程序用 ${bytes} 字节调用 send()。放不下，只好等。`,
      )
    : say(`The client calls send() with ${bytes} bytes.`, `客户端程序用 ${bytes} 字节调用 send()。`);
}

function returned({ actor, call, bytes, error }: EventOf<'call.returned'>, say: Say): string | undefined {
  if (error !== undefined || bytes === undefined) return undefined;
  if (actor === 'client' && call === 'send')
    return say(`send() has taken ${bytes} bytes from the client.`, `send() 从客户端程序收下 ${bytes} 字节。`);
  if (actor === 'server' && call === 'recv' && bytes > 0)
    return say(`recv() gives ${bytes} bytes to the server.`, `recv() 给了服务器程序 ${bytes} 字节。`);
  return undefined;
}

function sent(segment: EventOf<'tcp.segment-sent'>, trace: Trace, say: Say): string | undefined {
  if (probes(trace).some(({ seq }) => seq === segment.seq))
    return say(
      'The client’s kernel asks, without data, whether there is room.',
      '客户端内核不带数据地问：有空位了吗？',
    );
  if (segment.seq === opened(trace)?.seq)
    return say('The server’s kernel says that there is room again.', '服务器内核说：又有空位了。');
  const closed = shut(trace);
  if (closed && segment.from === 'server' && segment.window === 0 && segment.seq >= closed.seq)
    return say('The server’s kernel says: window 0, no room.', '服务器内核说：窗口为 0，没有空位。');
  return undefined;
}

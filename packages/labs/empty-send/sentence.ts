// Two events of this lab deserve more than the shared words: the send of nothing, and the end that never comes.
import type { Language } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';
import { emptySent, serverWaits } from './readings.ts';

export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  if (event.kind === 'call.returned' && event.seq === emptySent(trace)?.seq)
    return language === 'en'
      ? 'send() returns to the client with 0: there was nothing to copy.'
      : '客户端程序的 send() 返回 0：没有东西可拷贝。';
  if (event.kind === 'run.ended' && event.reason === 'deadlock' && serverWaits(trace))
    return language === 'en'
      ? 'Nobody can go on: client and server each wait in recv() for the other.'
      : '谁都无法继续：客户端和服务器都在 recv() 里等对方。';
  return undefined;
}

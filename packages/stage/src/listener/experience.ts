import { assertNever, type Caller } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { listenerWords } from './words.ts';

/** What a caller goes through, in words: where it is, and what it knows of it. */
export function experienceOf(caller: Caller, nowUs: number, language: Language): string {
  const words = listenerWords[language].caller;
  const first = caller.syns[0]?.at ?? nowUs;
  switch (caller.place) {
    case 'on-the-way':
      return caller.arrived > 0 ? words.arrived : words.onTheWay;
    case 'unanswered': {
      const times = caller.syns.map(({ at }) => seconds(at - first));
      return words.unanswered(times, seconds(nowUs - first));
    }
    case 'syn-queue':
      if (caller.isForged) return words.forged;
      return caller.believesConnected ? words.believes : words.halfOpen;
    case 'cookie':
      return words.cookie;
    case 'accept-queue':
      return caller.withCookie ? words.withCookie : words.waits;
    case 'accepted':
      return words.accepted;
    case 'refused':
      return words.refused;
    case 'gone':
      return caller.error ?? words.gone;
    default:
      return assertNever(caller.place);
  }
}

/** With one decimal, none for a whole number of seconds. */
function seconds(us: number): string {
  const tenths = Math.round(us / 100_000);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

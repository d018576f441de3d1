import type { Language } from '@lockstep/lab';
import { visible } from './bytes.ts';
import { createFramer, type Framed, type Framing } from './framers.ts';
import { reasonIn } from './reason-in.ts';

/** What a framer says after each read, in words for the screen. */
export function decodeAnew(
  framing: Framing,
  language: Language,
): (reads: readonly Uint8Array[]) => readonly (readonly Framed[])[] {
  return (reads) => {
    const framer = createFramer(framing);
    return reads.map((data) =>
      framer
        .feed(data)
        .map((framed) =>
          framed.kind === 'message'
            ? { ...framed, text: visible(framed.text) }
            : { ...framed, reason: reasonIn(visible(framed.reason), language) },
        ),
    );
  };
}

import type { Lab, Text } from '@lockstep/lab';
import type { Header, TraceEvent } from '@lockstep/trace';
import { captureWords } from '../words/capture-words.ts';
import { CAPTURE } from './capture-id.ts';

/** What stands for a lab where the trace is that of a file: no knobs, nothing to run. */
export function captureLab(header: Header): Lab {
  const file = String(header.knobs['file'] ?? header.run);
  return {
    id: CAPTURE,
    track: 'B',
    place: 0,
    title: { en: file, zh: file },
    summary: both('fromFile'),
    caption: both('caption'),
    sign: 'sequence',
    modes: ['free'],
    knobs: [],
    actors: () => header.actors,
    actorName: (id) => nameOf(header, id),
    moments: [],
    predictions: [],
    claims: [],
    golden: [],
    sentence: (event, _, language) => sentenceOf(event, header, language),
  };
}

/** A host goes by its address. */
function nameOf(header: Header, id: string): Text {
  if (id === 'cable') return both('cable');
  const address = header.actors.find((actor) => actor.id === id)?.address ?? id;
  return { en: address, zh: address };
}

function sentenceOf(event: TraceEvent, header: Header, language: keyof Text): string | undefined {
  switch (event.kind) {
    case 'tcp.segment-delivered':
    case 'frame.delivered':
      return captureWords[language].arrives(nameOf(header, `${event.to}.kernel`)[language]);
    default:
      return undefined;
  }
}

function both(word: 'fromFile' | 'caption' | 'cable'): Text {
  return { en: captureWords.en[word], zh: captureWords.zh[word] };
}

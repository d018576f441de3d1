import { type Lab, networkName, threadName } from '@lockstep/lab';
import type { Header } from '@lockstep/trace';
import { plainWords } from '../words/plain-words.ts';

/** What stands for a lab that this version does not know: its recording tells who acts in it, and all else is general. */
export function plainLab(header: Header): Lab {
  const isNetwork = header.actors.some(({ role }) => role === 'kernel');
  return {
    id: header.lab,
    track: isNetwork ? 'B' : 'E',
    place: 0,
    title: { en: header.lab, zh: header.lab },
    summary: { en: plainWords.en.lead, zh: plainWords.zh.lead },
    caption: { en: plainWords.en.caption, zh: plainWords.zh.caption },
    sign: isNetwork ? 'sequence' : 'lanes',
    modes: [],
    knobs: [],
    actors: () => header.actors,
    actorName: isNetwork ? networkName : threadName,
    moments: [],
    predictions: [],
    claims: [],
    golden: [],
  };
}

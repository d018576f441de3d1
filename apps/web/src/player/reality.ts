// What the badge says of a run: how real it is, in one line, from its header alone.
import type { Header } from '@lockstep/trace';
import type { realityWords } from '../words/reality-words.ts';
import type { Origin } from './player-state.ts';

type Words = (typeof realityWords)['en'];

export interface RealityLine {
  readonly label: string;
  readonly text: string;
  /** A model is drawn dotted and never passed off as real. */
  readonly isModel: boolean;
}

export function realityLine(header: Header, origin: Origin, words: Words): RealityLine {
  const isSearch = header.mode === 'search';
  // Where nothing is real, a virtual machine did it.
  const isModel = isSearch || (header.reality.parts.length === 0 && header.reality.lane === undefined);
  if (origin !== 'live') {
    const date = header.startedAt.slice(0, 10);
    return {
      label: words.recording,
      text: isSearch
        ? words.recordedModel(date)
        : isModel
          ? words.recordedSteps(date)
          : words.recordedOn(systemOf(header), date),
      isModel,
    };
  }
  if (isModel)
    return {
      label: words.model,
      text: words[isSearch ? 'virtual' : header.mode === 'stepped' ? 'virtualSteps' : 'virtualChance'],
      isModel,
    };
  return { label: words.real, text: partsOf(header, words), isModel };
}

function partsOf({ reality, mode }: Header, words: Words): string {
  const python = reality.parts.find((part) => part.startsWith(CPYTHON))?.slice(CPYTHON.length);
  if (reality.parts.includes('simulated-gil')) return words.simulatedLock(python);
  if (python !== undefined) return mode === 'stepped' ? words.pythonStepped(python) : words.python(python);
  if (reality.lane === undefined) return mode === 'stepped' ? words.gated : words.free;
  return { A: words.laneA, B: words.laneB, C: words.laneC }[reality.lane];
}

/** The part that names its version: `cpython-3.11.7`. */
const CPYTHON = 'cpython-';

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/** `linux`, `Linux 6.18.44-x86` → Linux 6.18 */
export function systemOf({ machine }: Header): string {
  const version = /\d+\.\d+/.exec(machine.kernel)?.[0] ?? '';
  return `${SYSTEMS[machine.platform] ?? machine.platform} ${version}`.trim();
}

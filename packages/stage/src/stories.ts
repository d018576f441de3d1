// The stages as a list, for a page that shows them all. A story knows by a trace alone whether it has something to show.
import type { Kind, Trace } from '@lockstep/trace';
import { type ComponentType, createElement } from 'react';
import { Bytes } from './bytes/bytes.tsx';
import { Lanes } from './lanes/lanes.tsx';
import { Outcomes } from './outcomes/outcomes.tsx';
import type { ProgramTexts } from './program/listing.ts';
import { Program } from './program/program.tsx';
import { Search } from './search/search.tsx';
import { Sequence } from './sequence/sequence.tsx';
import type { StageProps } from './stage-props.ts';
import type { Text } from './text.ts';

/** What a story is given: the props of a stage, and the program of its lab. */
export interface StoryProps extends StageProps {
  readonly program: ProgramTexts;
}

export interface Story {
  readonly id: string;
  readonly title: Text;
  /** Whether a run is one that this stage is for. */
  shows(trace: Trace): boolean;
  readonly component: ComponentType<StoryProps>;
  /** Height of its box in pixels. */
  readonly height: number;
}

export const stories: readonly Story[] = [
  {
    id: 'sequence',
    title: { en: 'Sequence', zh: '时序' },
    shows: (trace) => has(trace, 'tcp.segment-sent'),
    component: Sequence,
    height: 620,
  },
  {
    id: 'bytes',
    title: { en: 'Bytes', zh: '字节' },
    shows: (trace) => has(trace, 'tcp.segment-sent'),
    component: Bytes,
    height: 520,
  },
  {
    id: 'lanes',
    title: { en: 'Lanes', zh: '泳道' },
    shows: (trace) => has(trace, 'thread.started'),
    component: Lanes,
    height: 420,
  },
  {
    id: 'outcomes',
    title: { en: 'Outcomes', zh: '结果分布' },
    shows: (trace) => trace.header.mode === 'batch',
    component: (props) => createElement(Outcomes, { ...props, forced: [] }),
    height: 320,
  },
  { id: 'program', title: { en: 'Program', zh: '程序' }, shows: hasLines, component: Program, height: 520 },
  {
    id: 'search',
    title: { en: 'Search', zh: '搜索' },
    shows: (trace) => trace.header.mode === 'search',
    component: Search,
    height: 320,
  },
];

function has(trace: Trace, kind: Kind): boolean {
  for (let seq = 0; seq < trace.length; seq++) if (trace.kindAt(seq) === kind) return true;
  return false;
}

function hasLines(trace: Trace): boolean {
  for (let seq = 0; seq < trace.length; seq++) if (trace.event(seq).line !== undefined) return true;
  return false;
}

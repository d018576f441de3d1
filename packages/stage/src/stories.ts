// The stages as a list, for a page that shows them all. Every story is fed by the golden recording of a lab.
import type { Mode } from '@lockstep/trace';
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
  /** The lab whose recording feeds it. */
  readonly lab: string;
  /** Which of the lab's golden recordings; default: its first. */
  readonly mode?: Mode;
  readonly component: ComponentType<StoryProps>;
  /** Height of its box in pixels. */
  readonly height: number;
}

export const stories: readonly Story[] = [
  { id: 'sequence', title: { en: 'Sequence', zh: '时序' }, lab: 'handshake', component: Sequence, height: 620 },
  { id: 'bytes', title: { en: 'Bytes', zh: '字节' }, lab: 'handshake', component: Bytes, height: 520 },
  { id: 'lanes', title: { en: 'Lanes', zh: '泳道' }, lab: 'race', component: Lanes, height: 420 },
  {
    id: 'outcomes',
    title: { en: 'Outcomes', zh: '结果分布' },
    lab: 'race',
    mode: 'batch',
    component: (props) => createElement(Outcomes, { ...props, forced: [] }),
    height: 220,
  },
  { id: 'program', title: { en: 'Program', zh: '程序' }, lab: 'handshake', component: Program, height: 460 },
  { id: 'search', title: { en: 'Search', zh: '搜索' }, lab: 'race', mode: 'search', component: Search, height: 180 },
];

import type { Language, ViewProps } from '@lockstep/lab';
import { type BarGroup, Bars, StageFrame } from '@lockstep/stage';
import type { Trace } from '@lockstep/trace';
import { useMemo } from 'react';
import { compared, HARDLY_FASTER, together } from './measured.ts';
import { GROUPS, type GroupName, groupNames, WAYS, type Way, wayNames, workersOf } from './ways.ts';

export default function View({ lab, ...view }: ViewProps) {
  const { trace, cursor, language } = view;
  const name = (actor: string) => lab.actorName(actor)[language];
  const groups = useMemo(() => groupsAt(trace, cursor, language), [trace, cursor, language]);
  return <StageFrame>{(box) => <Bars {...view} {...box} name={name} groups={groups} />}</StageFrame>;
}

function groupsAt(trace: Trace, cursor: number, language: Language): readonly BarGroup[] {
  const { knobs, machine } = trace.header;
  const jobs = { cpu: Number(knobs['jobs']), io: Number(knobs['sleeps']) };
  const cores = language === 'en' ? (machine.cores === 1 ? '1 core' : `${machine.cores} cores`) : `${machine.cores} 核`;
  return GROUPS.map((group) => ({
    id: group,
    title: `${jobs[group]} × ${groupNames[group][language]}${group === 'cpu' ? ` · ${cores}` : ''}`,
    bars: WAYS.map((way) => ({
      id: `${group}/${way}`,
      label: `${wayNames[way][language]}${way === 'one' ? '' : ` × ${workersOf(way, knobs)}`}`,
      note: noteOf(trace, cursor, group, way, language),
    })),
  }));
}

/** How many did it at once, as far as that is known by now. */
function noteOf(trace: Trace, cursor: number, group: GroupName, way: Way, language: Language): string | undefined {
  const en = language === 'en';
  const most = together(trace, group === 'cpu' ? 'computing' : 'sleeping', group, way);
  if (!most || most.seq >= cursor) return undefined;
  const gained = compared(trace, group, 'one', way);
  if (group === 'cpu' && way === 'unlocked' && gained && gained.ratio > HARDLY_FASTER)
    return en ? 'only one core was free' : '只有一个空闲核心';
  if (group === 'cpu') return en ? `at most ${most.value} computed at once` : `至多 ${most.value} 个同时计算`;
  return en ? `at most ${most.value} slept at once` : `至多 ${most.value} 个同时睡着`;
}

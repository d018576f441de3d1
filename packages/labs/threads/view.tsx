import type { Language, Text, ViewProps } from '@lockstep/lab';
import { type BarGroup, Bars, StageFrame } from '@lockstep/stage';
import type { Header } from '@lockstep/trace';
import { useMemo } from 'react';
import { ASPECTS, type Aspect, WAYS, wayColours, wayNames } from './ways.ts';

const titles: Readonly<Record<Aspect, Text>> = {
  start: { en: 'until all run', zh: '到全部运行' },
  memory: { en: 'memory of each', zh: '每个的内存' },
  pids: { en: 'different pids', zh: '不同的 pid' },
  age: { en: 'age seen by main', zh: '主线程看到的 age' },
};

export default function View({ lab, ...view }: ViewProps) {
  const { language } = view;
  const { header } = view.trace;
  const name = (actor: string) => lab.actorName(actor)[language];
  const groups = useMemo(() => groupsOf(header, language), [header, language]);
  return <StageFrame>{(box) => <Bars {...view} {...box} name={name} groups={groups} />}</StageFrame>;
}

/** Python has its bars where there is a Python. */
function groupsOf({ knobs, reality }: Header, language: Language): readonly BarGroup[] {
  const hasPython = reality.parts.includes('cpython');
  const ways = WAYS.filter((way) => hasPython || !way.startsWith('python'));
  return ASPECTS.map((aspect) => ({
    id: aspect,
    title: titles[aspect][language],
    ratio: aspect === 'start' || aspect === 'memory' ? (language === 'en' ? '× threads' : '与线程之比') : '',
    bars: ways.map((way) => ({
      id: `${aspect}/${way}`,
      basis: `${aspect}/${way.replace('processes', 'threads')}`,
      label: `${wayNames[way][language]} × ${knobs['count']}`,
      colour: wayColours[way],
    })),
  }));
}

import type { Language, ViewProps } from '@lockstep/lab';
import { type BarGroup, Bars, OverLanes, Queue, ThreadFigure } from '@lockstep/stage';
import { storyOf } from './story.ts';

export default function View(view: ViewProps) {
  const { knobs, mode } = view.trace.header;
  return (
    <ThreadFigure {...view}>
      {(stage) =>
        storyOf(knobs, mode) === 'capacity' ? (
          <Bars {...stage} groups={barsIn(view.language)} />
        ) : (
          <OverLanes {...stage} shares={[3, 2]}>
            {(part) => <Queue {...part} of="q" order={orderOf(knobs['kind'])} />}
          </OverLanes>
        )
      }
    </ThreadFigure>
  );
}

function orderOf(kind: unknown): 'fifo' | 'lifo' | 'priority' {
  return kind === 'lifo' || kind === 'priority' ? kind : 'fifo';
}

const QUEUES = ['queue.Queue', 'multiprocessing.Queue'] as const;

const titles = {
  taken: { en: 'items put without waiting', zh: '未等待就放入的项数' },
  limit: { en: 'default limit (0: none)', zh: '默认上限（0：没有）' },
} as const;

function barsIn(language: Language): readonly BarGroup[] {
  return (['taken', 'limit'] as const).map((aspect) => ({
    id: aspect,
    title: titles[aspect][language],
    ratio: '',
    bars: QUEUES.map((queue, index) => ({
      id: `${aspect}/${queue}`,
      label: `${queue}()`,
      colour: index === 0 ? 1 : 2,
    })),
  }));
}

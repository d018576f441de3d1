import type { Text, ViewProps } from '@lockstep/lab';
import { Bars, Lanes, Slices, StageFrame } from '@lockstep/stage';

export default function View({ lab, ...view }: ViewProps) {
  const { language } = view;
  const name = (actor: string) => lab.actorName(actor)[language];
  return (
    <StageFrame>
      {(box) => {
        const stage = { ...view, ...box, name };
        switch (view.trace.header.mode) {
          case 'free':
            return <Slices {...stage} workName={(work) => workName(work)[language]} />;
          case 'stepped':
            return <Lanes {...stage} />;
          case 'batch':
          case 'search':
            return <Bars {...stage} groups={lostUpdates[language]} />;
        }
      }}
    </StageFrame>
  );
}

/** How a work is called; those of CPython are called after its version. */
function workName(work: string): Text {
  if (work === 'simulated lock') return { en: 'Simulated lock, real threads', zh: '模拟的锁，真实的线程' };
  return { en: `${work}, its own lock and threads`, zh: `${work}，自己的锁与线程` };
}

const bars = ['total += 1', 'total += int(1)', 'total += one()', 'with lock: total += int(1)'].map((statement) => ({
  id: statement,
  label: statement,
}));

const lostUpdates = {
  en: [{ id: 'lost', title: 'updates that two threads lose', bars }],
  zh: [{ id: 'lost', title: '两个线程丢失的更新', bars }],
};

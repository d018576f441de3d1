// The stages of a run on the network, as tabs that are called the same in every lab.
import { Listener } from './listener/listener.tsx';
import type { NetworkFigureProps } from './network-figure.tsx';
import { Sequence } from './sequence/sequence.tsx';
import type { SequenceProps } from './sequence/sequence-props.ts';
import type { StageTab } from './stage-tabs.tsx';
import { Stream } from './stream/stream.tsx';
import type { StreamProps } from './stream/stream-props.ts';
import { TcpStates } from './tcp-states/tcp-states.tsx';

/** @example <NetworkFigure {...view}>{(stage) => [sequenceTab(stage), streamTab(stage)]}</NetworkFigure> */
export function sequenceTab(stage: NetworkFigureProps, own: Pick<SequenceProps, 'hosts'> = {}): StageTab {
  return {
    id: 'sequence',
    title: { en: 'Sequence', zh: '时序' },
    draw: (box) => <Sequence {...stage} {...own} {...box} />,
  };
}

export function streamTab(
  stage: NetworkFigureProps,
  own: Pick<StreamProps, 'connection' | 'direction'> = {},
): StageTab {
  return {
    id: 'stream',
    title: { en: 'Stream', zh: '字节流' },
    draw: (box) => <Stream {...stage} {...own} {...box} />,
  };
}

export function statesTab(stage: NetworkFigureProps): StageTab {
  return {
    id: 'states',
    title: { en: 'TCP states', zh: 'TCP 状态' },
    draw: (box) => <TcpStates {...stage} {...box} />,
  };
}

export function listenerTab(stage: NetworkFigureProps): StageTab {
  return {
    id: 'listener',
    title: { en: 'Queues', zh: '队列' },
    draw: (box) => <Listener {...stage} {...box} />,
  };
}

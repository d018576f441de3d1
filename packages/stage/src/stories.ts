// The stages as a list, for a page that shows them all. A story knows by a trace alone whether it has something to show.
import type { Kind, Trace } from '@lockstep/trace';
import { type ComponentType, createElement } from 'react';
import { Bars } from './bars/bars.tsx';
import { Bytes } from './bytes/bytes.tsx';
import { Futures } from './futures/futures.tsx';
import { Lanes } from './lanes/lanes.tsx';
import { Listener } from './listener/listener.tsx';
import { Objects } from './objects/objects.tsx';
import { Outcomes } from './outcomes/outcomes.tsx';
import { Places } from './places/places.tsx';
import type { ProgramTexts } from './program/listing.ts';
import { Program } from './program/program.tsx';
import { Queue } from './queue/queue.tsx';
import { Search } from './search/search.tsx';
import { Sequence } from './sequence/sequence.tsx';
import { Slices } from './slices/slices.tsx';
import { SocketTable } from './socket-table/socket-table.tsx';
import type { StageProps } from './stage-props.ts';
import { StateSpace } from './state-space/state-space.tsx';
import { Stream } from './stream/stream.tsx';
import { TcpStates } from './tcp-states/tcp-states.tsx';
import type { Text } from './text.ts';
import { WaitFor } from './wait-for/wait-for.tsx';

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
    shows: (trace) => has(trace, 'tcp.segment-sent') || has(trace, 'frame.sent'),
    component: Sequence,
    height: 620,
  },
  {
    id: 'stream',
    title: { en: 'Stream', zh: '字节流' },
    shows: hasStream,
    component: Stream,
    height: 620,
  },
  {
    id: 'tcp-states',
    title: { en: 'TCP states', zh: 'TCP 状态' },
    shows: (trace) => has(trace, 'tcp.segment-sent'),
    component: TcpStates,
    height: 620,
  },
  {
    id: 'listener',
    title: { en: 'Queues of a listener', zh: '监听套接字的队列' },
    shows: (trace) => has(trace, 'socket.accept-queue'),
    component: Listener,
    height: 420,
  },
  {
    id: 'socket-table',
    title: { en: 'Socket tables', zh: '套接字表' },
    shows: (trace) => has(trace, 'socket.state'),
    component: SocketTable,
    height: 240,
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
  {
    id: 'slices',
    title: { en: 'Slices', zh: '时间片' },
    shows: (trace) => has(trace, 'gil.taken'),
    component: Slices,
    height: 460,
  },
  {
    id: 'objects',
    title: { en: 'Objects', zh: '对象' },
    shows: (trace) => has(trace, 'object.created'),
    component: Objects,
    height: 420,
  },
  { id: 'program', title: { en: 'Program', zh: '程序' }, shows: hasLines, component: Program, height: 520 },
  {
    id: 'search',
    title: { en: 'Search', zh: '搜索' },
    shows: (trace) => trace.header.mode === 'search',
    component: Search,
    height: 320,
  },
  {
    id: 'wait-for',
    title: { en: 'Wait-for graph', zh: '等待图' },
    shows: (trace) => has(trace, 'lock.acquired'),
    component: WaitFor,
    height: 520,
  },
  {
    id: 'state-space',
    title: { en: 'State space', zh: '状态空间' },
    shows: (trace) => has(trace, 'state.found'),
    component: StateSpace,
    height: 520,
  },
  {
    id: 'bars',
    title: { en: 'Bars', zh: '条形图' },
    shows: (trace) => has(trace, 'work.finished') || has(trace, 'measure.taken'),
    component: Bars,
    height: 480,
  },
  {
    id: 'queue',
    title: { en: 'Queue', zh: '队列' },
    shows: (trace) => has(trace, 'queue.put'),
    component: Queue,
    height: 420,
  },
  {
    id: 'places',
    title: { en: 'Places', zh: '位置' },
    shows: (trace) => PLACES.some((kind) => has(trace, kind)),
    component: Places,
    height: 420,
  },
  {
    id: 'futures',
    title: { en: 'Thread pool', zh: '线程池' },
    shows: (trace) => has(trace, 'future.submitted'),
    component: Futures,
    height: 440,
  },
];

/** What makes an object known that has an inside and an outside. */
const PLACES: readonly Kind[] = [
  'semaphore.acquired',
  'lock.acquired',
  'barrier.arrived',
  'event.read',
  'event.waited',
  'condition.waited',
];

function has(trace: Trace, kind: Kind): boolean {
  for (let seq = 0; seq < trace.length; seq++) if (trace.kindAt(seq) === kind) return true;
  return false;
}

/** A TCP segment that carries data, or a call whose bytes are known. */
function hasStream(trace: Trace): boolean {
  for (let seq = 0; seq < trace.length; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'tcp.segment-sent' && kind !== 'call.entered') continue;
    const event = trace.event(seq);
    if (event.kind === 'tcp.segment-sent' && event.length > 0) return true;
    if (event.kind === 'call.entered' && event.call.startsWith('send') && event.bytes !== undefined) return true;
  }
  return false;
}

function hasLines(trace: Trace): boolean {
  for (let seq = 0; seq < trace.length; seq++) if (trace.event(seq).line !== undefined) return true;
  return false;
}

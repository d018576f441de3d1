export type { Access } from './access-log.ts';
export type { BarrierOccupancy } from './barrier-occupancy.ts';
export {
  arrivedInOrder,
  type ByteStream,
  emptyStream,
  type StreamMessage,
  type StreamRead,
  type StreamReader,
  type StreamSegment,
  type StreamWrite,
  streamEnd,
} from './byte-stream.ts';
export { type ByteStreams, byteStreams, oppositeStream, streamWrittenBy } from './byte-streams.ts';
export { causeChain, releasedBy } from './call-release.ts';
export { CHUNK_ROWS, type Chunk } from './chunk.ts';
export { parseTrace, serializeEvent, serializeTrace } from './codec.ts';
export { COFFMAN_CONDITIONS, joinedBy, waitForEdges } from './coffman.ts';
export { type Columns, createColumns } from './columns.ts';
export { isColumnsForm } from './columns-form.ts';
export type { ConditionOccupancy } from './condition-occupancy.ts';
export {
  assertNever,
  type EventBase,
  type EventOf,
  type Fact,
  isObserved,
  SOURCES,
  type Source,
  type TraceEvent,
} from './event.ts';
export { isFinWaitTimer } from './fin-wait-timer.ts';
export {
  findEvent,
  nextOfKind,
  nextWhere,
  previousOfKind,
  previousWhere,
  type ShapeTest,
  seqsWhere,
} from './find-event.ts';
export {
  type Alignment,
  alignmentAt,
  type CursorPair,
  cursorsAt,
  firstDifference,
  isSameStep,
} from './first-difference.ts';
export {
  type Actor,
  COLOURS,
  type ColourNumber,
  FORMAT_VERSION,
  type Header,
  type KnobValue,
  type KnobValues,
  type Machine,
  MODES,
  type Mode,
  type Reality,
} from './header.ts';
export { hostOf } from './host-of.ts';
export { type Field, type FieldSpec, type FieldType, fieldsOf, isKind, KINDS, type Kind, kindNames } from './kinds.ts';
export type { List } from './list.ts';
export type { Caller, CallerPlace, ListenerCounter, ListenerQueues, Listeners } from './listener-callers.ts';
export { listenerQueues } from './listener-queues.ts';
export {
  CHECKPOINT,
  clampCursor,
  createFold,
  type Fold,
  foldAhead,
  foldOf,
  MOST_CHECKPOINTS,
  type Model,
  stateAt,
} from './model.ts';
export { causeOf, effectOf, nextOfActor, previousOfActor } from './navigate.ts';
export {
  type EventOccupancy,
  isAbout,
  type LockOccupancy,
  type Occupancies,
  type Occupancy,
  type Occupant,
  occupancies,
  type SemaphoreOccupancy,
} from './occupancy.ts';
export { type Order, type OrderLink, type OrderTie, orderOf } from './order-of.ts';
export { type Gap, type Pace, paceOf, type Spacing } from './pace.ts';
export { type ParseColumnsOptions, parseColumns } from './parse-columns.ts';
export { parseFact, parseHeader } from './parse-event.ts';
export {
  EMPTY_QUEUE,
  type QueueContents,
  type QueueItem,
  type QueueOrder,
  type Queues,
  queueContents,
} from './queue-contents.ts';
export { createRecorder, type Recorder } from './recorder.ts';
export { RecordingError } from './recording-error.ts';
export { RECORDING_LIMITS, type RecordingLimits } from './recording-limits.ts';
export { createRecordingReader, type RecordingReader, type RecordingReaderOptions } from './recording-reader.ts';
export { type Retransmission, retransmissionsOf, sequenceSpaceOf } from './retransmissions.ts';
export { operationsAt, type ScheduledOperation, scheduleAt } from './schedule-at.ts';
export { columnsParts, serializeColumns } from './serialize-columns.ts';
export type { Shape } from './shapes.ts';
export { outside, type Span } from './spans.ts';
export {
  endOfAddress,
  type TcpConnection,
  type TcpConnectionEnd,
  type TcpConnections,
  tcpConnectionsOf,
} from './tcp-connections.ts';
export { type TcpEnd, type TcpImplied, type TcpState, tcpImplied } from './tcp-implied.ts';
export { type TcpStateMark, tcpStateMarksOf } from './tcp-state-marks.ts';
export { formatSchedule, parseSchedule, threadActor, threadNumber } from './thread-number.ts';
export {
  type Callback,
  isErrorResult,
  type Job,
  type JobState,
  type ThreadPools,
  threadPools,
} from './thread-pools.ts';
export {
  type Failure,
  type ThreadStanding,
  type ThreadStandings,
  type ThreadState,
  threadStandings,
  waitersOf,
} from './thread-standings.ts';
export { createTrace, type Trace } from './trace.ts';
export { type Upgrade, type Upgraded, upgraded, upgrades } from './upgrade.ts';
export { accessAt, lostUpdates, type ValueHistory, valueHistory } from './value-history.ts';
export { waitForGraph } from './wait-for.ts';
export type {
  Coffman,
  CoffmanCondition,
  Hold,
  Wait,
  WaitForCycle,
  WaitForEdge,
  WaitForGraph,
} from './wait-for-graph.ts';

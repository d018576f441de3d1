export { parseFact, parseHeader, parseTrace, RecordingError, serializeEvent, serializeTrace } from './codec.ts';
export { type Columns, createColumns } from './columns.ts';
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
export {
  type Actor,
  FORMAT_VERSION,
  type Header,
  type KnobValue,
  type KnobValues,
  type Machine,
  MODES,
  type Mode,
  type Reality,
} from './header.ts';
export { type Field, type FieldSpec, type FieldType, fieldsOf, isKind, KINDS, type Kind, kindNames } from './kinds.ts';
export { CHECKPOINT, clampCursor, createFold, type Fold, foldOf, type Model, stateAt } from './model.ts';
export { causeOf, effectOf, nextOfActor, previousOfActor } from './navigate.ts';
export { type Gap, type Pace, paceOf, type Spacing } from './pace.ts';
export { createRecorder, type Recorder } from './recorder.ts';
export { scheduleAt, threadNumber } from './schedule-at.ts';
export { type TcpEnd, type TcpImplied, type TcpState, tcpImplied } from './tcp-implied.ts';
export { createTrace, findEvent, type Trace } from './trace.ts';
export { type Upgrade, upgradeLines, upgrades } from './upgrade.ts';
export { type Access, lostUpdates, type ValueHistory, valueHistory } from './value-history.ts';

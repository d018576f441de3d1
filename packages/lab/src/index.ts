export {
  BY_HAND,
  frameChoice,
  HAND_DELAY_MS,
  type Holds,
  holdKnob,
  LET_THE_REST_PASS,
  parseFrameChoice,
  parseHolds,
  rulesKnob,
} from './cable/by-hand.ts';
export {
  type CableRule,
  CableRuleError,
  type CableRuleFault,
  FRAME_KINDS,
  type FrameKind,
  type FramePattern,
  parseCableRules,
  serializeCableRules,
  serializePattern,
} from './cable/cable-rules.ts';
export { type FrameStory, frameStories } from './cable/frame-stories.ts';
export { createRuleBook, type RuleBook, type RuledFrame } from './cable/rule-book.ts';
export {
  type FrameDecision,
  frameDecisions,
  hasFrames,
  rulesAt,
  rulesBeforeLast,
  rulesWith,
} from './cable/rules-at.ts';
export { classCodeOf, formatClassCode, parseClassCode } from './class/class-code.ts';
export {
  type AskedQuestion,
  type ClassDesk,
  type ClassNews,
  type ClassPeople,
  type ClassSelf,
  classNews,
  type OutcomeCount,
  type Tally,
  type Trial,
} from './class/class-news.ts';
export {
  type ClassAct,
  type ClassQuestion,
  type ClassView,
  classAct,
  classQuestion,
  classView,
  type EnterClassRequest,
  enterClassRequest,
  type JoinClassRequest,
  joinClassRequest,
  leaveClassRequest,
  type OpenClassRequest,
  openClassRequest,
  runTrialRequest,
} from './class/class-requests.ts';
export type { AskedAndAnswered, ClassSummary, ShownRun, TriedOut } from './class/class-summary.ts';
export { contentsOf, type FrameContents } from './frame-contents.ts';
export { type Choice, initialKnobs, type Knob, KnobError, parseKnobs, utf8Length } from './knobs.ts';
export {
  type Claim,
  type GoldenPlan,
  goldenFile,
  type Lab,
  type Moment,
  type Need,
  type Outcome,
  type Prediction,
  type PredictionChoice,
  type TrackId,
  type Verdict,
} from './lab.ts';
export type { LibraryKeeping, LibraryPage, LibraryRun, RunsAndBytes, StripRow } from './library/library-replies.ts';
export {
  type KeepRules,
  keepRules,
  LIBRARY_OUTCOMES,
  LIBRARY_SORTS,
  type LibraryChange,
  type LibraryOutcome,
  type LibraryQuery,
  type LibrarySort,
  libraryChange,
  libraryQuery,
  MOST_NAME_CHARACTERS,
} from './library/library-requests.ts';
export {
  type ClassReply,
  type ClientMessages,
  type Farewell,
  type Frame,
  frame,
  type LeaveRequest,
  leaveRequest,
  type Refusal,
  type Reply,
  type RunReply,
  type RunRequest,
  type RunStatus,
  runRequest,
  runStatus,
  type ServerMessages,
  type StepRequest,
  type StopRequest,
  stepRequest,
  stopRequest,
  type WatchRequest,
  watchRequest,
} from './messages.ts';
export { type HostCast, networkActors, networkName } from './network-lab.ts';
export {
  arrivalOf,
  eventsOf,
  findOf,
  findSegment,
  firstCall,
  hasFlag,
  returnsOf,
  type SegmentSent,
  stateReached,
} from './network-readings.ts';
export {
  type OperationName,
  type OrderContext,
  type OrderQuestion,
  type OrderVerdict,
  type SwapRequest,
  swapRequest,
} from './order.ts';
export { outcomeOf } from './outcome.ts';
export { type Clock, type Countdown, createCountdown } from './run/countdown.ts';
export { makeHeader } from './run/make-header.ts';
export { type EndingRecord, type RunEnd, recordEnd } from './run/record-end.ts';
export { Refused } from './run/refused.ts';
export { createRunClocks, type RunClocks, type RunClocksOptions } from './run/run-clocks.ts';
export {
  type Capabilities,
  FRAME_ACTS,
  type FrameAct,
  type NetworkCapability,
  type PythonCapability,
  RUN_LIMITS,
  type RunContext,
  type RunLimits,
  type Scenario,
  type StepChoice,
  type StopSignal,
} from './scenario.ts';
export type { SentenceContext } from './sentences/sentence-context.ts';
export { sentenceOf } from './sentences/sentence-of.ts';
export { LANGUAGES, type Language, type Text } from './text.ts';
export { runsKnob, searchByKnob, type ThreadCast, threadActors, threadName } from './thread-lab.ts';
export {
  endMoment,
  firstWrongMoment,
  hasEnded,
  howMany,
  outcomesOf,
  searchAnswer,
  searchMoment,
} from './thread-readings.ts';
export type { Selection, ViewProps } from './view.ts';

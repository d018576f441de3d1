// Who is inside, who waits outside: semaphores, locks, events, barriers and conditions as places where threads stand.
import {
  assertNever,
  clampCursor,
  foldOf,
  type LockOccupancy,
  type Occupancy,
  type Occupant,
  occupancies,
  type Source,
  threadStandings,
  waitersOf,
} from '@lockstep/trace';
import { useMemo } from 'react';
import { IfShown } from '../marks/if-shown.tsx';
import { SourceBadge } from '../source-badge.tsx';
import type { StageProps } from '../stage-props.ts';
import { ConditionPlaces } from './condition-places.tsx';
import type { PlaceContext } from './context.ts';
import { LockPlace, SemaphorePlaces } from './counting-places.tsx';
import { BarrierPlaces, EventPlaces } from './gated-places.tsx';
import { lockAt, objectsOf, occupancyAt, type PlacedObject } from './objects.ts';
import { Elsewhere } from './rooms.tsx';
import { attemptText, factOf, spoken } from './statement.ts';
import { placeWords } from './words.ts';

export interface PlacesProps extends StageProps {
  /** Name of an object; absent: all objects of the run, side by side. */
  readonly of?: string;
}

/** Objects that threads wait at, each as a place with an inside and an outside. */
export function Places(props: PlacesProps) {
  return (
    <IfShown {...props}>
      <PlacesFigure {...props} />
    </IfShown>
  );
}

function PlacesFigure(props: PlacesProps) {
  const { trace, length, language, name, width, height, selection, onSelect, onSeek } = props;
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const words = placeWords[language];
  const all = useMemo(() => objectsOf(trace, length), [trace, length]);
  const objects = props.of === undefined ? all : all.filter((one) => one.name === props.of);
  const fold = foldOf(occupancies, trace);
  const context: PlaceContext = {
    trace,
    language,
    name,
    selection,
    onSelect,
    onSeek,
    standings: foldOf(threadStandings, trace).at(cursor),
    present: cursor > 0 ? trace.event(cursor - 1) : undefined,
  };
  const drawnAt = (at: number) =>
    objects.map((object) => {
      const state = fold.at(at);
      const one = occupancyAt(state, object);
      const lock = one.kind === 'condition' && one.lock !== undefined ? lockAt(state, one.lock) : undefined;
      return { object, one, lock, fact: factOf(one, lock, context) };
    });
  const before = drawnAt(cursor - 1);
  const shown = drawnAt(cursor);
  const label = [words.figure(cursor), ...shown.map(({ one, lock }) => spoken(one, lock, context))];
  return (
    <figure
      className="ls-board ls-places"
      data-narrow={width < 640 || undefined}
      data-single={shown.length === 1 || undefined}
      style={{ width, height }}
      aria-label={label.join(language === 'zh' ? '。' : '. ')}
    >
      {shown.length === 0 && <p>{words.nothing}</p>}
      {shown.map((drawn, index) => (
        <ObjectPanel
          key={drawn.object.name}
          {...context}
          {...drawn}
          isNew={cursor > 0 && before[index]?.fact !== drawn.fact}
          source={index === 0 ? context.present?.source : undefined}
        />
      ))}
    </figure>
  );
}

interface ObjectPanelProps extends PlaceContext {
  readonly fact: string;
  /** The present step made it so. */
  readonly isNew: boolean;
  /** Said of the first object for all. */
  readonly source: Source | undefined;
  readonly object: PlacedObject;
  readonly one: Occupancy;
  /** Of a condition. */
  readonly lock: LockOccupancy | undefined;
}

function ObjectPanel({ object, one, lock, fact, isNew, source, ...context }: ObjectPanelProps) {
  const { language, present } = context;
  const words = placeWords[language];
  const attempt = present && attemptText(present, object.name, context);
  const here = new Set([
    ...insiders(one, lock),
    ...[object.name, lock?.name].flatMap((of) =>
      of === undefined ? [] : waitersOf(context.standings, of).map((w) => w.actor),
    ),
  ]);
  return (
    <section className="ls-place" data-kind={one.kind}>
      <div className="ls-board-head">
        <p className="ls-title">{object.name}</p>
        <span className="ls-board-kind">
          {words.kinds[object.isReentrant && one.kind === 'lock' ? 'rlock' : one.kind]}
        </span>
        <strong data-now={isNew || undefined}>{fact}</strong>
        {source && <SourceBadge source={source} language={language} />}
      </div>
      <ObjectDrawing {...context} one={one} lock={lock} />
      {attempt !== undefined && <p className="ls-attempt">✕ {attempt}</p>}
      <Elsewhere {...context} actors={object.actors.filter((actor) => !here.has(actor))} />
    </section>
  );
}

function ObjectDrawing({ one, lock, ...context }: PlaceContext & Pick<ObjectPanelProps, 'one' | 'lock'>) {
  switch (one.kind) {
    case 'semaphore':
      return <SemaphorePlaces {...context} semaphore={one} />;
    case 'lock':
      return <LockPlace {...context} lock={one} />;
    case 'event':
      return <EventPlaces {...context} event={one} />;
    case 'barrier':
      return <BarrierPlaces {...context} barrier={one} />;
    case 'condition':
      return <ConditionPlaces {...context} condition={one} lock={lock ?? { kind: 'lock', name: '' }} />;
  }
}

/** Everybody whom the drawing shows by name. */
function insiders(one: Occupancy, lock: LockOccupancy | undefined): readonly string[] {
  return occupantsOf(one, lock).flatMap((who) => (who ? [who.actor] : []));
}

function occupantsOf(one: Occupancy, lock: LockOccupancy | undefined): readonly (Occupant | undefined)[] {
  switch (one.kind) {
    case 'semaphore':
      return one.places;
    case 'lock':
      return [one.holder];
    case 'event':
      return [...one.passed, ...one.gaveUp];
    case 'barrier':
      return [...one.inside, ...one.passed];
    case 'condition':
      return [...one.line, ...one.called, lock?.holder];
    default:
      return assertNever(one);
  }
}

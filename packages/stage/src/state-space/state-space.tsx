// Every state that a small program can come to. The number of states is small where the number of schedules is huge:
// that is why a picture of all of them can be drawn, with the ways that lead to a bug.
import { clampCursor } from '@lockstep/trace';
import { useCallback, useId, useMemo, useState } from 'react';
import { SourceBadge } from '../source-badge.tsx';
import type { StageProps } from '../stage-props.ts';
import { layersOf, nearestState, neighbourState, spacePlanOf } from './layers.ts';
import { bugSchedule, doomedIn, isWholeSpace, type Space, spaceAt, wayOf } from './space-at.ts';
import { linksPath, SpaceDrawing } from './space-drawing.tsx';
import { LooksLegend, StateDetail } from './state-detail.tsx';
import type { StateLook } from './state-mark.tsx';
import { type SpaceCounts, spaceWords } from './words.ts';

export interface StateSpaceProps
  extends Pick<StageProps, 'trace' | 'length' | 'cursor' | 'language' | 'width' | 'height'> {
  /** Runs this schedule on real threads. Given: click or Enter on a state goes there. */
  readonly onGo?: ((schedule: readonly number[]) => void) | undefined;
}

const NARROW_BELOW = 480;
const LARGEST = 4;
/** More than these are no picture any more. */
const MOST_STATES = 600;

/** The states of a small program as a graph, in layers by the number of operations. */
export function StateSpace({ trace, length, cursor: wanted, language, width, height, onGo }: StateSpaceProps) {
  const id = useId();
  const words = spaceWords[language];
  const cursor = Math.min(clampCursor(trace, wanted), length);
  const [pointed, setPointed] = useState<number>();
  const [zoom, setZoom] = useState(1);
  const isNarrow = width < NARROW_BELOW;
  const room = { width: width - (isNarrow ? 16 : 32), height: height - (isNarrow ? 72 + 112 : 48 + 76) };

  const layers = useMemo(() => {
    const known = spaceAt(trace, length);
    return known.states.size > MOST_STATES ? [] : layersOf(known);
  }, [trace, length]);
  const plan = useMemo(
    () => spacePlanOf(layers, room.width * zoom, room.height * zoom),
    [layers, room.width, room.height, zoom],
  );
  const { space, looks, counts, way } = useMemo(() => readingAt(trace, length, cursor), [trace, length, cursor]);
  const idOf = useCallback((state: number) => `${id}${state}`, [id]);
  const labelOf = useCallback(
    (state: number) => {
      const { depth = 0, label = '' } = space.states.get(state) ?? {};
      return `${words.state(state, depth, words.looks[looks.get(state) ?? 'plain'])}. ${label}`;
    },
    [space, looks, words],
  );
  const isDrawn = layers.length > 0 || space.states.size === 0;
  const chosen = space.states.get(pointed ?? -1);
  const present = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const start = layers[0]?.[0];

  function at({ clientX, clientY, currentTarget }: React.MouseEvent<SVGSVGElement>): number | undefined {
    const box = currentTarget.getBoundingClientRect();
    // A projector enlarges the whole page: a pixel of the pointer need not be one of the drawing.
    const scale = box.width > 0 ? (room.width * zoom) / box.width : 1;
    const [x, y] = [(clientX - box.left) * scale, (clientY - box.top) * scale];
    return nearestState(plan, x, y, (state) => space.states.has(state));
  }

  function onClick(event: React.MouseEvent<SVGSVGElement>): void {
    const state = at(event);
    // A finger cannot hover: its first touch shows the state, the second goes there.
    const isTouch = (event.nativeEvent as PointerEvent).pointerType === 'touch';
    const target = space.states.get(state ?? -1);
    if (target && (!isTouch || state === pointed)) onGo?.(target.schedule);
    setPointed(state);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const from = chosen?.state ?? start;
    if (from === undefined) return;
    if (event.key === 'Enter') {
      if (chosen) onGo?.(chosen.schedule);
    } else if (event.key === 'Escape') setPointed(undefined);
    else if (event.key === 'Home') setPointed(start);
    else if (event.key.startsWith('Arrow')) {
      const to = chosen ? (neighbourState(space, plan, from, event.key) ?? from) : from;
      setPointed(to);
      document.getElementById(idOf(to))?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <figure
      className="ls-space"
      data-narrow={isNarrow || undefined}
      style={{ width, height }}
      aria-label={words.figure(counts)}
    >
      <div className="ls-space-head">
        <p>
          <b>{space.states.size === 0 ? words.none : words.summary(counts)}</b>{' '}
          <SourceBadge source="model" language={language} />
        </p>
        <div role="group">
          <button
            type="button"
            aria-label={words.smaller}
            aria-disabled={zoom === 1}
            onClick={() => setZoom(Math.max(1, zoom / 2))}
          >
            −
          </button>
          <button
            type="button"
            aria-label={words.larger}
            aria-disabled={zoom === LARGEST}
            onClick={() => setZoom(Math.min(LARGEST, zoom * 2))}
          >
            +
          </button>
        </div>
      </div>
      <div className="ls-space-window" style={room}>
        <svg
          className="ls-stage"
          width={room.width * zoom}
          height={room.height * zoom}
          role="listbox"
          tabIndex={0}
          aria-label={words.figure(counts)}
          aria-activedescendant={chosen && idOf(chosen.state)}
          data-goes={onGo !== undefined || undefined}
          onPointerMove={(event) => event.pointerType !== 'touch' && setPointed(at(event))}
          onPointerLeave={(event) => event.pointerType !== 'touch' && setPointed(undefined)}
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          <SpaceDrawing
            trace={trace}
            space={space}
            plan={plan}
            looks={looks}
            way={way}
            now={present?.kind === 'state.found' ? present.state : undefined}
            idOf={idOf}
            labelOf={labelOf}
          />
          {chosen && (
            <g className="ls-space-pointed">
              <path d={linksPath(wayOf(space, chosen.schedule), plan)} />
              <circle {...centre(plan.places.get(chosen.state))} r={Math.max(10, plan.radius + 5)} />
            </g>
          )}
        </svg>
      </div>
      <div className="ls-space-foot">
        {chosen ? (
          <StateDetail
            trace={trace}
            state={chosen}
            look={looks.get(chosen.state) ?? 'plain'}
            language={language}
            onGo={onGo}
          />
        ) : (
          <>
            <LooksLegend looks={new Set(looks.values())} hasWay={way.length > 0} language={language} />
            <p>{isDrawn ? (onGo ? words.hintWithGo : words.hint) : words.tooMany(space.states.size)}</p>
          </>
        )}
      </div>
    </figure>
  );
}

function readingAt(trace: StageProps['trace'], length: number, cursor: number) {
  const space = spaceAt(trace, cursor);
  const isWhole = isWholeSpace(trace, length, cursor);
  const doomed = isWhole ? doomedIn(space) : new Set<number>();
  const looks = new Map([...space.states.keys()].map((state) => [state, lookOf(space, doomed, state)]));
  const schedule = bugSchedule(trace, cursor, space);
  const count = (look: StateLook) => [...looks.values()].filter((one) => one === look).length;
  const counts: SpaceCounts = {
    states: space.states.size,
    good: count('good'),
    bad: count('bad'),
    deadlocks: count('deadlock'),
    doomed: doomed.size,
    isWhole,
  };
  return { space, looks, counts, way: schedule ? wayOf(space, schedule) : [] };
}

function lookOf({ states }: Space, doomed: ReadonlySet<number>, state: number): StateLook {
  const { end = '', depth = 0 } = states.get(state) ?? {};
  if (end !== '') return end;
  if (depth === 0) return 'start';
  return doomed.has(state) ? 'doomed' : 'plain';
}

function centre(place: { readonly x: number; readonly y: number } | undefined) {
  return { cx: place?.x ?? 0, cy: place?.y ?? 0 };
}

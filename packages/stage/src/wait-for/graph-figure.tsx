import { formatSchedule, joinedBy, type Trace, threadNumber, type WaitForGraph, waitForEdges } from '@lockstep/trace';
import { useId } from 'react';
import { actorColour } from '../actor-colour.ts';
import { Hatch } from '../marks/hatch.tsx';
import type { Language } from '../text.ts';
import { CycleBand } from './cycle-band.tsx';
import { edgeKey, edgeLine } from './edge-line.ts';
import { GraphEdge } from './graph-edge.tsx';
import { LockSeat, ThreadSeat } from './graph-seat.tsx';
import type { Seat, SeatPlan } from './seats.ts';
import { edgeText } from './statement.ts';
import { waitForWords } from './words.ts';

interface GraphFigureProps {
  readonly trace: Trace;
  readonly graph: WaitForGraph;
  readonly cursor: number;
  readonly plan: SeatPlan;
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly sources: ReadonlySet<string>;
  /** Key of the edge that is taken out of its cycle. */
  readonly picked: string | undefined;
  readonly onPick: (edge: string) => void;
}

/** Lines as long as this carry a word. */
const ROOM_FOR_WORD = 84;

/** Threads and locks at their places, with the edges of this cursor. */
export function GraphFigure(props: GraphFigureProps) {
  const { trace, graph, plan, cursor, language, name, sources, picked, width, height } = props;
  const hatch = useId();
  const words = waitForWords[language];
  const seatOf: ReadonlyMap<string, Seat> = new Map(plan.seats.map((seat) => [seat.id, seat]));
  const cycles = sources.has('derived') ? graph.cycles : [];
  const inCycle = new Set(cycles.flatMap((cycle) => cycle.edges.map(edgeKey)));
  const edges = waitForEdges(graph).filter((edge) => sources.has(trace.event(edge.since).source));
  const lines = edges.flatMap((edge) => {
    const thread = seatOf.get(edge.thread);
    const isDouble = edges.some((other) => other !== edge && other.thread === edge.thread && other.on === edge.on);
    const others = (joinedBy(edge.on) ?? [edge.on]).flatMap((id) => seatOf.get(id) ?? []);
    return thread === undefined
      ? []
      : others.map((other) => ({
          edge,
          line: edge.kind === 'wait' ? edgeLine(thread, other, isDouble) : edgeLine(other, thread, isDouble),
        }));
  });
  const hasWords = lines.length <= 4;
  return (
    <svg className="ls-stage" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group">
      <defs>
        <Hatch id={hatch} />
      </defs>
      {cycles.map((cycle) => (
        <CycleBand
          key={cycle.threads.join()}
          cycle={cycle}
          seatOf={seatOf}
          radius={plan.radius}
          without={picked}
          isNow={cycle.since === cursor - 1}
        />
      ))}
      {lines.map(({ edge, line }) => {
        const key = edgeKey(edge);
        const isInCycle = inCycle.has(key);
        const isAsking = edge.kind === 'wait' && graph.waits.get(edge.thread)?.isBlocked === false;
        const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
        return (
          <GraphEdge
            key={`${key} ${line.angle}`}
            edge={edge}
            line={line}
            colour={actorColour(trace, edge.thread)}
            isAsking={isAsking}
            isNow={edge.since === cursor - 1}
            isInCycle={isInCycle}
            isPicked={isInCycle && key === picked}
            word={
              hasWords && length >= ROOM_FOR_WORD
                ? words[isAsking ? 'asksFor' : edge.kind === 'hold' ? 'heldBy' : 'waitsFor']
                : undefined
            }
            isRight={(line.x1 + line.x2) / 2 > width / 2}
            label={edgeText(edge, language, name)}
            onPick={isInCycle ? () => props.onPick(key) : undefined}
          />
        );
      })}
      {plan.seats.map((seat) =>
        seat.kind === 'lock' ? (
          <LockSeat key={seat.id} seat={seat} plan={plan} isHeld={graph.holds.has(seat.id)} />
        ) : (
          <ThreadSeat
            key={seat.id}
            seat={seat}
            plan={plan}
            colour={actorColour(trace, seat.id)}
            digit={digitOf(seat.id)}
            name={name(seat.id)}
            state={stateOf(graph, seat.id)}
            hatch={hatch}
          />
        ),
      )}
    </svg>
  );
}

function digitOf(thread: string): string {
  const number = threadNumber(thread);
  return number === undefined ? '' : formatSchedule([number]);
}

function stateOf({ waits, lives, holds }: WaitForGraph, thread: string): 'going' | 'waiting' | 'over' | 'unborn' {
  if (waits.get(thread)?.isBlocked) return 'waiting';
  const life = lives.get(thread);
  if (life === 'over') return 'over';
  if (life === 'alive' || waits.has(thread)) return 'going';
  return [...holds.values()].some((hold) => hold.thread === thread) ? 'going' : 'unborn';
}

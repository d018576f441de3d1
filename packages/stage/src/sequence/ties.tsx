// Why the present step happened, drawn: a thin line from the call to the segment that it led to, along the segment, and
// from its arrival to the call that it let return.
import { causeChain, hostOf, type Trace } from '@lockstep/trace';
import { along, type Course, type Point } from './course.ts';
import { endAt, type Geometry } from './geometry.ts';
import type { FigureProps } from './sequence-props.ts';
import { sequenceWords } from './words.ts';

/** The steps that led to the present one, oldest first; empty when it is none that is tied. */
function tiedSteps(
  trace: Trace,
  cursor: number,
  connections: FigureProps['reading']['connections'],
): readonly number[] {
  const present = cursor - 1;
  if (present < 0) return [];
  const kind = trace.kindAt(present);
  const most =
    kind === 'tcp.segment-sent' || kind === 'frame.sent'
      ? 2
      : kind === 'tcp.segment-delivered' || kind === 'frame.delivered'
        ? 3
        : kind === 'call.returned'
          ? 4
          : 0;
  if (most === 0) return [];
  const chain = causeChain(trace, present, connections).slice(-most);
  if (kind === 'call.returned') {
    // A return that only its own call explains says nothing.
    if (chain.length < 3) return [];
    if (trace.kindAt(chain[0] as number) !== 'call.entered') chain.shift();
  }
  return chain.length > 1 ? chain : [];
}

/** The ties of the present step. */
export function Ties(props: FigureProps) {
  const { trace, cursor, reading, geometry, language, sources } = props;
  const steps = tiedSteps(trace, cursor, reading.connections);
  if (steps.length === 0 || steps.some((seq) => reading.drawn[seq] === 0 || !sources.has(trace.event(seq).source)))
    return undefined;
  const words = sequenceWords[language];
  const points = steps.map((seq) => pointOf(props, seq));
  const links = steps.slice(1).map((seq, index) => {
    const [from, to] = [points[index], points[index + 1]];
    const course = courseBetween(props.drawing.courses, steps[index] as number, seq);
    return from && to && !course ? { key: seq, from, to } : undefined;
  });
  const beside = steps.slice(1).flatMap((seq, index) => {
    const course = courseBetween(props.drawing.courses, steps[index] as number, seq);
    return course ? [course] : [];
  });
  return (
    <g className="ls-ties" role="img" aria-label={words.because(steps.map((seq) => seq + 1))}>
      {links.map(
        (link) =>
          link && (
            <path
              key={link.key}
              d={`M${link.from.x} ${link.from.y}L${link.to.x} ${link.to.y}`}
              className="ls-line ls-now"
              style={{ strokeWidth: 1.5 }}
            />
          ),
      )}
      {beside.map((course) => (
        <Beside key={course.crossing.sent.seq} course={course} geometry={geometry} />
      ))}
      {links.map(
        (link, index) =>
          link &&
          link.from.y < props.view.offset &&
          link.to.y >= props.view.offset && (
            <text
              key={link.key}
              x={link.from.x + (link.from.x > geometry.middleX ? 6 : -6)}
              y={props.view.offset + 34}
              textAnchor={link.from.x > geometry.middleX ? 'start' : 'end'}
              className="ls-tie-from ls-halo"
            >
              {`↑ ${words.stepName((steps[index] ?? 0) + 1)}`}
            </text>
          ),
      )}
      {points.map(
        (point, index) => point && <circle key={steps[index]} cx={point.x} cy={point.y} r={3} className="ls-tie-end" />,
      )}
    </g>
  );
}

/** Ties run outside the kernel's line, so that they do not hide what it says. */
const OUTSIDE = 7;

function pointOf({ trace, reading, geometry }: FigureProps, seq: number): Point | undefined {
  const event = trace.event(seq);
  const host =
    event.kind === 'tcp.segment-sent' || event.kind === 'frame.sent'
      ? event.from
      : 'to' in event && 'frame' in event
        ? event.to
        : hostOf(event.actor);
  const end = endAt(geometry, host);
  return end && { x: end.kernelX + end.outward * OUTSIDE, y: reading.layout.y[seq] ?? 0 };
}

/** The crossing that leads from one of these steps to the other. */
function courseBetween(courses: readonly Course[], from: number, to: number): Course | undefined {
  return courses.find(
    ({ crossing }) => crossing.sent.seq === from && crossing.copies.some(({ endSeq }) => endSeq === to),
  );
}

/** A line just under the segment. */
function Beside({ course }: { readonly course: Course; readonly geometry: Geometry }) {
  const pieces = [...(course.toPlate ? [course.toPlate] : []), ...course.copies.slice(0, 1).map(({ piece }) => piece)];
  return pieces.map((piece) => {
    const [from, to] = [along(piece, 0.03), along(piece, 0.95)];
    return (
      <line
        key={`${from.x} ${from.y}`}
        x1={from.x}
        y1={from.y + 5}
        x2={to.x}
        y2={to.y + 5}
        className="ls-line ls-now"
        style={{ strokeWidth: 1.25 }}
      />
    );
  });
}

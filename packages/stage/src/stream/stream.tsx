// TCP carries a stream of bytes: each byte is a column, each place where it can be a row. A byte keeps the colour of the
// call that wrote it all the way down, so one sees where the kernel and the reader have cut otherwise than the writer.
import {
  arrivedInOrder,
  type ByteStream,
  byteStreams,
  clampCursor,
  emptyStream,
  foldOf,
  type StreamWrite,
  streamEnd,
} from '@lockstep/trace';
import { useId, useMemo, useState } from 'react';
import { Hatch } from '../marks/hatch.tsx';
import { ReceiveRow, SendRow } from './buffer-rows.tsx';
import { CableRow } from './cable-row.tsx';
import { directionsOf, mostTelling } from './choose.ts';
import { contentsOf } from './contents.ts';
import { useDecodedAnew, withDecoded } from './decode-anew.ts';
import { DecodedRow } from './decoded-row.tsx';
import { Directions } from './directions.tsx';
import type { StreamFigure } from './figure.ts';
import { focusOf, movedBy, type RowName, rowTouched } from './moved.ts';
import { Overview } from './overview.tsx';
import { planOf, type RowPlan, tracksOf } from './plan.ts';
import { CutLines, ReadRow } from './read-row.tsx';
import { RowLabel } from './row-label.tsx';
import type { StreamProps } from './stream-props.ts';
import { closeUpOf, windowOf } from './window.ts';
import { streamWords } from './words.ts';
import { WritePatterns } from './write-look.tsx';
import { WrittenRow } from './written-row.tsx';

const MOST_TRACKS = 3;

/** A connection's bytes in one direction, from the program that writes them to the one that reads them. */
export function Stream(props: StreamProps) {
  const { trace, length, width, height, language, name, connection, direction, decode } = props;
  const words = streamWords[language];
  const [chosenId, setChosenId] = useState<string>();
  const fold = foldOf(byteStreams, trace);
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const directions = directionsOf(fold.at(length), connection);
  const whole =
    directions.find(({ id }) => id === chosenId) ??
    directions.find(({ from }) => from === direction) ??
    mostTelling(directions);
  const decoded = useDecodedAnew(trace, whole, decode);
  if (!whole)
    return (
      <svg className="ls-stage" width={width} height={height} role="img" aria-label={words.none}>
        <text x={16} y={30} className="ls-note">
          {words.none}
        </text>
      </svg>
    );
  const now = fold.at(cursor).streams;
  const before = fold.at(Math.max(0, cursor - 1)).streams;
  const at = (streams: typeof now, present: number) => {
    const stream = streams.get(whole.id) ?? nothingOf(whole);
    return decoded ? withDecoded(stream, decoded, present) : stream;
  };
  const touched = directions.filter(({ id }) => cursor > 0 && before.get(id) !== now.get(id)).map(({ id }) => id);
  return (
    <Direction
      {...props}
      cursor={cursor}
      whole={decoded ? withDecoded(whole, decoded, length) : whole}
      stream={at(now, cursor)}
      before={at(before, cursor - 1)}
    >
      {(left) => (
        <Directions
          streams={directions.map((one) => now.get(one.id) ?? nothingOf(one))}
          chosen={whole.id}
          left={left}
          width={width}
          now={new Set(touched)}
          words={words}
          name={name}
          onChoose={setChosenId}
        />
      )}
    </Direction>
  );
}

interface DirectionProps extends StreamProps {
  readonly whole: ByteStream;
  readonly stream: ByteStream;
  readonly before: ByteStream;
  /** What stands above the rows. */
  readonly children: (left: number) => React.ReactNode;
}

function Direction(props: DirectionProps) {
  const { trace, width, height, language, name, cursor, whole, stream, before, sources, part, children } = props;
  const id = useId();
  const words = streamWords[language];
  const all = useMemo(() => ({ segments: [...whole.segments], writes: [...whole.writes] }), [whole]);
  const tracks = useMemo(() => tracksOf(all.segments, MOST_TRACKS), [all]);
  const presentSeq = cursor - 1;
  const moved = presentSeq >= 0 ? movedBy(before, stream, presentSeq) : [];
  const focus = focusOf(moved, stream);
  const windowIn = (cellsWidth: number, isCompact: boolean) =>
    part ? closeUpOf(whole, part, cellsWidth, isCompact) : windowOf(whole, focus, cellsWidth, isCompact);
  const roomy = windowIn(Math.max(80, width < 520 ? width - 24 : width - 168), width < 520);
  const plan = planOf({
    width,
    height,
    tracks: Math.max(1, ...tracks.map((track) => track + 1)),
    hasMessages: props.decode !== undefined || whole.messages.length > 0 || whole.refused !== undefined,
    hasOverview: !roomy.isWhole,
  });
  const window = windowIn(plan.cellsWidth, plan.isCompact);
  const writes: readonly StreamWrite[] = sources.has('program') ? all.writes : [];
  const figure: StreamFigure = {
    ...props,
    stream,
    whole,
    writes,
    contents: contentsOf(trace, sources.has('wire') && window.hasLetters ? all.segments : [], window),
    plan,
    window,
    moved,
    rowNow: before === stream ? undefined : rowTouched(moved, stream, presentSeq),
    presentSeq,
    id,
    words,
    scale: (position) => plan.left + (position - window.from) * window.pitch,
  };
  const rowOf = (wanted: RowName) => plan.rows.find((row) => row.name === wanted);
  const written = rowOf('written') as RowPlan;
  const read = rowOf('read') as RowPlan;
  const decoded = rowOf('decoded');
  return (
    <svg
      className="ls-stage ls-stream"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={words.figure(name(whole.from), name(whole.to), cursor, {
        writes: stream.writes.length,
        written: streamEnd(stream),
        unacknowledged: stream.handed - stream.acknowledged,
        unread: arrivedInOrder(stream) - stream.read,
        reads: stream.reads.length,
        read: stream.read,
        messages: stream.messages.length,
      })}
    >
      <defs>
        <Hatch id={`${id}hatch`} />
        <WritePatterns id={id} />
      </defs>
      {children(plan.left)}
      {plan.rows.map((row) => (
        <RowLabel key={row.name} figure={figure} row={row} />
      ))}
      <WrittenRow figure={figure} row={written} />
      <SendRow figure={figure} row={rowOf('send') as RowPlan} />
      <CableRow figure={figure} row={rowOf('cable') as RowPlan} tracks={tracks} />
      <ReceiveRow figure={figure} row={rowOf('receive') as RowPlan} />
      <ReadRow figure={figure} row={read} />
      {decoded && <DecodedRow figure={figure} row={decoded} />}
      <CutLines figure={figure} written={written} row={read} />
      {!window.isWhole && <Overview figure={figure} />}
      {!plan.isCompact && plan.legendY + 6 <= height && (
        <text x={16} y={plan.legendY} className="ls-note ls-small">
          {words.legend}
        </text>
      )}
    </svg>
  );
}

/** A stream before anything happened in it. */
function nothingOf({ id, from, to }: ByteStream): ByteStream {
  return emptyStream(id, from, to);
}

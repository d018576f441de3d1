import { foldOf, type Trace } from '@lockstep/trace';
import { type ColourNumber, colourClass } from '../actor-colour.ts';
import type { Language } from '../text.ts';
import { type Cell, kernelBuffers, receiveCells, sendCells } from './buffers-at.ts';
import type { Crossing } from './crossings.ts';
import type { End, Geometry } from './geometry.ts';
import { hostOf } from './state-marks.ts';
import { sequenceWords } from './words.ts';

/** Height that the buffers take under the drawing. */
export const BUFFERS_HEIGHT = 82;

interface BuffersProps {
  readonly trace: Trace;
  readonly crossings: readonly Crossing[];
  readonly geometry: Geometry;
  readonly cursor: number;
  readonly language: Language;
}

/** What both kernels hold: bytes with their letters, and connections waiting for accept(). */
export function Buffers(props: BuffersProps) {
  const [left, right] = props.geometry.ends;
  const half = props.geometry.width / 2;
  return (
    <g>
      <line x1={0} x2={props.geometry.width} y1={0.5} y2={0.5} className="ls-line ls-hair" />
      <KernelPanel {...props} end={left} peer={right} x={8} width={half - 48} />
      <KernelPanel {...props} end={right} peer={left} x={half + 40} width={half - 48} />
    </g>
  );
}

interface KernelPanelProps extends BuffersProps {
  readonly end: End;
  readonly peer: End;
  readonly x: number;
  readonly width: number;
}

function KernelPanel({ trace, crossings, cursor, language, end, peer, x, width }: KernelPanelProps) {
  const words = sequenceWords[language];
  const state = foldOf(kernelBuffers, trace).at(cursor).get(end.host);
  const present = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const isNow = (kind: string) => present?.kind === kind && hostOf(present.actor) === end.host;
  const send = state?.sendBytes ?? 0;
  const receive = state?.receiveBytes ?? 0;
  const listens = state?.limit !== undefined;
  const main = listens ? { kind: 'receive' as const, count: receive } : { kind: 'send' as const, count: send };
  const cells =
    main.kind === 'send'
      ? sendCells(trace, crossings, end.host, cursor, main.count)
      : receiveCells(crossings, peer.host, cursor, main.count);
  const title = `${words.kernelOf(end.host)} · ${main.kind === 'send' ? words.sendBuffer : words.receiveBuffer}`;
  const colour: ColourNumber = main.kind === 'send' ? end.colour : peer.colour;
  const note =
    main.count === 0
      ? ''
      : main.kind === 'receive'
        ? words.unread
        : cells.some((cell) => !cell.sent)
          ? words.unsent
          : words.unacknowledged;
  return (
    <g transform={`translate(${x} 8)`}>
      <text x={0} y={14} className="ls-strong">
        {sentenceCase(title)}
      </text>
      <Count x={width} y={14} bytes={main.count} colour={colour} now={isNow('socket.buffers')} />
      <Cells cells={cells} kind={main.kind} colour={colour} width={width - (note === '' ? 0 : 92)} />
      {note !== '' && (
        <text x={width} y={36} textAnchor="end" className="ls-note ls-small">
          {note}
        </text>
      )}
      {listens ? (
        <AcceptQueue
          waiting={state?.waiting ?? 0}
          limit={state?.limit ?? 0}
          colour={peer.colour}
          width={width}
          label={words.acceptQueue}
          count={words.waiting(state?.waiting ?? 0, state?.limit ?? 0)}
          now={isNow('socket.accept-queue')}
        />
      ) : (
        <g>
          <text x={0} y={66} className="ls-strong">
            {words.receiveBuffer}
          </text>
          <line x1={112} x2={width - 48} y1={62} y2={62} className="ls-line ls-hair-2" />
          <Count x={width} y={66} bytes={receive} colour={peer.colour} now={isNow('socket.buffers')} />
        </g>
      )}
    </g>
  );
}

interface CountProps {
  readonly x: number;
  readonly y: number;
  readonly bytes: number;
  readonly colour: ColourNumber;
  /** The present step told it. */
  readonly now: boolean;
}

function Count({ x, y, bytes, colour, now }: CountProps) {
  return (
    <g className={colourClass(colour)}>
      <text
        x={x}
        y={y}
        textAnchor="end"
        className="ls-bytes"
        data-empty={bytes === 0 || undefined}
        data-now={now || undefined}
      >
        {`${bytes} B`}
      </text>
    </g>
  );
}

interface CellsProps {
  readonly cells: readonly Cell[];
  readonly kind: 'send' | 'receive';
  readonly colour: ColourNumber;
  readonly width: number;
}

const CELL = 19;

/** A cell a byte; what has no room is counted at the end. */
function Cells({ cells, kind, colour, width }: CellsProps) {
  if (cells.length === 0) return <line x1={0} x2={width - 48} y1={32} y2={32} className="ls-line ls-hair-2" />;
  const room = Math.max(1, Math.floor(width / CELL));
  const shown = cells.length > room ? cells.slice(0, room - 2) : cells;
  return (
    <g className={colourClass(colour)}>
      {shown.map((cell, index) => (
        // A byte is its place in the buffer.
        <g key={index} className="ls-cell" data-kind={kind} data-sent={cell.sent || undefined}>
          <rect x={index * CELL + 0.5} y={22.5} width={17} height={19} rx={1} className="ls-cell-box" />
          {cell.byte === 0x20 ? (
            <path d={`M${index * CELL + 5} 34v3h8v-3`} className="ls-cell-space" />
          ) : (
            <text x={index * CELL + 9} y={36} textAnchor="middle" className="ls-cell-text">
              {letterOf(cell.byte)}
            </text>
          )}
        </g>
      ))}
      {shown.length < cells.length && (
        <text x={shown.length * CELL + 4} y={36} className="ls-note ls-small">
          {`+${cells.length - shown.length}`}
        </text>
      )}
    </g>
  );
}

/** Printable ASCII as it is; any other byte as a dot; nothing for a byte that was not seen. */
function letterOf(byte: number | undefined): string {
  if (byte === undefined) return '';
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}

interface AcceptQueueProps {
  readonly waiting: number;
  readonly limit: number;
  readonly colour: ColourNumber;
  readonly width: number;
  readonly label: string;
  readonly count: string;
  readonly now: boolean;
}

/** A slot for each connection that may wait: on Linux one more than the program asked for in listen(2). */
function AcceptQueue({ waiting, limit, colour, width, label, count, now }: AcceptQueueProps) {
  const slots = limit;
  const pitch = Math.min(22, (width - 176) / Math.max(1, slots));
  return (
    <g className={colourClass(colour)}>
      <text x={0} y={66} className="ls-strong">
        {label}
      </text>
      {Array.from({ length: slots }, (_, slot) => (
        // A slot is its place.
        <rect
          key={slot}
          x={100 + slot * pitch + 0.5}
          y={54.5}
          width={Math.max(2, pitch - 4)}
          height={14}
          rx={1}
          className="ls-slot"
          data-full={slot < waiting || undefined}
        />
      ))}
      <text x={width} y={66} textAnchor="end" className="ls-bytes" data-plain data-now={now || undefined}>
        {count}
      </text>
    </g>
  );
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

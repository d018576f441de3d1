import { foldOf, hostOf, type Trace } from '@lockstep/trace';
import { type ColourNumber, colourClass } from '../actor-colour.ts';
import type { Language } from '../text.ts';
import { sansWidth } from '../text-width.ts';
import { buffersOf, type Cell, kernelBuffers, receiveCells, sendCells } from './buffers-at.ts';
import { flightOf, flights } from './flight-at.ts';
import { focusAt } from './focus-at.ts';
import { Gauge } from './gauge.tsx';
import type { End, Geometry } from './geometry.ts';
import type { Reading } from './reading.ts';
import { sequenceWords } from './words.ts';

/** Height that the buffers take under the drawing, and that of a line with what is in flight. */
export const BUFFERS_HEIGHT = 82;
export const GAUGE_HEIGHT = 20;

interface BuffersProps {
  readonly trace: Trace;
  readonly reading: Reading;
  readonly geometry: Geometry;
  readonly cursor: number;
  readonly language: Language;
}

/** What both kernels hold: bytes with their letters, what is in flight, and connections waiting for accept(). */
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

function KernelPanel(props: KernelPanelProps) {
  const { trace, reading, cursor, language, end, peer, x, width } = props;
  const words = sequenceWords[language];
  const { connections, crossings, several } = reading;
  if (connections.list.length === 0) return <DatagramMemory {...props} />;
  const focus = focusAt(connections, cursor, [end.host, peer.host]);
  const connection = focus?.number ?? 0;
  const kernel = foldOf(kernelBuffers, trace).at(cursor).get(end.host);
  const state = buffersOf(kernel, connections, connection);
  const present = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const isNow = (kind: string) => present?.kind === kind && hostOf(present.actor) === end.host;
  const send = state?.sendBytes ?? 0;
  const receive = state?.receiveBytes ?? 0;
  const listens = kernel?.limit !== undefined;
  const main = listens ? { kind: 'receive' as const, count: receive } : { kind: 'send' as const, count: send };
  const most = Math.max(1, Math.floor(width / CELL));
  const cells =
    main.kind === 'send'
      ? sendCells(crossings, { from: end.host, connection, cursor }, main.count, most)
      : receiveCells(crossings, { from: peer.host, connection, cursor }, main.count, most);
  const which = several && connection > 0 ? ` · #${connection}` : '';
  const title = `${words.kernelOf(end.host)} · ${main.kind === 'send' ? words.sendBuffer : words.receiveBuffer}${which}`;
  const colour: ColourNumber = main.kind === 'send' ? end.colour : peer.colour;
  const note =
    main.count === 0
      ? ''
      : main.kind === 'receive'
        ? words.unread
        : cells.some((cell) => !cell.sent)
          ? words.unsent
          : words.unacknowledged;
  const flight = focus && flightOf(foldOf(flights, trace).at(cursor), focus, end.host);
  const isMoved = present?.kind.startsWith('tcp.') === true && hostOf(present.actor) === end.host;
  return (
    <g transform={`translate(${x} 8)`}>
      <text x={0} y={14} className="ls-strong">
        {sentenceCase(title)}
      </text>
      <Count x={width} y={14} bytes={main.count} colour={colour} now={isNow('socket.buffers')} />
      <Cells
        cells={cells}
        count={main.count}
        kind={main.kind}
        colour={colour}
        width={width - (note === '' ? 0 : sansWidth(note, 12) + 6)}
      />
      {note !== '' && (
        <text x={width} y={36} textAnchor="end" className="ls-note ls-small">
          {note}
        </text>
      )}
      {listens ? (
        <AcceptQueue
          waiting={kernel?.waiting ?? 0}
          limit={kernel?.limit ?? 0}
          colour={peer.colour}
          width={width}
          label={words.acceptQueue}
          count={words.waiting(kernel?.waiting ?? 0, kernel?.limit ?? 0)}
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
      {flight?.hasData && (
        <g transform="translate(0 77)">
          <Gauge flight={flight} colour={end.colour} width={width} language={language} now={isMoved} />
        </g>
      )}
    </g>
  );
}

/** Somebody has sent data by now: there is something to say of what is in flight. */
export function hasFlight(trace: Trace, length: number): boolean {
  return [...foldOf(flights, trace).at(length).ends.values()].some(({ hasData }) => hasData);
}

/** Where there is no TCP: what the kernel keeps for datagrams, which it counts as memory and not as bytes of messages. */
function DatagramMemory({ trace, cursor, language, end, x, width }: KernelPanelProps) {
  const words = sequenceWords[language];
  const sockets = [...(foldOf(kernelBuffers, trace).at(cursor).get(end.host)?.sockets.values() ?? [])];
  const bytes = sockets.reduce((sum, { receiveBytes }) => sum + receiveBytes, 0);
  const present = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const isNow = present?.kind === 'socket.buffers' && hostOf(present.actor) === end.host;
  return (
    <g transform={`translate(${x} 8)`}>
      <text x={0} y={14} className="ls-strong">
        {sentenceCase(`${words.kernelOf(end.host)} · ${words.waitingDatagrams}`)}
      </text>
      <Count x={width} y={14} bytes={bytes} colour={end.colour} now={isNow} />
      <text x={0} y={36} className="ls-note ls-small">
        {words.memoryNotPayload}
      </text>
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
  /** As many as there is room for. */
  readonly cells: readonly Cell[];
  /** Of so many. */
  readonly count: number;
  readonly kind: 'send' | 'receive';
  readonly colour: ColourNumber;
  readonly width: number;
}

const CELL = 19;

/** A cell a byte; what has no room is counted at the end. */
function Cells({ cells, count, kind, colour, width }: CellsProps) {
  if (count === 0) return <line x1={0} x2={width - 48} y1={32} y2={32} className="ls-line ls-hair-2" />;
  const room = Math.max(1, Math.floor(width / CELL));
  const shown = count > room ? cells.slice(0, Math.max(1, room - 3)) : cells;
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
      {shown.length < count && (
        <text x={shown.length * CELL + 4} y={36} className="ls-note ls-small">
          {`+${count - shown.length}`}
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

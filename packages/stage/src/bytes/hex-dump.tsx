import type { Frame } from '@lockstep/packet';
import { type KeyboardEvent, useRef } from 'react';
import { fieldOfByte, type Place } from './frame-at.ts';

interface HexDumpProps {
  readonly frame: Frame;
  readonly label: string;
  readonly pointed: Place | undefined;
  /** How a byte's field is called, for its accessible name. */
  readonly nameOf: (place: Place) => string;
  readonly onPoint: (place: Place | undefined) => void;
  readonly onChoose: (place: Place) => void;
}

const ROW = 16;

/** Sixteen bytes a row; each underlined as its header is, the bytes of the field pointed at framed. */
export function HexDump({ frame, label, pointed, nameOf, onPoint, onChoose }: HexDumpProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = Array.from({ length: Math.ceil(frame.bytes.length / ROW) }, (_, row) => row);
  const first = pointed?.field.offset ?? 0;

  const move = (event: KeyboardEvent, offset: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ROW, ArrowUp: -ROW }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = offset + step;
    box.current?.querySelector<HTMLElement>(`[data-offset="${next}"]`)?.focus();
  };

  return (
    <div className="ls-hex" role="group" aria-label={label} ref={box}>
      {rows.map((row) => (
        <div key={row} className="ls-hex-row">
          <span className="ls-hex-offset" aria-hidden="true">
            {(row * ROW).toString(16).padStart(4, '0')}
          </span>
          {Array.from(frame.bytes.subarray(row * ROW, row * ROW + ROW), (byte, column) => {
            const offset = row * ROW + column;
            const place = fieldOfByte(frame, offset);
            const hex = byte.toString(16).padStart(2, '0');
            return (
              <button
                key={offset}
                type="button"
                className="ls-byte"
                data-offset={offset}
                data-layer={place && frame.layers[place.layer]?.protocol}
                data-pointed={pointed && edgeOf(pointed, offset, column)}
                tabIndex={offset === first ? 0 : -1}
                aria-label={place ? `${hex}, ${nameOf(place)}` : hex}
                onMouseEnter={() => onPoint(place)}
                onMouseLeave={() => onPoint(undefined)}
                onFocus={() => onPoint(place)}
                onBlur={() => onPoint(undefined)}
                onClick={() => place && onChoose(place)}
                onKeyDown={(event) => move(event, offset)}
              >
                {hex}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Which sides of the frame around the field's bytes this byte draws; undefined: it lies outside. */
function edgeOf({ field }: Place, offset: number, column: number): string | undefined {
  if (offset < field.offset || offset >= field.offset + field.length) return undefined;
  const isFirst = offset === field.offset || column === 0;
  const isLast = offset === field.offset + field.length - 1 || column === ROW - 1;
  return isFirst && isLast ? 'only' : isFirst ? 'first' : isLast ? 'last' : 'inside';
}

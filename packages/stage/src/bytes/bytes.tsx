// The bytes of one frame and what they mean. Pointing works in both directions: a byte shows its field, a field its
// bytes; a choice stays, hovering does not.
import { decodeFrame, type Frame, hexToBytes, isLinkType } from '@lockstep/packet';
import type { Trace } from '@lockstep/trace';
import { useMemo, useState } from 'react';
import { actorColour, colourClass } from '../actor-colour.ts';
import { initialNumbersOf, relativeNumbers } from '../sequence/segment-label.ts';
import { SourceBadge } from '../source-badge.tsx';
import type { StageSelection } from '../stage-props.ts';
import type { Language } from '../text.ts';
import { fieldName } from './field-names.ts';
import { FieldTable } from './field-table.tsx';
import { fieldById, fieldId, type Place, sentFrame } from './frame-at.ts';
import { HexDump } from './hex-dump.tsx';
import { byteWords } from './words.ts';

export interface BytesProps {
  readonly trace: Trace;
  readonly length: number;
  readonly cursor: number;
  readonly language: Language;
  /** `frame`: which one; without it, the last one sent before the cursor. `field`: which field. */
  readonly selection: StageSelection;
  readonly onSelect: (selection: StageSelection) => void;
}

/** Hex dump and field table of a frame. */
export function Bytes({ trace, length, cursor, language, selection, onSelect }: BytesProps) {
  const words = byteWords[language];
  const [hovered, setHovered] = useState<Place>();
  const sent = sentFrame(trace, Math.min(cursor, length), selection.frame);
  const initial = useMemo(() => initialNumbersOf(trace, length), [trace, length]);
  const frame = useFrame(sent?.bytes, sent?.link);
  if (!sent || !frame) return <p className="ls-bytes-none">{words.none}</p>;
  const chosen = fieldById(frame, selection.field);
  const pointed = hovered ?? chosen;
  const layer = chosen?.layer ?? hovered?.layer ?? mainLayer(frame.layers);
  const relative: Readonly<Record<string, number>> =
    sent.kind === 'tcp.segment-sent' ? { ...relativeNumbers(sent, initial) } : {};
  const choose = (place: Place) => onSelect({ frame: sent.frame, field: fieldId(place) });
  return (
    <div
      role="group"
      className={`ls-bytes-stage ${colourClass(actorColour(trace, sent.actor))}`}
      aria-label={words.title(sent.seq + 1)}
    >
      <div className="ls-bytes-head">
        <b>{words.title(sent.seq + 1)}</b>
        <span>
          {words.size(frame.bytes.length)} <SourceBadge source={sent.source} language={language} />
        </span>
      </div>
      <HexDump
        frame={frame}
        label={words.bytesOf}
        pointed={pointed}
        nameOf={({ field }) => fieldName(field, language)}
        onPoint={setHovered}
        onChoose={choose}
      />
      <div className="ls-layers">
        {frame.layers.map((one, index) => {
          const name = words.layers[one.protocol] ?? one.protocol;
          const field = one.fields[0];
          return (
            <button
              // Layers of one protocol may repeat: their order is their identity.
              key={`${index}${one.protocol}`}
              type="button"
              data-layer={one.protocol}
              aria-pressed={index === layer}
              aria-label={words.header(name, one.length)}
              onClick={() => field && choose({ layer: index, field })}
            >
              <i aria-hidden="true" />
              {name} <b>{one.length}</b>
            </button>
          );
        })}
      </div>
      <FieldTable
        frame={frame}
        layer={layer}
        pointed={pointed}
        language={language}
        relative={relative}
        onPoint={setHovered}
        onChoose={choose}
      />
    </div>
  );
}

/** Decodes once for each frame, not for each hover. */
function useFrame(hex: string | undefined, link: string | undefined): Frame | undefined {
  return useMemo(() => {
    if (hex === undefined) return undefined;
    return decodeFrame(hexToBytes(hex), link !== undefined && isLinkType(link) ? link : 'ethernet');
  }, [hex, link]);
}

/** The header that a lesson is about: TCP or UDP where there is one, else the innermost. */
function mainLayer(layers: readonly { readonly protocol: string }[]): number {
  const transport = layers.findIndex((layer) => layer.protocol === 'tcp' || layer.protocol === 'udp');
  if (transport >= 0) return transport;
  const inner = layers.findLastIndex((layer) => layer.protocol !== 'padding' && layer.protocol !== 'payload');
  return Math.max(0, inner);
}

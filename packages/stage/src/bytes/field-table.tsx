import { bytesToHex, type Frame } from '@lockstep/packet';
import { printedGrouped } from '../printed.ts';
import type { Language } from '../text.ts';
import { fieldName } from './field-names.ts';
import { fieldId, type Place } from './frame-at.ts';
import { byteWords } from './words.ts';

interface FieldTableProps {
  readonly frame: Frame;
  readonly layer: number;
  readonly pointed: Place | undefined;
  readonly language: Language;
  /** Numbers counted from the initial ones, where they are known. */
  readonly relative: Readonly<Record<string, number>>;
  readonly onPoint: (place: Place | undefined) => void;
  readonly onChoose: (place: Place) => void;
}

/** The fields of one header: standard name, the value as it stands in the frame, what it means. */
export function FieldTable({ frame, layer, pointed, language, relative, onPoint, onChoose }: FieldTableProps) {
  const header = frame.layers[layer];
  if (!header) return undefined;
  const words = byteWords[language];
  const isTcp = header.protocol === 'tcp';
  return (
    <>
      {header.malformed !== undefined && <p className="ls-malformed">{header.malformed}</p>}
      <table className="ls-fields">
        <tbody>
          {header.fields.map((field) => {
            const place: Place = { layer, field };
            const chosen = pointed !== undefined && fieldId(pointed) === fieldId(place);
            const count = isTcp ? relative[field.name] : undefined;
            const [value, meaning] = cellsOf(frame, place, count);
            return (
              <tr
                key={field.name}
                data-chosen={chosen || undefined}
                onMouseEnter={() => onPoint(place)}
                onMouseLeave={() => onPoint(undefined)}
              >
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={chosen}
                    onClick={() => onChoose(place)}
                    onFocus={() => onPoint(place)}
                    onBlur={() => onPoint(undefined)}
                  >
                    {fieldName(field, language)}
                  </button>
                </th>
                {value !== '' && <td title={value}>{value}</td>}
                <td colSpan={value === '' ? 2 : 1} data-check={field.check} title={meaning}>
                  {field.check === undefined ? meaning : words.checks[field.check]}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function cellsOf(
  frame: Frame,
  { field }: Place,
  relative: number | undefined,
): readonly [value: string, meaning: string] {
  const raw = `0x${bytesToHex(frame.bytes.subarray(field.offset, field.offset + field.length))}`;
  if (field.check === 'wrong') return [raw, ''];
  if (field.check !== undefined) return [raw, ''];
  if (relative !== undefined)
    return [printedGrouped(Number(field.value)), `${field.name === 'sequence' ? 'seq' : 'ack'}=${relative}`];
  if (field.name === 'data') return [raw.length > 18 ? `${field.length} B` : raw, quoted(field.text)];
  if (typeof field.value === 'string') return ['', field.text];
  const plain = String(field.value);
  if (field.text !== plain) return [raw.length + field.text.length > 17 ? '' : raw, field.text];
  return [plain, field.bits === undefined ? raw : ''];
}

/** The decoder's `12 bytes: hello` without its count, which stands beside it. */
function quoted(text: string): string {
  const content = text.slice(text.indexOf(': ') + 2);
  return `“${content.length > 24 ? `${content.slice(0, 23)}…` : content}”`;
}

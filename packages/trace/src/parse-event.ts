// Checks what a file says, value by value. What comes out of here is valid, so nothing behind it checks again.
import { type Fact, SOURCES } from './event.ts';
import { COLOURS, FORMAT_VERSION, type Header, MODES } from './header.ts';
import { fieldsOf, isKind, type Kind } from './kinds.ts';
import { RecordingError } from './recording-error.ts';

type Place = ConstructorParameters<typeof RecordingError>[1];

/** Checks that a value is a header of this version. `place` is for the error message. */
export function parseHeader(value: unknown, place: Place = 1): Header {
  const header = asObject(value, place);
  if (header['format'] !== 'lockstep') throw new RecordingError('this is not a Lockstep recording', place);
  if (header['version'] !== FORMAT_VERSION)
    throw new RecordingError(`version ${String(header['version'])} is newer than this program knows`, place);
  for (const name of ['run', 'lab', 'startedAt'] as const)
    if (typeof header[name] !== 'string') throw new RecordingError(`header lacks ${name}`, place);
  if (!MODES.includes(header['mode'] as never)) throw new RecordingError('header lacks a known mode', place);
  if (typeof header['seed'] !== 'number') throw new RecordingError('header lacks seed', place);
  for (const name of ['knobs', 'reality', 'machine'] as const) asObject(header[name], place);
  if (!Array.isArray(asObject(header['reality'], place)['parts']))
    throw new RecordingError('header lacks the real parts', place);
  const actors = header['actors'];
  if (!Array.isArray(actors) || !actors.every((a) => typeof (a as { id?: unknown })?.id === 'string'))
    throw new RecordingError('header lacks actors', place);
  for (const { id, colour } of actors as { readonly id: string; readonly colour?: unknown }[])
    if (!(Number.isInteger(colour) && (colour as number) >= 0 && (colour as number) <= COLOURS))
      throw new RecordingError(`actor ${id} has no colour from 0 to ${COLOURS}`, place);
  return header as unknown as Header;
}

/** Checks one event against the table of kinds. `seq` is its place in the trace: causes must lie before it. */
export function parseFact(value: unknown, seq: number, place: Place = seq + 2): Fact {
  const event = asObject(value, place);
  const kind = event['kind'];
  if (typeof kind !== 'string' || !isKind(kind))
    throw new RecordingError(`unknown kind of event ${JSON.stringify(kind)}`, place);
  if (typeof event['at'] !== 'number' || !Number.isFinite(event['at']))
    throw new RecordingError(`${kind} lacks its time`, place);
  if (typeof event['actor'] !== 'string') throw new RecordingError(`${kind} lacks its actor`, place);
  if (!SOURCES.includes(event['source'] as never)) throw new RecordingError(`${kind} lacks its source`, place);
  const cause = event['cause'];
  if (cause !== undefined && !(Number.isInteger(cause) && (cause as number) >= 0 && (cause as number) < seq))
    throw new RecordingError(`${kind}: cause ${JSON.stringify(cause)} does not lie before it`, place);
  const line = event['line'];
  if (line !== undefined && !(Number.isInteger(line) && (line as number) > 0))
    throw new RecordingError(`${kind}: line ${JSON.stringify(line)} is no line`, place);
  for (const field of fieldsOf(kind)) {
    const payload = event[field.name];
    if (payload === undefined && field.optional) continue;
    if (!isOfType[field.type](payload))
      throw new RecordingError(`${kind}.${field.name} is ${JSON.stringify(payload)}, not ${field.type}`, place);
  }
  const allowed = namesAllowedIn(kind);
  for (const name in event) if (!allowed.has(name)) throw new RecordingError(`${kind} has no field ${name}`, place);
  return event as unknown as Fact;
}

const allowedNames = new Map<Kind, ReadonlySet<string>>();

function namesAllowedIn(kind: Kind): ReadonlySet<string> {
  const known = allowedNames.get(kind);
  if (known) return known;
  const own = fieldsOf(kind).map(({ name }) => name);
  const allowed = new Set(['seq', 'at', 'actor', 'kind', 'source', 'cause', 'line', ...own]);
  allowedNames.set(kind, allowed);
  return allowed;
}

const isOfType = {
  integer: (v: unknown) => Number.isInteger(v) && Math.abs(v as number) <= 0x7fff_ffff,
  unsigned: (v: unknown) => Number.isInteger(v) && (v as number) >= 0 && (v as number) <= 0xffff_ffff,
  number: (v: unknown) => typeof v === 'number' && Number.isFinite(v),
  text: (v: unknown) => typeof v === 'string',
  flag: (v: unknown) => typeof v === 'boolean',
} as const;

function asObject(value: unknown, place: Place): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RecordingError('an object was expected', place);
  return value as Record<string, unknown>;
}

// The only place that parses recordings. A file is a header line, then one event a line (JSON Lines); the apps
// gzip it at their edges. What comes out of here is valid, so nothing behind it checks again.
import { type Fact, SOURCES, type TraceEvent } from './event.ts';
import { COLOURS, FORMAT_VERSION, type Header, MODES } from './header.ts';
import { fieldsOf, isKind, type Kind } from './kinds.ts';
import { createTrace, type Trace } from './trace.ts';
import { type Upgrade, upgradeLines, upgrades } from './upgrade.ts';

/** A recording that cannot be read, with the line (from 1) where it broke. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly fileLine: number;
  constructor(message: string, fileLine: number) {
    super(`line ${fileLine}: ${message}`);
    this.fileLine = fileLine;
  }
}

/** One event as one line of JSON, without line break. */
export function serializeEvent(event: TraceEvent): string {
  const { seq: _, ...fact } = event;
  return JSON.stringify(fact);
}

export function serializeTrace(trace: Trace): string {
  const lines = [JSON.stringify(trace.header)];
  for (let seq = 0; seq < trace.length; seq++) lines.push(serializeEvent(trace.event(seq)));
  return `${lines.join('\n')}\n`;
}

/**
 * Reads a recording of this or any older version.
 * @throws RecordingError naming the line; nothing is guessed or skipped.
 */
export function parseTrace(text: string, knownUpgrades: readonly Upgrade[] = upgrades): Trace {
  const lines = text.split('\n');
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  const raw = lines.map((line, index) => parseJson(line, index + 1));
  const [first, ...rest] = upgradeLines(raw, knownUpgrades);
  const trace = createTrace(parseHeader(first));
  for (const [index, value] of rest.entries()) trace.append(parseFact(value, index, index + 2));
  return trace;
}

/** Checks that a value is a header of this version. `fileLine` is for the error message. */
export function parseHeader(value: unknown, fileLine = 1): Header {
  const header = asObject(value, fileLine);
  if (header['format'] !== 'lockstep') throw new RecordingError('this is not a Lockstep recording', fileLine);
  if (header['version'] !== FORMAT_VERSION)
    throw new RecordingError(`version ${String(header['version'])} is newer than this program knows`, fileLine);
  for (const name of ['run', 'lab', 'startedAt'] as const)
    if (typeof header[name] !== 'string') throw new RecordingError(`header lacks ${name}`, fileLine);
  if (!MODES.includes(header['mode'] as never)) throw new RecordingError('header lacks a known mode', fileLine);
  if (typeof header['seed'] !== 'number') throw new RecordingError('header lacks seed', fileLine);
  for (const name of ['knobs', 'reality', 'machine'] as const) asObject(header[name], fileLine);
  if (!Array.isArray(asObject(header['reality'], fileLine)['parts']))
    throw new RecordingError('header lacks the real parts', fileLine);
  const actors = header['actors'];
  if (!Array.isArray(actors) || !actors.every((a) => typeof (a as { id?: unknown })?.id === 'string'))
    throw new RecordingError('header lacks actors', fileLine);
  for (const { id, colour } of actors as { readonly id: string; readonly colour?: unknown }[])
    if (!(Number.isInteger(colour) && (colour as number) >= 0 && (colour as number) <= COLOURS))
      throw new RecordingError(`actor ${id} has no colour from 0 to ${COLOURS}`, fileLine);
  return header as unknown as Header;
}

/** Checks one event against the table of kinds. `seq` is its place in the trace: causes must lie before it. */
export function parseFact(value: unknown, seq: number, fileLine = seq + 2): Fact {
  const event = asObject(value, fileLine);
  const kind = event['kind'];
  if (typeof kind !== 'string' || !isKind(kind))
    throw new RecordingError(`unknown kind of event ${JSON.stringify(kind)}`, fileLine);
  if (typeof event['at'] !== 'number' || !Number.isFinite(event['at']))
    throw new RecordingError(`${kind} lacks its time`, fileLine);
  if (typeof event['actor'] !== 'string') throw new RecordingError(`${kind} lacks its actor`, fileLine);
  if (!SOURCES.includes(event['source'] as never)) throw new RecordingError(`${kind} lacks its source`, fileLine);
  const cause = event['cause'];
  if (cause !== undefined && !(Number.isInteger(cause) && (cause as number) >= 0 && (cause as number) < seq))
    throw new RecordingError(`${kind}: cause ${JSON.stringify(cause)} does not lie before it`, fileLine);
  const line = event['line'];
  if (line !== undefined && !(Number.isInteger(line) && (line as number) > 0))
    throw new RecordingError(`${kind}: line ${JSON.stringify(line)} is no line`, fileLine);
  for (const field of fieldsOf(kind)) {
    const payload = event[field.name];
    if (payload === undefined && field.optional) continue;
    if (!isOfType[field.type](payload))
      throw new RecordingError(`${kind}.${field.name} is ${JSON.stringify(payload)}, not ${field.type}`, fileLine);
  }
  const allowed = namesAllowedIn(kind);
  for (const name in event) if (!allowed.has(name)) throw new RecordingError(`${kind} has no field ${name}`, fileLine);
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

function parseJson(line: string, fileLine: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new RecordingError('this line is not JSON', fileLine);
  }
}

function asObject(value: unknown, fileLine: number): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RecordingError('an object was expected', fileLine);
  return value as Record<string, unknown>;
}

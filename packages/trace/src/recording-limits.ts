// What a file may hold at most. Far more than any run makes: these numbers only see to it that a broken or a hostile file
// ends in an error and not in a page that hangs or dies.
import type { Columns } from './columns.ts';

export interface RecordingLimits {
  readonly events: number;
  /** Characters of one line; the header is one too, with its schedule. */
  readonly lineCharacters: number;
  /** Characters of all lines. */
  readonly characters: number;
  /** Different texts, and the characters of all of them together. */
  readonly texts: number;
  readonly textCharacters: number;
  readonly actors: number;
  /** Different combinations of actor, kind, source and line. */
  readonly shapes: number;
}

export const RECORDING_LIMITS: RecordingLimits = {
  events: 20_000_000,
  lineCharacters: 8 * 2 ** 20,
  characters: 2 ** 33,
  texts: 5_000_000,
  textCharacters: 2 ** 29,
  actors: 65_536,
  shapes: 2 ** 20,
};

/** What there is too much of, in words; undefined: all is well. */
export function excessOf(columns: Columns, limits: RecordingLimits): string | undefined {
  const { texts, actors, shapes } = columns;
  if (columns.length > limits.events) return `more than ${limits.events} events`;
  if (texts.size > limits.texts) return `more than ${limits.texts} different texts`;
  if (texts.characters > limits.textCharacters) return `texts of more than ${limits.textCharacters} characters`;
  if (actors.size > limits.actors) return `more than ${limits.actors} actors`;
  if (shapes.all.length > limits.shapes) return `more than ${limits.shapes} combinations of actor, kind and line`;
  return undefined;
}

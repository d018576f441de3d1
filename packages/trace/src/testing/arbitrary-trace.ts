// Random traces for property tests, drawn from the table of kinds: a new kind is covered the moment it is written.
import fc from 'fast-check';
import {
  createTrace,
  type Fact,
  type FieldType,
  fieldsOf,
  type Header,
  type Kind,
  kindNames,
  SOURCES,
  type Trace,
} from '../index.ts';

export const header: Header = {
  format: 'lockstep',
  version: 1,
  run: 'r1',
  lab: 'example',
  mode: 'free',
  knobs: { rounds: 2 },
  seed: 1,
  actors: [
    { id: 't1', role: 'thread', colour: 1 },
    { id: 't2', role: 'thread', colour: 2 },
  ],
  reality: { parts: ['worker-threads'] },
  machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
  startedAt: '2026-01-01T00:00:00.000Z',
};

const valueOf: Readonly<Record<FieldType, fc.Arbitrary<unknown>>> = {
  integer: fc.integer({ min: -0x7fff_ffff, max: 0x7fff_ffff }),
  unsigned: fc.integer({ min: 0, max: 0xffff_ffff }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  text: fc.oneof(fc.constantFrom('total', 'lock', ''), fc.string({ unit: 'grapheme', maxLength: 12 })),
  flag: fc.boolean(),
};

function payload(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  const fields = fieldsOf(kind);
  const entries = fields.map((field) => [field.name, valueOf[field.type]] as const);
  const requiredKeys = fields.filter((field) => !field.optional).map((field) => field.name);
  return fc.record(Object.fromEntries(entries), { requiredKeys }) as fc.Arbitrary<Record<string, unknown>>;
}

const fact: fc.Arbitrary<Fact> = fc.constantFrom(...kindNames).chain((kind) =>
  fc
    .tuple(
      fc.record({
        at: fc.double({ min: 0, max: 1e9, noNaN: true }),
        actor: fc.constantFrom('t1', 't2', 'main'),
        source: fc.constantFrom(...SOURCES),
      }),
      fc.record({ cause: fc.nat(), line: fc.integer({ min: 1, max: 999 }) }, { requiredKeys: [] }),
      payload(kind),
    )
    .map(([base, places, fields]) => ({ ...base, ...places, kind, ...fields }) as unknown as Fact),
);

/** Facts in order; each cause lies before its effect. */
export const facts: fc.Arbitrary<Fact[]> = fc.array(fact, { maxLength: 300 }).map((list) =>
  list.map((one, seq) => {
    if (one.cause === undefined) return one;
    const { cause, ...rest } = one;
    return (seq === 0 ? rest : { ...rest, cause: cause % seq }) as Fact;
  }),
);

export function traceOf(list: readonly Fact[]): Trace {
  const trace = createTrace(header);
  for (const one of list) trace.append(one);
  return trace;
}

// What must hold for every lab there is or will be. Labs are found by listing folders; none is named here.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LANGUAGES, type Lab, outcomeOf, parseKnobs, sentenceOf } from '@lockstep/lab';
import {
  byteStreams,
  createFold,
  listenerQueues,
  type Model,
  occupancies,
  parseColumns,
  parseTrace,
  queueContents,
  serializeColumns,
  serializeTrace,
  tcpImplied,
  threadPools,
  threadStandings,
  valueHistory,
  waitForGraph,
} from '@lockstep/trace';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const ids = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'lab.ts')));
const models: Readonly<Record<string, Model<unknown>>> = {
  byteStreams,
  listenerQueues,
  occupancies,
  queueContents,
  tcpImplied,
  threadPools,
  threadStandings,
  valueHistory,
  waitForGraph,
};
/** Ways through all recordings and models together. */
const PATHS = 10_000;
const hasPython = spawnSync('python3', ['--version']).status === 0;

function read(id: string, file: string): string {
  return readFileSync(join(folder, id, file), 'utf8');
}

function recordingsOf(id: string): readonly string[] {
  return readdirSync(join(folder, id)).filter((file) => /^recording(\.\w+)?\.jsonl$/.test(file));
}

const count = ids.flatMap(recordingsOf).length * Object.keys(models).length;
const pathsOfEach = Math.ceil(PATHS / count);

const prints = new WeakMap<object, string>();

/** All that can be read of a state, as a text. */
function printOf(state: unknown): string {
  const known = prints.get(state as object);
  if (known !== undefined) return known;
  const print = JSON.stringify(state, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Symbol.iterator in value) return [...(value as Iterable<unknown>)];
    // Of a history of values the lists are made when they are asked for.
    return 'values' in value ? { values: value.values } : value;
  });
  prints.set(state as object, print);
  return print;
}

/** A lab that cannot be loaded fails alone. */
async function load(id: string): Promise<Lab | Error> {
  try {
    return ((await import(pathToFileURL(join(folder, id, 'lab.ts')).href)) as { default: Lab }).default;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function linksOf(lesson: string): string[] {
  return [...lesson.matchAll(/\]\((\w+:[\w-]+)\)/g)].map((match) => match[1] as string).sort();
}

function marksOf(program: string, comment: string): string[] {
  return [...program.matchAll(new RegExp(`^(?!${comment}).*\\S.*${comment} (\\[\\d+\\])`, 'gm'))].map(
    (match) => match[1] as string,
  );
}

describe.each(ids)('lab %s', async (id) => {
  const loaded = await load(id);
  if (loaded instanceof Error) {
    test('can be loaded', () => {
      expect(loaded).toBeUndefined();
    });
    return;
  }
  const lab = loaded;
  const isTemplate = id.startsWith('_');
  const recordings = recordingsOf(id);

  test('is called as its folder', () => {
    expect(lab.id).toBe(isTemplate ? id.slice(1) : id);
  });

  test('has knobs whose initial values pass their own check', () => {
    expect(() => parseKnobs(lab.knobs, {})).not.toThrow();
  });

  test('has lessons in both languages with the same links, each to something that exists', () => {
    const links = linksOf(read(id, 'lesson.en.md'));
    expect(linksOf(read(id, 'lesson.zh.md'))).toEqual(links);
    const known = [
      ...lab.moments.map((moment) => `moment:${moment.id}`),
      ...lab.predictions.map((prediction) => `predict:${prediction.id}`),
      ...lab.claims.map((claim) => `claim:${claim.id}`),
    ];
    for (const link of links) expect(known).toContain(link);
    for (const prediction of lab.predictions) expect(links).toContain(`predict:${prediction.id}`);
    for (const claim of lab.claims) expect(links).toContain(`claim:${claim.id}`);
  });

  test('asks at least one prediction in each of its modes', () => {
    for (const mode of lab.modes)
      expect(
        lab.predictions.some((one) => one.modes.includes(mode)),
        mode,
      ).toBe(true);
  });

  test('has a Python program with the same marks as the TypeScript one', () => {
    const marks = marksOf(read(id, 'program.ts'), '//');
    expect(marks.length).toBeGreaterThan(0);
    expect(marksOf(read(id, 'program.py'), '#')).toEqual(marks);
  });

  test.skipIf(!hasPython)('has a Python program that Python can read (needs python3)', () => {
    const check = 'import ast,sys; ast.parse(open(sys.argv[1]).read())';
    expect(() => execFileSync('python3', ['-I', '-c', check, join(folder, id, 'program.py')])).not.toThrow();
  });

  test('has a golden recording', () => {
    expect(isTemplate || recordings.includes('recording.jsonl')).toBe(true);
  });

  describe.each(recordings)('%s', (file) => {
    const trace = parseTrace(read(id, file));

    test('is golden, of this lab, made with knobs that the lab has', () => {
      expect(trace.header).toMatchObject({ lab: id, golden: true });
      expect(() => parseKnobs(lab.knobs, trace.header.knobs)).not.toThrow();
      expect(lab.modes).toContain(trace.header.mode);
    });

    test('reads back as it was written, in either form', () => {
      const text = serializeTrace(trace);
      expect(parseTrace(text).slice(0)).toEqual(trace.slice(0));
      expect(serializeTrace(parseColumns(serializeColumns(trace)))).toBe(text);
    });

    test.each(Object.entries(models))(
      'has the same %s at a cursor whatever the way there, and the naive one',
      (_, model) => {
        const naive: unknown[] = [model.initial(trace.header)];
        for (const event of trace.slice(0)) naive.push(model.apply(naive.at(-1), event));
        const cursors = fc.array(fc.nat(trace.length), { minLength: 1, maxLength: 10 });
        // Few checkpoints close together, so that ways lead over their borders and over those that were let go.
        const fold = createFold(model, trace, { spacing: 4, most: 12 });
        fc.assert(
          fc.property(cursors, (path) => {
            for (const cursor of path) expect(printOf(fold.at(cursor))).toBe(printOf(naive[cursor]));
          }),
          { numRuns: pathsOfEach },
        );
      },
    );

    test('names only actors of its header, and lines of the program that carry a mark', () => {
      const actors = new Set(trace.header.actors.map((actor) => actor.id));
      const lines = read(id, 'program.ts').split('\n');
      for (const event of trace.slice(0)) {
        expect(actors).toContain(event.actor);
        if (event.line !== undefined) expect(lines[event.line - 1], `step ${event.seq + 1}`).toMatch(/\/\/ \[\d+\]/);
      }
    });

    test('rises in time and ends with its end', () => {
      for (let seq = 1; seq < trace.length; seq++) expect(trace.atUs(seq)).toBeGreaterThanOrEqual(trace.atUs(seq - 1));
      expect(trace.kindAt(trace.length - 1)).toBe('run.ended');
    });

    test.each(LANGUAGES)('has a short sentence for every step (%s)', (language) => {
      for (const event of trace.slice(0)) {
        const sentence = sentenceOf(event, { lab, trace, language });
        const length = language === 'en' ? sentence.split(' ').length : [...sentence].length;
        expect(length, sentence).toBeGreaterThan(1);
        expect(length, sentence).toBeLessThanOrEqual(language === 'en' ? 24 : 60);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      }
    });

    test('answers the predictions of its mode with one of their choices', () => {
      for (const prediction of lab.predictions.filter((one) => one.modes.includes(trace.header.mode))) {
        const answer = prediction.answer(trace);
        expect(prediction.choices.map((choice) => choice.id)).toContain(answer?.choice);
        expect(answer?.seq).toBeLessThan(trace.length);
      }
    });

    test.each(LANGUAGES)('comes out in a few words (%s)', (language) => {
      const said = outcomeOf(lab, trace)?.value[language] ?? '';
      expect(said).not.toMatch(/^$|undefined|NaN|\[object/);
      expect([...said].length, said).toBeLessThanOrEqual(90);
    });

    test('shows moments and evidence that lie within it', () => {
      const places = [
        ...lab.moments.map((moment) => moment.find(trace)),
        ...lab.claims.flatMap((claim) => claim.verdict(trace)?.evidence ?? []),
      ];
      expect(places.some((seq) => seq !== undefined)).toBe(true);
      for (const seq of places) if (seq !== undefined) expect(seq).toBeLessThan(trace.length);
    });
  });
});

import { createTrace, type Fact, type Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { goldenFiles, readGolden } from '../../testing/golden-files.ts';
import { cableLab, cableTrace } from '../../testing/sample-cable-run.ts';
import { sampleLab } from '../../testing/sample-lab.ts';
import { sampleHeader } from '../../testing/sample-run.ts';
import { mermaidOf } from './mermaid.ts';
import { mermaidText } from './mermaid-text.ts';

const program = { source: 'program' } as const;

function traceOf(...facts: readonly Fact[]): Trace {
  const actors = ['main', 't1', 't2'].map((id) => ({ id, role: 'thread', colour: 1 }) as const);
  const trace = createTrace({ ...sampleHeader, actors });
  for (const fact of facts) trace.append(fact);
  return trace;
}

const TEXT = String.raw`(?:[^#;\n]|#\d{1,3};)+`;
const LINE: readonly RegExp[] = [
  /^ {2}title [^#;\n]+$/,
  /^ {2}%% [^{}\n]+$/,
  new RegExp(`^ {2}participant (p\\d+) as ${TEXT}$`, 'u'),
  new RegExp(`^ {2}(p\\d+)(->>|-->>|-x|-\\))(p\\d+): \\d+ ${TEXT}$`, 'u'),
  new RegExp(`^ {2}Note over p\\d+(,p\\d+)*: ${TEXT}$`, 'u'),
  /^ {2}(de)?activate p\d+$/,
];

/** What Mermaid's grammar of sequence diagrams asks of ours: known lines, declared participants, activations that end once. */
function expectDiagram(text: string): void {
  const [first, ...lines] = text.trimEnd().split('\n');
  expect(first).toBe('sequenceDiagram');
  const declared = new Set<string>();
  const active = new Map<string, number>();
  for (const line of lines) {
    if (!LINE.some((form) => form.test(line))) throw new Error(`no line of a sequence diagram: ${line}`);
    const [, participant] = /^ {2}participant (p\d+)/.exec(line) ?? [];
    if (participant !== undefined) declared.add(participant);
    const said = line.split(':')[0] ?? '';
    if (participant === undefined && !line.startsWith('  %%') && !line.startsWith('  title'))
      for (const [id] of said.matchAll(/\bp\d+/g))
        if (!declared.has(id)) throw new Error(`${id} is not declared: ${line}`);
    const [, isEnd, who = ''] = /^ {2}(de)?activate (p\d+)$/.exec(line) ?? [];
    if (who === '') continue;
    const times = (active.get(who) ?? 0) + (isEnd ? -1 : 1);
    if (times < 0) throw new Error(`${who} is deactivated once too often`);
    active.set(who, times);
  }
}

test('a segment is a message that says when it arrives; a lost one ends in a cross', () => {
  const text = mermaidOf(cableTrace(), cableLab, 'en');
  expectDiagram(text);
  expect(text).toContain('participant p0 as client.kernel');
  expect(text).toContain('p0-xp1: 1 SYN (lost at step 3)');
  expect(text).toContain('p0->>p1: 4 SYN (arrives at step 6)');
  expect(text).toContain('p0-)p1: 9 RST (still on its way at the end)');
});

test('a lock is a participant, active while it is held', () => {
  const text = mermaidOf(
    traceOf(
      { ...program, at: 1, actor: 't1', kind: 'lock.acquired', lock: 'fork' },
      { ...program, at: 2, actor: 't2', kind: 'lock.refused', lock: 'fork' },
      { ...program, at: 3, actor: 't1', kind: 'lock.released', lock: 'fork' },
      { ...program, at: 4, actor: 't1', kind: 'queue.put', queue: 't2', item: 'a', size: 1 },
      { ...program, at: 5, actor: 't2', kind: 'queue.got', queue: 't2', item: 'a', size: 0 },
    ),
    sampleLab,
    'en',
  );
  expectDiagram(text);
  expect(text.split('\n').slice(3)).toEqual([
    '  participant p0 as t1',
    '  participant p2 as t2',
    '  participant p1 as fork',
    '  participant p3 as t2',
    '  p0->>p1: 1 acquire()',
    '  activate p1',
    '  p2-xp1: 2 acquire()',
    '  p0->>p1: 3 release()',
    '  deactivate p1',
    '  p0->>p3: 4 put(a)',
    '  p3-->>p2: 5 get() → a',
    '',
  ]);
});

test('hostile texts stay within their line', () => {
  const text = 'x;\nend\n%%{init}%% #59; <br/> "q" `$$` \u2028 \uD800 style:#a; 结束';
  const diagram = mermaidOf(traceOf({ ...program, at: 1, actor: 't1', kind: 'text.printed', text }), sampleLab, 'zh');
  expectDiagram(diagram);
  expect(mermaidText(text)).toBe(
    'x#59; end #37;#37;#123;init#125;#37;#37; #35;59#59; #60;br/#62; #34;q#34; #96;#36;#36;#96; \uFFFD style#58;#35;a#59; 结束',
  );
});

test('a long run is cut, and says where', () => {
  const facts = Array.from(
    { length: 5000 },
    (_, at): Fact => ({ ...program, at, actor: 't1', kind: 'lock.acquired', lock: `lock ${at}` }),
  );
  const text = mermaidOf(traceOf(...facts), sampleLab, 'en');
  expectDiagram(text);
  expect(text.length).toBeLessThan(50_000);
  expect(text).toMatch(/Note over p\d+: Cut here#58; steps \d+ to 5000 are left out/);
});

test('what is not drawn is said', () => {
  const text = mermaidOf(
    traceOf({ ...program, at: 1, actor: 't1', kind: 'work.progressed', work: 'w', done: 1, of: 2, elapsedUs: 3 }),
    sampleLab,
    'en',
  );
  expect(text).toContain('%% Not drawn: work.progressed ×1.');
});

describe('every golden recording', () => {
  test.each(goldenFiles)('$lab $file is a diagram in both languages', async ({ lab: id, file }) => {
    const { trace, lab } = await readGolden(id, file);
    for (const language of ['en', 'zh'] as const) {
      const text = mermaidOf(trace, lab, language);
      expectDiagram(text);
      expect(text.length).toBeLessThan(50_000);
    }
  });
});

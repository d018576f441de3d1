import { createTrace, type Fact, fieldsOf, type Kind, kindNames, type TraceEvent } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { queueTrace } from '../testing/thread-traces.ts';
import { operationOf } from './operations.ts';

const { header } = queueTrace();
const SAMPLE = { integer: 1, unsigned: 1, number: 1, text: 'x', flag: true } as const;

/** An event of this kind with a value in each field. */
function sampleOf(kind: Kind): TraceEvent {
  const trace = createTrace(header);
  const payload = Object.fromEntries(fieldsOf(kind).map((field) => [field.name, SAMPLE[field.type]]));
  trace.append({ kind, actor: 't1', source: 'program', at: 0, ...payload } as unknown as Fact);
  return trace.event(0);
}

const telling = { trace: createTrace(header), mark: (actor: string) => actor.slice(-1) };
const THREADS =
  /^(thread|value|lock|semaphore|condition|event|barrier|queue|future|pool|gil|opcode|object|reference|collector|work|measure|operation|text)\./;

describe('the mark of an operation', () => {
  it.each(kindNames.filter((kind) => THREADS.test(kind)))('is there for %s', (kind) => {
    const operation = operationOf(sampleOf(kind), telling);
    expect(operation).toBeDefined();
    if (operation?.form !== 'tick') expect(operation?.word).not.toBe('');
  });

  it.each(['tcp.segment-sent', 'search.finished', 'run.ended'] as const)('is not there for %s', (kind) => {
    expect(operationOf(sampleOf(kind), telling)).toBeUndefined();
  });
});

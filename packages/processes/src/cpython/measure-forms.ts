import { type CPythonRun, MAIN } from './cpython-scenario.ts';
import { readProgramText } from './program-text.ts';
import { startScript } from './start-script.ts';
import { createTimeLine } from './time-line.ts';

export interface MeasureFormsOptions {
  /**
   * The forms: functions of the lab's program.py that add 1 to the shared value `rounds` times, each with the mark of the
   * line that does it.
   */
  readonly forms: readonly { readonly functionName: string; readonly mark: number }[];
  /** As program.py calls it: a global (`total`), or an attribute of one (`account._balance`). */
  readonly shared: string;
  /** For each form. */
  readonly seconds: number;
  /** Default 2. */
  readonly threads?: number;
}

interface Measured {
  readonly form: string;
  readonly at: number;
  readonly expected: number;
  readonly value: number;
}

/**
 * Runs each form at full speed in the Python that is installed, and tells for each how many of its updates were lost:
 * `measure.taken` with the statement and the percentage, then `outcome.observed`, whose value is that percentage.
 */
export async function measureForms(run: CPythonRun, options: MeasureFormsOptions): Promise<void> {
  const { context } = run;
  const { forms, shared, seconds, threads = 2 } = options;
  const program = await readProgramText(context.labDirectory);
  const atUs = createTimeLine(context);
  const given = { program: program.path, forms: forms.map((form) => form.functionName), shared, seconds, threads };
  let number = 0;
  const script = await startScript<Measured>(run, 'forms', given, ({ form, at, expected, value }) => {
    const mark = forms.find(({ functionName }) => functionName === form)?.mark;
    const line = program.lineOf(mark);
    const lostPercent = Math.round(((expected - value) / expected) * 1000) / 10;
    const base = {
      actor: MAIN,
      source: 'program',
      at: atUs(at),
      ...(line !== undefined && { line }),
    } as const;
    const what = mark === undefined ? form : program.statementOf(mark);
    const cause = context.record({ ...base, kind: 'measure.taken', what, value: lostPercent, unit: '%' });
    context.record({
      ...base,
      kind: 'outcome.observed',
      run: ++number,
      value: `${lostPercent} %`,
      expected: value === expected,
      ...(cause >= 0 && { cause }),
    });
  });
  await script.done;
}

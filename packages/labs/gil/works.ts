/** Name of the work that is done under the lock that we made. */
export const SIMULATED = 'simulated lock';

/** Name of the work that the installed CPython does: `CPython 3.11.7`. */
export function cpythonWork(version: string): string {
  return `CPython ${version}`;
}

/** The forms of `+=` that are tried at full speed: functions of program.py, and the marks of their statements. */
export const FORMS = [
  { functionName: 'plain', mark: 4 },
  { functionName: 'converting', mark: 5 },
  { functionName: 'calling', mark: 6 },
  { functionName: 'locking', mark: 7 },
] as const;

/** Their statements, as program.py has them and as events name them. */
export const STATEMENT = {
  plain: 'total += 1',
  converting: 'total += int(1)',
  calling: 'total += one()',
  locking: 'with lock: total += int(1)',
} as const;

import { execFile } from 'node:child_process';

let known: Promise<boolean> | undefined;

/** Whether setpriv(1) of util-linux is here and knows `--pdeathsig`; tried once. */
export function mayDieWithParent(): Promise<boolean> {
  known ??= new Promise((resolve) => {
    execFile('setpriv', ['--pdeathsig', 'KILL', '--', 'true'], (error) => resolve(error === null));
  });
  return known;
}

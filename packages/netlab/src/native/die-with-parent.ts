import { libc } from './libc.ts';
import { PR_SET_PDEATHSIG, SIGKILL } from './linux.ts';

/**
 * From now on the kernel kills this process as soon as its parent's thread ends (PR_SET_PDEATHSIG(2const)): even a
 * process blocked in a system call then leaves nothing behind. The same as `setpriv --pdeathsig KILL`, without it.
 */
export function dieWithParent(): void {
  libc().prctl(PR_SET_PDEATHSIG, SIGKILL);
}

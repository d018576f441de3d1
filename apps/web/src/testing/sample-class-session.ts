import type { ClassAct, RunReply } from '@lockstep/lab';
import type { ClassSession } from '../class/class-session.ts';
import { useClass } from '../class/class-state.ts';
import type { AnyRefusal } from '../live/connection.ts';

/** A class session that keeps what it is asked, for parts of the page that ask it. */
export function sampleClassSession() {
  const acts: ClassAct[] = [];
  const joins: string[] = [];
  const answers: { join: AnyRefusal | undefined; trial: RunReply } = {
    join: undefined,
    trial: { ok: true, run: 'run-1', token: 'mine' },
  };
  const session: ClassSession = {
    open: async () => undefined,
    join: async (code, name = '') => {
      joins.push(`${code} ${name}`.trim());
      return answers.join;
    },
    enter: async () => undefined,
    act: async (act) => {
      acts.push(act);
      return { ok: true };
    },
    runTrial: async () => answers.trial,
    setFollowing: (isFollowing) => useClass.setState({ isFollowing }),
    isOwn: () => false,
    leave: () => useClass.setState({ stage: 'none' }),
    dispose: () => undefined,
  };
  return { session, acts, joins, answers };
}

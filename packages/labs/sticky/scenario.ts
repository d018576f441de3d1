import type { Scenario } from '@lockstep/lab';
import { networkScenario } from '@lockstep/netlab';
import { hostsOf } from './cast.ts';
import { describeCuts, isWhole, readsOf } from './readings.ts';
import { type Setting, settingOf } from './setting.ts';

/** Its knobs are a setting: the same names, with what mode and remedy make of them. */
const network = networkScenario({
  hosts: (knobs) =>
    hostsOf(knobs['story'] as Setting['story']).map(({ name, program }) => ({
      name,
      program,
      first: name === 'server',
    })),
  arguments: (knobs, network) => ({ ...knobs, host: network.address('server'), port: network.port }),
  outcome: (trace) => {
    const reads = readsOf(trace);
    return { value: describeCuts(reads), expected: reads.every(isWhole) };
  },
});

const scenario: Scenario = {
  run: (context) => network.run({ ...context, knobs: { ...context.knobs, ...settingOf(context.knobs, context.mode) } }),
};
export default scenario;

import type { HostCast } from '@lockstep/lab';
import type { Story } from './setting.ts';

/** Who runs which function of program.ts. */
export function hostsOf(story: Story): readonly Required<HostCast>[] {
  return story === 'results'
    ? [
        { name: 'client', program: 'asks' },
        { name: 'server', program: 'answers' },
      ]
    : [
        { name: 'client', program: 'reads' },
        { name: 'server', program: 'tells' },
      ];
}

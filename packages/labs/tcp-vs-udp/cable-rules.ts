import type { KnobValues } from '@lockstep/trace';

/** The same for the segments of one client and the datagrams of the other. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  clean: [],
  lose: ['drop tcp-client data 2', 'drop udp-client udp 2'],
  swap: ['hold tcp-client data 2 until tcp-client data 3', 'hold udp-client udp 2 until udp-client udp 3'],
  both: [
    'drop tcp-client data 2',
    'hold tcp-client data 3 until tcp-client data 4',
    'drop udp-client udp 2',
    'hold udp-client udp 3 until udp-client udp 4',
  ],
};

export function cableRules(knobs: KnobValues): string {
  return (RULES[String(knobs['cable'])] ?? []).join('; ');
}

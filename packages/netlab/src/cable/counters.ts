// /proc/net/netstat and /proc/net/snmp: pairs of lines, names and numbers, each pair with its group in front.
//
//   TcpExt: SyncookiesSent SyncookiesRecv …
//   TcpExt: 0 0 …

/** @returns the counters by their full names, e.g. `TcpExt.ListenOverflows`. */
export function parseCounters(text: string): ReadonlyMap<string, number> {
  const counters = new Map<string, number>();
  const lines = text.split('\n');
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const [group = '', ...names] = (lines[index] ?? '').split(' ');
    const [, ...values] = (lines[index + 1] ?? '').split(' ');
    for (const [place, name] of names.entries())
      counters.set(`${group.replace(':', '')}.${name}`, Number(values[place]));
  }
  return counters;
}

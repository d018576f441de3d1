// What a host's kernel says beside the states of its TCP sockets, told when it changes: UDP sockets and the datagrams
// that they had no room for, counters of the network stack, timers, and what TCP has measured. All of it is asked at
// the same moments as the socket table. Only UDP is always watched: the rest is much, and a scenario asks for it.
import { readSync } from 'node:fs';
import { readTcpInfo } from '../native/sock-diag.ts';
import { parseCounters } from './counters.ts';
import { because, type When } from './frame-facts.ts';
import type { Ledger } from './ledger.ts';
import { readSocketTable } from './socket-table.ts';
import type { SocketWatch } from './socket-watch.ts';
import { parseUdpTable, type UdpRow } from './udp-table.ts';

/** Descriptors of one host's network through which its kernel is asked. */
export interface KernelDescriptors {
  /** /proc/net/udp. */
  readonly udpFd: number;
  /** /proc/net/netstat and /proc/net/snmp, with the counters that matter, e.g. `TcpExt.ListenOverflows`. */
  readonly counterFds?: readonly number[];
  readonly counters?: readonly string[];
  /** A socket of sock_diag(7): TCP_INFO. */
  readonly diagnosisFd?: number;
}

interface KernelWatchOptions extends KernelDescriptors {
  readonly host: string;
  readonly ledger: Ledger;
}

/** One thing that is looked at; `cause` is what may have changed it. */
type Look = (when: When) => void;

/** A watch of sockets that looks at the rest of the kernel too, at the same moments. */
export function watchKernel(watch: SocketWatch, options: KernelWatchOptions): SocketWatch {
  const looks = looksOf(options);
  return {
    ...watch,
    sample(atUs, cause) {
      watch.sample(atUs, cause);
      for (const look of looks) look({ at: atUs, ...because(cause) });
    },
  };
}

function looksOf(options: KernelWatchOptions): readonly Look[] {
  return [
    createUdpLook(options),
    ...(options.counters === undefined ? [] : [createCounterLook(options)]),
    ...(options.diagnosisFd === undefined ? [] : [createInfoLook(options, options.diagnosisFd)]),
  ];
}

function createUdpLook({ host, ledger, udpFd }: KernelWatchOptions): Look {
  let known = new Map<number, UdpRow>();
  return (when) => {
    const rows = new Map(parseUdpTable(readSocketTable(udpFd)).map((row) => [row.localPort, row]));
    for (const [port, { sendBytes, receiveBytes, drops }] of rows) {
      const before = known.get(port);
      const base = { ...when, actor: `${host}.kernel`, source: 'kernel', socket: `${host}:udp:${port}` } as const;
      if (sendBytes !== (before?.sendBytes ?? 0) || receiveBytes !== (before?.receiveBytes ?? 0))
        ledger.record({ ...base, kind: 'socket.buffers', sendBytes, receiveBytes });
      if (drops !== (before?.drops ?? 0)) ledger.record({ ...base, kind: 'socket.dropped', count: drops });
    }
    known = rows;
  };
}

function createCounterLook({ host, ledger, counterFds = [], counters = [] }: KernelWatchOptions): Look {
  const known = new Map<string, number>();
  return (when) => {
    for (const fd of counterFds) {
      const values = parseCounters(readWhole(fd));
      for (const counter of counters) {
        const value = values.get(counter);
        if (value === undefined) continue;
        const before = known.get(counter) ?? 0;
        known.set(counter, value);
        if (value !== before)
          ledger.record({
            ...when,
            actor: `${host}.kernel`,
            source: 'kernel',
            kind: 'kernel.counted',
            counter,
            value,
            before,
          });
      }
    }
  };
}

function createInfoLook({ host, ledger }: KernelWatchOptions, fd: number): Look {
  let known = new Map<string, string>();
  return (when) => {
    const now = new Map<string, string>();
    for (const { localPort, remoteHost, remotePort, info } of readTcpInfo(fd)) {
      const socket = `${host}:${localPort}→${remoteHost}:${remotePort}`;
      const told = JSON.stringify(info);
      now.set(socket, told);
      if (known.get(socket) !== told && info.rttUs > 0)
        ledger.record({ ...when, actor: `${host}.kernel`, source: 'kernel', kind: 'tcp.measured', socket, ...info });
    }
    known = now;
  };
}

const buffer = new Uint8Array(16_384);

function readWhole(fd: number): string {
  let text = '';
  for (;;) {
    const length = readSync(fd, buffer, 0, buffer.length, text.length);
    if (length === 0) return text;
    text += Buffer.from(buffer.buffer, 0, length).toString('latin1');
  }
}

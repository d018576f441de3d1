import { assertNever } from '@lockstep/trace';
import type { Flags, Interest, SystemCall } from './operation.ts';
import { pythonAddress, pythonBytes } from './python-text.ts';
import { levelOf } from './socket-options.ts';

/** What stands between the parentheses of a call. */
export function detailOf(operation: SystemCall): string {
  switch (operation.call) {
    case 'accept':
    case 'close':
    case 'epoll_create':
      return '';
    case 'socket':
      return { stream: '', datagram: 'SOCK_DGRAM', raw: 'SOCK_RAW, IPPROTO_RAW' }[operation.type];
    case 'setsockopt': {
      const { option, value } = operation;
      const given = typeof value === 'number' ? value : `pack("ii", ${Number(value.on)}, ${value.seconds})`;
      return `${levelOf(option)}, ${option}, ${given}`;
    }
    case 'getsockopt':
      return `${levelOf(operation.option)}, ${operation.option}`;
    case 'setblocking':
      return operation.isBlocking ? 'True' : 'False';
    case 'settimeout':
      return secondsOf(operation.timeoutMs);
    case 'bind':
    case 'connect':
      return pythonAddress(operation.host, operation.port);
    case 'listen':
      return String(operation.backlog);
    case 'send':
    case 'sendall':
      return withFlags(pythonBytes(operation.bytes), operation.flags);
    case 'sendto':
      return `${pythonBytes(operation.bytes)}, ${pythonAddress(operation.host, operation.port)}`;
    case 'recv':
    case 'recvfrom':
      return withFlags(String(operation.maxBytes), operation.flags);
    case 'shutdown':
      return operation.how;
    case 'select':
      return `${descriptors(operation.interests, 'read')}, ${descriptors(operation.interests, 'write')}, [], ${secondsOf(operation.timeoutMs)}`;
    case 'poll':
      return operation.timeoutMs === undefined ? '' : String(operation.timeoutMs);
    case 'epoll_ctl':
      return `${operation.how}, fd=${operation.interest.fd}${operation.isEdgeTriggered ? ', EPOLLET' : ''}`;
    case 'epoll_wait':
      return secondsOf(operation.timeoutMs);
    case 'sleep':
      return `${operation.ms} ms`;
    case 'kill':
      return 'SIGKILL';
    default:
      return assertNever(operation);
  }
}

/** Bytes that a call offers to the kernel, or asks it for; undefined: it is not about bytes. */
export function bytesAskedOf(operation: SystemCall): number | undefined {
  if ('bytes' in operation) return operation.bytes.length;
  return 'maxBytes' in operation ? operation.maxBytes : undefined;
}

function withFlags(text: string, flags: Flags): string {
  return flags.length === 0 ? text : `${text}, ${flags.join(' | ')}`;
}

function descriptors(interests: readonly Interest[], what: 'read' | 'write'): string {
  return `[${interests.flatMap((interest) => (interest[what] ? [`fd=${interest.fd}`] : [])).join(', ')}]`;
}

/** A time limit as Python takes it. */
function secondsOf(timeoutMs: number | undefined): string {
  return timeoutMs === undefined ? 'None' : String(timeoutMs / 1000);
}

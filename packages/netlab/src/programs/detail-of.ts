import { assertNever } from '@lockstep/trace';
import type { Operation } from './operation.ts';
import { pythonAddress, pythonBytes } from './python-text.ts';

/** What stands between the parentheses of a call. */
export function detailOf(operation: Operation): string {
  switch (operation.call) {
    case 'socket':
    case 'accept':
    case 'close':
      return '';
    case 'setsockopt':
      return `SOL_SOCKET, ${operation.option}, ${operation.value}`;
    case 'bind':
    case 'connect':
      return pythonAddress(operation.host, operation.port);
    case 'listen':
      return String(operation.backlog);
    case 'send':
    case 'sendall':
      return pythonBytes(operation.bytes);
    case 'recv':
      return String(operation.maxBytes);
    case 'shutdown':
      return operation.how;
    case 'sleep':
      return `${operation.ms} ms`;
    default:
      return assertNever(operation);
  }
}

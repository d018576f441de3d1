// Ends the process when its standard input ends: then whoever started it is gone. In a thread of its own, because the
// main thread may be busy with the very work that the child is for.
import { Socket } from 'node:net';

new Socket({ fd: 0, readable: true, writable: false })
  .on('close', () => process.kill(process.pid, 'SIGKILL'))
  .on('error', () => undefined)
  .resume();

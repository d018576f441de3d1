// Whoever means no good, in a process of its own: `attacker.js <kind> <port> <run> <code>`. It goes on until it is ended.
import { connect } from 'node:net';
import { connectLearner, type Learner } from '@lockstep/crowd';

const [, , kind, portText, run = '', code = ''] = process.argv;
const port = Number(portText);
const addressOf = (n: number) => `127.0.1.${1 + (n % 200)}`;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const attacks: Readonly<Record<string, () => void>> = {
  /** Connections that say nothing; each that is closed is opened again. */
  'half-open sockets'() {
    const open = (n: number) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress: addressOf(n) });
      socket.on('error', () => undefined);
      socket.on('close', () => setTimeout(open, 100, n));
    };
    for (let n = 0; n < 5000; n++) open(n);
  },
  /** Ask for everything again and again, and read nothing of it. */
  'clients that never read'() {
    for (let n = 0; n < 300; n++)
      void keepUp(n, async (learner) => {
        learner.stopReading();
        for (;;) {
          learner.tell('watch', { run, from: 0 });
          await wait(60);
        }
      });
  },
  /** Join the class under ever new names, every second time with a wrong code. */
  joins() {
    for (let n = 0; n < 200; n++)
      void keepUp(n, async (learner) => {
        for (let name = 0; ; name++) {
          void learner
            .ask('class-join', { code: name % 2 ? code : '00000000', name: `${n} ${name}` })
            .catch(() => undefined);
          await wait(20);
        }
      });
  },
  'frames of a megabyte'() {
    const megabyte = 'x'.repeat(1 << 20);
    for (let n = 0; n < 50; n++) void keepUp(n, async (learner) => learner.tell('run', megabyte));
  },
};

async function keepUp(n: number, attack: (learner: Learner) => Promise<void> | void): Promise<void> {
  for (;;) {
    try {
      const learner = await connectLearner({ port, localAddress: addressOf(n), onEvent: () => undefined });
      await Promise.race([attack(learner), learner.gone]);
      await learner.gone;
    } catch {
      // Let go, or refused: once more.
    }
    await wait(100);
  }
}

process.on('unhandledRejection', () => undefined);
attacks[kind ?? '']?.();

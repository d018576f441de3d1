// Ways in that must all be closed. Each is one change to a handshake that is let in: what is refused is refused for this.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type RawHandshake, type RawOutcome, shakeHands } from './raw-handshake.ts';

const WEBSOCKET = '/socket.io/?EIO=4&transport=websocket';

/** What the page itself sends. */
export function friendlyHandshake(port: number): RawHandshake {
  return { path: WEBSOCKET, headers: { Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}` } };
}

type Change = (port: number) => Partial<RawHandshake>;

const from =
  (origin: (port: number) => string | undefined, host?: (port: number) => string | undefined): Change =>
  (port) => ({
    headers: { Origin: origin(port), Host: host ? host(port) : `127.0.0.1:${port}` },
  });
const at =
  (path: string): Change =>
  () => ({ path });
const own = (port: number) => `http://127.0.0.1:${port}`;

const changes: Readonly<Record<string, Change>> = {
  'a page of another site': from(() => 'http://evil.example'),
  'no page': from(() => undefined),
  'a sandboxed frame or a redirect': from(() => 'null'),
  'a file on disk': from(() => 'file://'),
  'an extension of the browser': from(() => 'chrome-extension://abcdefghijklmnop'),
  'a page of a sub-domain': from(
    (port) => `http://evil.localhost:${port}`,
    (port) => `localhost:${port}`,
  ),
  'a page of another port': from((port) => `http://127.0.0.1:${port + 1}`),
  'a page whose name begins like ours': from((port) => `${own(port)}.evil.example`),
  'a page that gives our name as its user': from((port) => `${own(port)}@evil.example`),
  'a name that was made to point here': from(
    (port) => `http://evil.example:${port}`,
    (port) => `evil.example:${port}`,
  ),
  'our page under a foreign name': from(own, () => 'evil.example'),
  'no name at all': from(own, () => undefined),
  'an empty name': from(own, () => ''),
  'the transport by polling': () => ({
    path: '/socket.io/?EIO=4&transport=polling',
    headers: { Upgrade: undefined, Connection: 'close' },
  }),
  'no transport': at('/socket.io/?EIO=4'),
  'an inherited transport': at('/socket.io/?EIO=4&transport=__proto__'),
  'protocol 3': at('/socket.io/?EIO=3&transport=websocket'),
  'no protocol': at('/socket.io/?transport=websocket'),
  'protocol 5': at('/socket.io/?EIO=5&transport=websocket'),
  'an inherited session': at(`${WEBSOCKET}&sid=__proto__`),
  'a made-up session': at(`${WEBSOCKET}&sid=AAAAAAAAAAAAAAAAAAAA`),
  'another path': at('/elsewhere/?EIO=4&transport=websocket'),
  'another method': () => ({ method: 'POST' }),
  'a first packet that is too large': () => ({ packets: [`40${JSON.stringify({ token: 'x'.repeat(100_000) })}`] }),
  'a namespace that does not exist': () => ({ packets: ['40/admin,'] }),
  'a namespace named like a property': () => ({ packets: ['40/__proto__,'] }),
  'a message before the hello': () => ({ packets: ['42["run",{}]'] }),
  'a packet that is none': () => ({ packets: ['4{'] }),
};

/** Each by its name, with what comes of it on a server at this port. */
export const hostileHandshakes: readonly {
  readonly name: string;
  attempt(port: number): Promise<RawOutcome>;
}[] = [
  ...Object.entries(changes).map(([name, change]) => ({
    name,
    attempt(port: number) {
      const friendly = friendlyHandshake(port);
      const changed = change(port);
      return shakeHands(port, { ...friendly, ...changed, headers: { ...friendly.headers, ...changed.headers } });
    },
  })),
  { name: 'the session of somebody else', attempt: takeOver },
];

/** A foreign page that has got hold of a session: the connection of somebody else would go on over its own. */
async function takeOver(port: number): Promise<RawOutcome> {
  const host = `127.0.0.1:${port}`;
  const victim = new WebSocket(`ws://${host}${WEBSOCKET}`, { origin: `http://${host}` });
  const [hello] = (await once(victim, 'message')) as [Buffer];
  const { sid } = JSON.parse(hello.toString().slice(1)) as { sid: string };
  const headers = { Host: host, Origin: 'http://evil.example' };
  // `2probe` is answered by `3probe` to whoever may take the session over.
  const taken = await shakeHands(port, { path: `${WEBSOCKET}&sid=${sid}`, headers, packets: ['2probe'] });
  victim.terminate();
  return taken;
}

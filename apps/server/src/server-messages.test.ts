import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect, type TestClient } from './testing/test-client.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: LockstepServer;
let client: TestClient;

beforeEach(async () => {
  directory = await createTemporaryDirectory();
  server = await startTestServer(directory.path);
  client = await connect(server.url);
});
afterEach(async () => {
  client.close();
  await server.close();
  await directory.release();
});

const nobody = '0'.repeat(32);

test.each([
  ['run', { lab: 'nothing' }, 'unknown-lab', 'there is no lab nothing'],
  ['run', { lab: '_template' }, 'bad-request', 'lab: invalid_format'],
  ['run', { mode: 'stepped' }, 'mode', 'counter has the modes free'],
  ['run', { mode: 'backwards' }, 'bad-request', 'mode: invalid_value'],
  ['run', { knobs: { upTo: 1e9 } }, 'bad-knob', 'upTo: must lie between 1 and 5000'],
  ['run', { knobs: { upTo: 'many' } }, 'bad-knob', 'upTo: not a number'],
  ['run', { knobs: { nothing: 1 } }, 'bad-knob', 'nothing: this lab has no such knob'],
  ['run', { knobs: { word: ['a'] } }, 'bad-request', 'knobs.word: invalid_union'],
  ['run', { seed: -1 }, 'bad-request', 'seed: too_small'],
  ['run', { schedule: [1, 17] }, 'bad-request', 'schedule.1: too_big'],
  ['run', { path: '/etc/passwd' }, 'bad-request', 'the message: unrecognized_keys'],
])('%s %j is refused as %s', async (name, changes, code, message) => {
  const request = { lab: 'counter', mode: 'free', knobs: {}, ...changes };
  expect(await client.ask(name, request)).toEqual({ ok: false, code, message });
});

test.each([
  ['run', undefined, 'bad-request'],
  ['run', 'counter', 'bad-request'],
  ['watch', { run: nobody, from: 0 }, 'unknown-run'],
  ['watch', { run: '../../etc', from: 0 }, 'bad-request'],
  ['watch', { run: nobody, from: -1 }, 'bad-request'],
  ['leave', {}, 'bad-request'],
  ['step', { run: nobody, token: '', thread: 1 }, 'unknown-run'],
  ['step', { run: nobody, token: '', thread: 2 ** 24 + 1 }, 'bad-request'],
  ['step', { run: nobody, token: 'x'.repeat(65), thread: 1 }, 'bad-request'],
  ['stop', { run: nobody, token: '' }, 'unknown-run'],
  ['shutdown', {}, 'bad-request'],
  ['__proto__', {}, 'bad-request'],
])('%s %j is refused as %s', async (name, request, code) => {
  expect(await client.ask(name, request)).toEqual({ ok: false, code, message: expect.any(String) });
});

test('a run can be watched only from where it has got to', async () => {
  const { run } = await client.start('stepped', { mode: 'stepped' });
  expect(await client.ask('watch', { run, from: 5 })).toMatchObject({ ok: false, code: 'bad-request' });
});

test('whatever is sent, it is answered, and nothing breaks', async () => {
  const patient = await startTestServer(directory.path, { limits: { messagesPerSecond: 1e6, joinAnswerMs: 0 } });
  const sender = await connect(patient.url);
  const ofRuns = ['run', 'watch', 'leave', 'step', 'stop'];
  const ofClasses = ['class-open', 'class-enter', 'class-leave', 'class-act', 'class-run'];
  const name = fc.constantFrom(...ofRuns, ...ofClasses);
  const request = fc.oneof(
    fc.jsonValue(),
    fc.record({ run: fc.jsonValue(), from: fc.jsonValue(), token: fc.jsonValue(), thread: fc.jsonValue() }),
    fc.record({ kind: fc.constantFrom('show', 'ask', 'answer', 'lock', 'end', 'x'), view: fc.jsonValue() }),
    fc.record({ class: fc.constant(nobody), token: fc.constant(nobody) }),
    fc.record({ lab: fc.constant('counter'), mode: fc.constant('free'), knobs: fc.object(), seed: fc.jsonValue() }),
  );
  await fc.assert(
    fc.asyncProperty(name, request, async (sent, value) => {
      const reply = await sender.ask(sent, value);
      expect(typeof reply.ok).toBe('boolean');
    }),
    { numRuns: 300 },
  );
  sender.close();
  await patient.close();
});

test('messages that come too fast are refused, and later ones are not', async () => {
  const replies = await Promise.all(Array.from({ length: 60 }, () => client.ask('leave', { run: nobody })));
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code));
  expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'ok'));
  expect(codes.at(-1)).toBe('too-fast');
  let reply = await client.ask('leave', { run: nobody });
  while (!reply.ok) reply = await client.ask('leave', { run: nobody });
  expect(reply).toEqual({ ok: true });
});

test('who goes on sending is told why it is not heard any more, and may come back', async () => {
  const farewell = new Promise((resolve) => client.socket.once('farewell', resolve));
  const back = new Promise((resolve) =>
    client.socket.once('disconnect', () => client.socket.once('connect', resolve as () => void)),
  );
  const flood = setInterval(() => {
    for (let n = 0; n < 500; n++) client.socket.emit('leave', { run: nobody });
  }, 1);
  expect(await farewell).toEqual({ code: 'too-fast' });
  clearInterval(flood);
  await back;
  expect(await client.ask('leave', { run: nobody })).toEqual({ ok: true });
});

test('a message that is too large ends the connection, and the server lives on', async () => {
  const gone = new Promise((resolve) => client.socket.once('disconnect', resolve));
  client.socket.emit('run', 'x'.repeat(20_000));
  await gone;
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('a message without a place for the reply is no harm', async () => {
  client.socket.emit('run');
  client.socket.emit('watch', { run: nobody, from: 0 }, 'no function');
  expect(await client.ask('leave', { run: nobody })).toEqual({ ok: true });
});

test('only who started a run may step or stop it', async () => {
  const { run, token } = await client.start('stepped', { mode: 'stepped' });
  await client.watch(run);
  const other = await connect(server.url);
  await other.watch(run);
  for (const name of ['step', 'stop'])
    for (const guess of ['', 'x', run])
      expect(await other.ask(name, { run, token: guess, ...(name === 'step' ? { thread: 1 } : {}) })).toMatchObject({
        code: 'not-yours',
      });
  expect(await client.ask('step', { run, token, thread: 1 })).toEqual({ ok: true });
  expect(await client.ask('stop', { run, token })).toEqual({ ok: true });
  expect(await other.ended()).toEqual({ state: 'ended', code: 'stopped' });
  other.close();
});

test('only stepped runs are stepped', async () => {
  const { run, token } = await client.start('endless');
  await client.watch(run);
  expect(await client.ask('step', { run, token, thread: 1 })).toMatchObject({ code: 'mode' });
});

test('what is over is neither stepped nor stopped', async () => {
  const { run, token } = await client.start('counter');
  await client.watch(run);
  await client.ended();
  while ((await (await fetch(`${server.url}/healthz`)).json()).runs.running > 0);
  expect(await client.ask('stop', { run, token })).toMatchObject({ code: 'ended' });
  expect(await client.ask('step', { run, token, thread: 1 })).toMatchObject({ code: 'ended' });
});

test.each([
  ['another site', { origin: 'http://evil.example' }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['no page at all', { origin: '' }],
  ['a rebound name', { origin: 'http://evil.example', host: 'evil.example' }],
])('a connection from %s is refused', async (_, extraHeaders) => {
  await expect(connect(server.url, { extraHeaders, reconnection: false })).rejects.toThrow('websocket error');
});

test('there is no other way in than a websocket', async () => {
  const response = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin: server.url } });
  expect(response.status).toBe(400);
});

test('connections beyond the limit are refused', async () => {
  const small = await startTestServer(directory.path, { limits: { maxConnections: 1 } });
  const first = await connect(small.url);
  await expect(connect(small.url, { reconnection: false })).rejects.toThrow('websocket error');
  first.close();
  await small.close();
});

test('open to a network, runs are started only with the token, and anybody may watch', async () => {
  const open = await startTestServer(directory.path, { host: '0.0.0.0' });
  expect(open.token).toMatch(/^[0-9a-f]{32}$/);
  const guest = await connect(open.url);
  expect(await guest.run({ lab: 'endless' })).toMatchObject({ ok: false, code: 'not-yours' });
  const wrong = await connect(open.url, { auth: { token: 'a guess' } });
  expect(await wrong.run({ lab: 'endless' })).toMatchObject({ ok: false, code: 'not-yours' });
  const token = open.token ?? '';
  for (const options of [
    { auth: { token } },
    { query: { token } },
    { extraHeaders: { origin: open.url, 'x-lockstep-token': token } },
  ]) {
    const teacher = await connect(open.url, options);
    expect(await teacher.run({ lab: 'endless' })).toMatchObject({ ok: true });
    teacher.close();
  }
  const teacher = await connect(open.url, { auth: { token } });
  const { run } = await teacher.start('counter');
  expect(await guest.watch(run)).toEqual({ ok: true });
  await guest.ended();
  for (const socket of [guest, wrong, teacher]) socket.close();
  await open.close();
});

test('a connection does not watch without end', async () => {
  const small = await startTestServer(directory.path, { limits: { maxWatched: 1 } });
  const viewer = await connect(small.url);
  const first = await viewer.start('endless');
  const second = await viewer.start('endless');
  expect(await viewer.ask('watch', { run: first.run, from: 0 })).toEqual({ ok: true });
  expect(await viewer.ask('watch', { run: second.run, from: 0 })).toMatchObject({ code: 'bad-request' });
  await viewer.ask('leave', { run: first.run });
  viewer.close();
  await small.close();
});

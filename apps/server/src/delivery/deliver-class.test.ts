import { expect, test } from 'vitest';
import { deliverClass } from './deliver-class.ts';

/** A window of which the test decides what there is to know and when it can take it. */
function createScriptedWindow() {
  const messages: unknown[] = [];
  const asked: ((isReady: boolean) => void)[] = [];
  const listeners = new Set<() => void>();
  let pieces: ReadonlyMap<string, string> = new Map();
  const delivery = deliverClass(
    {
      id: 'class',
      pieces: () => pieces,
      listen(onNews) {
        listeners.add(onNews);
        return () => void listeners.delete(onNews);
      },
    },
    {
      ready: () => new Promise((resolve) => asked.push(resolve)),
      send: (json) => void messages.push(JSON.parse(json)),
    },
  );
  return {
    delivery,
    messages,
    asked,
    listeners,
    tell: (parts: Readonly<Record<string, unknown>>) => {
      pieces = new Map(Object.entries(parts).map(([part, value]) => [part, `"${part}":${JSON.stringify(value)}`]));
      for (const onNews of listeners) onNews();
    },
    take: async (isReady = true) => {
      for (let resolve = asked.shift(); resolve; resolve = asked.shift()) {
        resolve(isReady);
        await new Promise(setImmediate);
      }
    },
  };
}

test('first comes everything, and then only what has changed', async () => {
  const { tell, take, messages } = createScriptedWindow();
  tell({ view: 1, people: 1 });
  await take();
  tell({ view: 2, people: 1 });
  await take();
  tell({ view: 2, people: 1 });
  await take();
  expect(messages).toEqual([
    { class: 'class', view: 1, people: 1 },
    { class: 'class', view: 2 },
  ]);
});

test('for a window that does not read nothing is made, and then it gets what there is now, in one message', async () => {
  const { tell, take, messages, asked } = createScriptedWindow();
  for (let n = 0; n < 100; n++) tell({ view: n, people: -n });
  expect(asked).toHaveLength(1);
  expect(messages).toEqual([]);
  await take();
  expect(messages).toEqual([{ class: 'class', view: 99, people: -99 }]);
});

test('what came back to what the window has is not sent', async () => {
  const { tell, take, messages } = createScriptedWindow();
  tell({ view: 1 });
  await take();
  tell({ view: 2 });
  tell({ view: 1 });
  await take();
  expect(messages).toEqual([{ class: 'class', view: 1 }]);
});

test('a part that was taken away comes whole when it is given again', async () => {
  const { tell, take, messages } = createScriptedWindow();
  for (const parts of [{ me: 1, desk: 1 }, { me: 2 }, { me: 3, desk: 1 }]) {
    tell(parts);
    await take();
  }
  expect(messages.at(-1)).toEqual({ class: 'class', me: 3, desk: 1 });
});

test('after the end, and for a window that is gone, nobody listens any more', async () => {
  const over = createScriptedWindow();
  over.tell({ over: 'ended' });
  await over.take();
  await over.delivery.done;
  expect(over.listeners.size).toBe(0);
  const gone = createScriptedWindow();
  gone.tell({ view: 1 });
  await gone.take(false);
  await gone.delivery.done;
  expect(gone.messages).toEqual([]);
  expect(gone.listeners.size).toBe(0);
});

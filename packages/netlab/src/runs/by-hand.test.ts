// Runs by hand on real kernels: nothing arrives that the hand did not let go.
import { LET_THE_REST_PASS, rulesAt, type StepChoice } from '@lockstep/lab';
import { createTrace } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { runConversation } from '../fixtures/run-conversation.ts';
import type { Hand } from '../fixtures/run-programs.ts';
import { lanesHere } from '../testing/lanes-here.ts';
import { all } from '../testing/story.ts';

const lanes = await lanesHere();

const oldest =
  (act: StepChoice['act']): Hand =>
  (choices) =>
    choices.find((choice) => choice.act === act);
const letRest: Hand = (choices) => choices.find(({ thread }) => thread === LET_THE_REST_PASS);

/** One hand for each of its turns, the last one for ever. */
function turns(...hands: readonly Hand[]): Hand {
  let turn = 0;
  return (choices) => {
    const choice = (hands[turn] ?? hands.at(-1))?.(choices);
    if (choice) turn++;
    return choice;
  };
}

describe.runIf(lanes.includes('A'))('by hand', () => {
  it('every frame is held until it is let go, and the run ends when nothing is left', async () => {
    const { trace, fault } = await runConversation({ hand: oldest('deliver') });
    expect(fault).toBeUndefined();
    const held = all(trace, 'frame.held');
    expect(held.every(({ reason }) => reason === 'by hand')).toBe(true);
    expect(held.map(({ frame }) => frame)).toEqual(all(trace, 'tcp.segment-sent').map(({ frame }) => frame));
    for (const { frame, seq } of all(trace, 'tcp.segment-delivered'))
      expect(held.find((event) => event.frame === frame)?.seq).toBeLessThan(seq);
    expect(trace.kindAt(trace.length - 1)).toBe('run.ended');
  });

  it('each held frame is offered with what can be done with it', async () => {
    const offers: (readonly StepChoice[])[] = [];
    await runConversation({
      hand: (choices) => {
        offers.push(choices);
        return choices.some(({ frame }) => frame === 1) ? letRest(choices) : undefined;
      },
    });
    const [syn] = offers.filter((choices) => choices.length > 1);
    expect(syn?.map(({ thread, frame, act, actor }) => [thread, frame, act, actor])).toEqual([
      [8, 1, 'deliver', 'client.kernel'],
      [9, 1, 'drop', 'client.kernel'],
      [10, 1, 'duplicate', 'client.kernel'],
      [11, 1, 'delay', 'client.kernel'],
      [7, undefined, undefined, 'cable'],
    ]);
    expect(syn?.[0]?.operation).toMatch(/^SYN seq=\d+$/);
  });

  it('a dropped SYN is sent again and held again; one that was doubled arrives twice, one delayed later', async () => {
    const hand = turns(oldest('drop'), oldest('duplicate'), oldest('delay'), letRest);
    const { trace, fault } = await runConversation({ hand });
    expect(fault).toBeUndefined();
    expect(all(trace, 'tcp.segment-dropped')).toMatchObject([{ frame: 1, reason: 'by hand' }]);
    expect(all(trace, 'frame.duplicated')).toMatchObject([{ frame: 2, reason: 'by hand' }]);
    expect(all(trace, 'frame.delayed')).toMatchObject([{ frame: 3, ms: 200, reason: 'by hand' }]);
    expect(all(trace, 'tcp.segment-sent')[1]?.flags).toBe('SYN');
  });

  it('frames are let go in any order', async () => {
    const message = 'x'.repeat(3000);
    const second: Hand = (choices) => {
      const data = choices.filter(({ act, operation }) => act === 'deliver' && operation.includes('len='));
      if (data.length >= 2) return data[1];
      return choices.find(({ act, operation }) => act === 'deliver' && !operation.includes('len='));
    };
    const { trace, fault } = await runConversation({
      server: 'reader',
      knobs: { message },
      hand: turns(second, second, second, second, letRest),
    });
    expect(fault).toBeUndefined();
    const data = all(trace, 'tcp.segment-sent').filter(({ length }) => length > 0);
    const arrived = all(trace, 'tcp.segment-delivered').filter(({ frame }) => data.some((one) => one.frame === frame));
    expect(arrived[0]?.frame).toBe(data[1]?.frame);
  });

  it('a rule decides before the hand is asked', async () => {
    const { trace, fault } = await runConversation({ knobs: { rules: 'pass' }, hand: () => undefined });
    expect(fault).toBeUndefined();
    expect(all(trace, 'frame.held')).toEqual([]);
    expect(trace.kindAt(trace.length - 1)).toBe('run.ended');
  });

  it('after the rest was let pass nothing waits any more', async () => {
    const asked: number[] = [];
    const { trace, fault } = await runConversation({
      hand: (choices) => {
        asked.push(choices.length);
        return choices.length > 1 ? letRest(choices) : undefined;
      },
    });
    expect(fault).toBeUndefined();
    expect(all(trace, 'frame.held').length).toBe(1);
    expect(all(trace, 'tcp.segment-delivered').length).toBe(all(trace, 'tcp.segment-sent').length);
  });

  it('the decisions as rules repeat the run without a hand', async () => {
    const first = await runConversation({
      hand: turns(oldest('drop'), oldest('deliver'), oldest('duplicate'), oldest('deliver')),
    });
    const header = { ...first.trace.header, mode: 'stepped', actors: actorsWithHosts } as const;
    const told = createTrace(header);
    for (const event of first.trace.slice(0)) told.append(event);
    const rules = rulesAt(told, told.length);
    expect(rules).toMatch(/^drop client 1; pass client 2/);
    const again = await runConversation({ knobs: { rules }, hand: letRest });
    expect(again.fault).toBeUndefined();
    expect(all(again.trace, 'tcp.segment-dropped')).toMatchObject([{ frame: 1, reason: 'drop client 1' }]);
    expect(all(again.trace, 'frame.duplicated')).toMatchObject([{ frame: 3 }]);
  });

  it('programs wait before each call where the knob says so, and a call is made when it is let go', async () => {
    const seen: string[] = [];
    const { trace, fault } = await runConversation({
      knobs: { hold: 'calls' },
      hand: (choices) => {
        const call = choices.find(({ thread }) => thread < LET_THE_REST_PASS);
        if (call) seen.push(`${call.thread} ${call.actor} ${call.operation}`);
        return call;
      },
    });
    expect(fault).toBeUndefined();
    expect(seen.slice(0, 3)).toEqual([
      '1 server socket()',
      '1 server setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)',
      expect.stringContaining('1 server bind('),
    ]);
    expect(seen).toContain("2 client sendall(b'hello, world')");
    expect(seen.length).toBe(all(trace, 'call.entered').length);
    expect(all(trace, 'frame.held')).toEqual([]);
  });
});

const actorsWithHosts = ['client', 'server'].map((host) => ({ id: host, role: 'program', colour: 1, host }) as const);

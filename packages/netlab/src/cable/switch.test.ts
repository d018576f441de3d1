import { expect, it } from 'vitest';
import { createSwitch } from './switch.ts';

const A = '02:00:00:00:00:0a';
const B = '02:00:00:00:00:0b';
const EVERYBODY = 'ff:ff:ff:ff:ff:ff';
const ports = ['p1', 'p2', 'p3'];

it('floods to a receiver that it has not heard of, to all but the sender', () => {
  const { forward } = createSwitch(ports);
  expect(forward({ source: A, destination: B }, 'p1', 0)).toEqual({
    to: ['p2', 'p3'],
    hasLearned: true,
    isFlooded: true,
  });
});

it('forwards to where the receiver was last heard, and learns an address once', () => {
  const { forward } = createSwitch(ports);
  forward({ source: A, destination: B }, 'p1', 0);
  expect(forward({ source: B, destination: A }, 'p2', 1)).toEqual({ to: ['p1'], hasLearned: true, isFlooded: false });
  expect(forward({ source: A, destination: B }, 'p1', 2)).toEqual({ to: ['p2'], hasLearned: false, isFlooded: false });
});

it('sends what is for everybody to everybody, which is no flooding', () => {
  const { forward } = createSwitch(ports);
  expect(forward({ source: A, destination: EVERYBODY }, 'p2', 0)).toMatchObject({ to: ['p1', 'p3'], isFlooded: false });
});

it('follows an address that has moved to another port', () => {
  const { forward } = createSwitch(ports);
  forward({ source: A, destination: EVERYBODY }, 'p1', 0);
  expect(forward({ source: A, destination: EVERYBODY }, 'p3', 1).hasLearned).toBe(true);
  expect(forward({ source: B, destination: A }, 'p2', 2).to).toEqual(['p3']);
});

it('forgets who has been silent for long', () => {
  const { forward } = createSwitch(ports, 100);
  forward({ source: A, destination: EVERYBODY }, 'p1', 0);
  expect(forward({ source: B, destination: A }, 'p2', 100).isFlooded).toBe(false);
  expect(forward({ source: B, destination: A }, 'p2', 101).isFlooded).toBe(true);
});

it('keeps what is for the sender’s own port to itself', () => {
  const { forward } = createSwitch(ports);
  forward({ source: A, destination: EVERYBODY }, 'p1', 0);
  expect(forward({ source: B, destination: A }, 'p1', 1).to).toEqual([]);
});

import { expect, test } from 'vitest';
import { frameAround, tcpFrame } from '../fixtures/frame-around.ts';
import { decodeFrame } from './decode-frame.ts';
import { fieldAt } from './field-at.ts';

const frame = decodeFrame(tcpFrame({}, 'hello'));

test('a byte leads to its layer and field', () => {
  const at = fieldAt(frame, 40);
  expect([at?.layer.protocol, at?.fields.map(({ name }) => name)]).toEqual(['tcp', ['sequence']]);
});

test('a byte that fields share leads to all of them', () => {
  expect(fieldAt(frame, 14)?.fields.map(({ name }) => name)).toEqual(['version', 'header-length']);
  expect(fieldAt(frame, 20)?.fields.map(({ name }) => name)).toEqual(['flags', 'fragment-offset']);
});

test('a byte of the payload leads to the payload', () => {
  expect(fieldAt(frame, frame.bytes.length - 1)?.layer.protocol).toBe('payload');
});

test('outside the frame there is nothing', () => {
  expect(fieldAt(frame, frame.bytes.length)).toBeUndefined();
  expect(fieldAt(frame, -1)).toBeUndefined();
  expect(fieldAt(decodeFrame(frameAround()), 14)).toBeUndefined();
});

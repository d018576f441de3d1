import { expect, test } from 'vitest';
import { remarkParts } from './remark-parts.ts';

const paragraph = { type: 'paragraph' };
const heading = (depth: number) => ({ type: 'heading', depth });

test('each heading begins a part; what stands before the first is one too', () => {
  const tree = { type: 'root', children: [paragraph, heading(2), paragraph, heading(3), paragraph, heading(2)] };
  remarkParts()(tree);
  expect(tree.children).toEqual([
    { type: 'part', data: { hName: 'section' }, children: [paragraph] },
    { type: 'part', data: { hName: 'section' }, children: [heading(2), paragraph, heading(3), paragraph] },
    { type: 'part', data: { hName: 'section' }, children: [heading(2)] },
  ]);
});

import { expect, test } from 'vitest';
import { remarkFolded } from './remark-folded.ts';

const html = (value: string) => ({ type: 'html', value });
const paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'Because.' }] };

test('what stands between the tags is folded under its summary', () => {
  const tree = {
    type: 'root',
    children: [paragraph, html('<details><summary>Why?</summary>'), paragraph, html('</details>'), paragraph],
  };
  remarkFolded()(tree);
  expect(tree.children).toEqual([
    paragraph,
    {
      type: 'folded',
      data: { hName: 'details' },
      children: [
        { type: 'summary', data: { hName: 'summary' }, children: [{ type: 'text', value: 'Why?' }] },
        paragraph,
      ],
    },
    paragraph,
  ]);
});

test('a fold that is never closed stops the build', () => {
  const tree = { type: 'root', children: [html('<details><summary>Why?</summary>'), paragraph] };
  expect(() => remarkFolded()(tree)).toThrow('“Why?” is never closed');
});

// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { rulesKnob } from '@lockstep/lab';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { KnobField } from './knob-field.tsx';

afterEach(cleanup);

const knob = rulesKnob({
  hosts: ['client', 'server'],
  presets: [{ value: 'drop client SYN 1', label: { en: 'the first SYN is lost', zh: '第一个 SYN 丢失' } }],
});
/** The text that the rows come to. */
const kept = (): string => (document.querySelector('textarea') as HTMLTextAreaElement).value;

function Field({ initial }: { readonly initial: string }) {
  const [text, setText] = useState(initial);
  return <KnobField knob={knob} text={text} isByHand={false} onChange={setText} />;
}

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('rules are put together row by row and kept as text', () => {
  render(<Field initial="" />);
  fireEvent.click(screen.getByRole('button', { name: /Add a rule/ }));
  expect(kept()).toBe('drop client');
  choose('kind', 'data');
  choose('which ones', '2');
  choose('what to do', 'delay');
  expect(kept()).toBe('delay client data 2 40 ms');
  choose('how long, in ms', '150');
  choose('sent by', 'server');
  expect(kept()).toBe('delay server data 2 150 ms');
  fireEvent.click(screen.getByRole('button', { name: 'Remove rule 1' }));
  expect(kept()).toBe('');
});

test('what cannot be understood is said in words, and the text is opened', () => {
  render(<Field initial="drop client 0" />);
  expect(screen.getByRole('alert').textContent).toContain('“drop client 0”: numbers count from 1');
  expect(screen.getByRole('textbox', { name: 'the cable' }).closest('details')?.open).toBe(true);
});

test('a ready-made rule is taken whole', () => {
  render(<Field initial="pass" />);
  choose('Ready-made', 'drop client SYN 1');
  expect(kept()).toBe('drop client SYN 1');
});

// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Route } from 'wouter';
import { useSettings } from '../settings/settings.ts';
import { sampleClassSession } from '../testing/sample-class-session.ts';
import { noClass, useClass } from './class-state.ts';
import { JoinPage } from './join-page.tsx';

const fake = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('./class-session.ts', () => ({ classSession: () => fake.current }));

let desk: ReturnType<typeof sampleClassSession>;
beforeEach(() => {
  localStorage.clear();
  useSettings.setState({ language: 'en' });
  desk = sampleClassSession();
  fake.current = desk.session;
});
afterEach(() => {
  cleanup();
  useClass.setState(noClass);
});

function shown(path: string) {
  history.replaceState(undefined, '', path);
  render(<Route path="/join/:code?" component={JoinPage} />);
}
const code = () => screen.getByLabelText<HTMLInputElement>('Code on the wall');
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Join' }));

test('the address brings the code: one press joins, and the name is remembered', async () => {
  shown('/join/k7m42qxw');
  expect(code().value).toBe('K7M4-2QXW');
  fireEvent.change(screen.getByLabelText('Your name, if you like'), { target: { value: 'Ana' } });
  press();
  await vi.waitFor(() => expect(desk.joins).toEqual(['K7M4-2QXW Ana']));
  expect(localStorage.getItem('lockstep.name')).toBe('Ana');
});

test('what is no code is not asked for, and the field stays', () => {
  shown('/join');
  expect(document.activeElement).toBe(code());
  fireEvent.change(code(), { target: { value: 'hello' } });
  press();
  expect(screen.getByRole('alert').textContent).toContain('eight letters and digits');
  expect(code().value).toBe('hello');
  expect(desk.joins).toEqual([]);
});

test.each([
  ['wrong-code', 'No class has this code'],
  ['class-full', 'full'],
  ['class-locked', 'locked'],
  ['too-fast', 'Wait a moment'],
  ['unreachable', 'does not answer'],
] as const)('%s is said in words, and the field stays', async (refusal, words) => {
  desk.answers.join = { ok: false, code: refusal, message: '' };
  shown('/join/K7M4-2QXW');
  press();
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain(words));
  expect(code().value).toBe('K7M4-2QXW');
  expect(code().getAttribute('aria-invalid')).toBe('true');
});

test('who comes back is offered their place', () => {
  localStorage.setItem(
    'lockstep.classes',
    JSON.stringify([{ class: 'c1', code: 'K7M42QXW', member: 'm', token: 't', at: Date.now() }]),
  );
  shown('/join');
  expect(screen.getByRole('button', { name: 'Back to class K7M4-2QXW' })).toBeDefined();
});

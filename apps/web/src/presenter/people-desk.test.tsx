// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import type { ClassAct } from '@lockstep/lab';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { sampleDesk, sampleOwner, samplePeople } from '../testing/sample-desk.ts';
import { PeopleDesk } from './people-desk.tsx';

beforeEach(() => useSettings.setState({ language: 'en' }));
afterEach(cleanup);

function shown(props: Partial<React.ComponentProps<typeof PeopleDesk>> = {}) {
  const acts: ClassAct[] = [];
  render(
    <PeopleDesk
      people={samplePeople}
      desk={sampleDesk}
      me={sampleOwner}
      hasQuestion={false}
      onAct={(act) => acts.push(act)}
      {...props}
    />,
  );
  return acts;
}

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);
const press = (group: string, name: string) =>
  fireEvent.click(within(screen.getByRole('group', { name: group })).getByRole('button', { name }));

test('who asks to drive stands first, who is away last, and who gave no name has a number', () => {
  shown();
  expect(rows().map((text) => text?.match(/Guest 1|Ada|Bo|Cy/)?.[0])).toEqual(['Guest 1', 'Ada', 'Bo', 'Cy']);
});

test('who has answered is told only while something is asked', () => {
  shown();
  expect(screen.queryByText(/answered/)).toBeNull();
  cleanup();
  shown({ hasQuestion: true });
  expect(screen.getByText('following · answered')).toBeDefined();
});

test('who asks to drive is accepted or declined with one press', () => {
  const acts = shown();
  press('What to do with Guest 1', 'Accept');
  press('What to do with Guest 1', 'Decline');
  expect(acts).toEqual([
    { kind: 'hand-over', member: 'guest' },
    { kind: 'decline', member: 'guest' },
  ]);
});

test('nobody is removed by one press', () => {
  const acts = shown();
  press('What to do with Bo', 'Remove');
  expect(acts).toEqual([]);
  press('Remove Bo?', 'Keep');
  press('What to do with Bo', 'Remove');
  press('Remove Bo?', 'Remove');
  expect(acts).toEqual([{ kind: 'remove', member: 'bo' }]);
});

test('the owner takes the drive back; a driver who is not the owner cannot remove anybody', () => {
  const driver = { member: 'bo', name: 'Bo', isOwner: false, isHere: true };
  const acts = shown({ people: { ...samplePeople, driver }, me: { ...sampleOwner, isDriver: false } });
  expect(screen.getByText('Bo drives.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(acts).toEqual([{ kind: 'take-back' }]);
  cleanup();
  shown({
    people: { ...samplePeople, driver },
    me: { ...sampleOwner, member: 'bo', isOwner: false },
  });
  expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
});

test('of a large class the rest is found by name', () => {
  const members = Array.from({ length: 80 }, (_, place) => ({
    member: `m${place}`,
    name: `Learner ${place}`,
    isOwner: false,
    isHere: true,
    isFollowing: true,
    hasAnswered: false,
    isAsking: false,
  }));
  shown({ desk: { members } });
  expect(rows()).toHaveLength(60);
  expect(screen.getByText('and 20 more: find them by name')).toBeDefined();
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find a name' }), { target: { value: 'learner 79' } });
  expect(rows()).toHaveLength(1);
});

test('before anybody has joined, that is said', () => {
  shown({ desk: { members: sampleDesk.members.slice(0, 1) } });
  expect(screen.getByText(/Nobody has joined yet/)).toBeDefined();
});

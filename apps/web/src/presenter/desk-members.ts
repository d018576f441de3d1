import type { ClassDesk } from '@lockstep/lab';

export type DeskMember = ClassDesk['members'][number];

/** How each member is called on the desk: who gave no name is the instructor or has a number, in the order of joining. */
export function memberNames(
  members: readonly DeskMember[],
  nameless: (place: number) => string,
  owner: string,
): ReadonlyMap<string, string> {
  let place = 0;
  return new Map(
    members.map(({ member, name, isOwner }) => [
      member,
      name.trim() !== '' ? name : isOwner ? owner : nameless(++place),
    ]),
  );
}

/** Who asks to drive first, who is away last, else by name. */
export function sortedMembers(
  members: readonly DeskMember[],
  names: ReadonlyMap<string, string>,
): readonly DeskMember[] {
  const rank = ({ isAsking, isHere }: DeskMember) => (isAsking ? 0 : isHere ? 1 : 2);
  const nameOf = ({ member }: DeskMember) => names.get(member) ?? '';
  return [...members].sort(
    (a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b), undefined, { numeric: true }),
  );
}

/** How members are called on paper: who gave no name has a number. */
export function namesOf(
  members: readonly { readonly member?: string; readonly name?: string }[],
  nameless: (place: number) => string,
): ReadonlyMap<string | undefined, string> {
  let place = 0;
  return new Map(members.map(({ member, name = '' }) => [member, name.trim() === '' ? nameless(++place) : name]));
}

// Who is there just now. A member may have several windows (the laptop and the wall); they are here while one of them is,
// and follow while one of them does. This is not kept: after a restart everybody comes by themselves.

/** A connection that looks at the class. */
export interface ClassWindow {
  /** Of its connection. */
  readonly id: string;
  readonly member: string;
  readonly isFollowing: boolean;
}

export interface Presence {
  readonly here: number;
  isHere(member: string): boolean;
  isFollowing(member: string): boolean;
  /** Members who are here. */
  members(): Iterable<string>;
}

export interface LocalPresence extends Presence {
  /** Comes, or changes. */
  set(window: ClassWindow): void;
  remove(window: string): void;
  close(): void;
}

/** Who is in a class; `onChange` is called when somebody came or went elsewhere. */
export type OpenPresence = (id: string, onChange: () => void) => LocalPresence;

export function createPresence(): LocalPresence {
  const windows = new Map<string, ClassWindow>();
  const byMember = new Map<string, Map<string, ClassWindow>>();

  function remove(id: string): void {
    const window = windows.get(id);
    if (!window) return;
    windows.delete(id);
    const own = byMember.get(window.member);
    own?.delete(id);
    if (own?.size === 0) byMember.delete(window.member);
  }

  return {
    get here() {
      return byMember.size;
    },
    isHere: (member) => byMember.has(member),
    isFollowing: (member) => [...(byMember.get(member)?.values() ?? [])].some(({ isFollowing }) => isFollowing),
    members: () => byMember.keys(),
    set(window) {
      if (windows.get(window.id)?.member !== window.member) remove(window.id);
      windows.set(window.id, window);
      const own = byMember.get(window.member) ?? new Map<string, ClassWindow>();
      byMember.set(window.member, own.set(window.id, window));
    },
    remove,
    close: () => undefined,
  };
}

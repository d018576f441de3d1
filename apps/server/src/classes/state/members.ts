// Who is in a class, who drives it and who would like to. There is always exactly one driver, and it is a member.
import type { ClassFact } from '../class-facts.ts';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly tokenHash: string;
  /** Would like to drive. */
  readonly isAsking: boolean;
}

export interface Members {
  readonly owner: string;
  readonly driver: string;
  readonly isLocked: boolean;
  /** In the order in which they came, the owner first. */
  readonly all: ReadonlyMap<string, Member>;
  /** Names of all who ever were members: a summary may speak of somebody who was removed. */
  readonly names: ReadonlyMap<string, string>;
}

/** Members at one time, and all who ever came: whoever is removed and comes again is bounded too. */
export const MOST_MEMBERS = 2_000;
const MOST_NAMES = 2 * MOST_MEMBERS;

export interface MembersFold extends Members {
  /** @returns whether the fact changed anything; what is not valid now does not. */
  apply(fact: ClassFact): boolean;
}

export function createMembers(): MembersFold {
  const all = new Map<string, Member>();
  const names = new Map<string, string>();
  let owner = '';
  let driver = '';
  let isLocked = false;

  function add(id: string, name: string, tokenHash: string): boolean {
    if (names.has(id) || all.size >= MOST_MEMBERS || names.size >= MOST_NAMES) return false;
    all.set(id, { id, name, tokenHash, isAsking: false });
    names.set(id, name);
    return true;
  }

  function change(id: string, changes: Partial<Member>): boolean {
    const member = all.get(id);
    if (!member || !Object.entries(changes).some(([key, value]) => member[key as keyof Member] !== value)) return false;
    all.set(id, { ...member, ...changes });
    return true;
  }

  function drive(id: string): void {
    change(id, { isAsking: false });
    driver = id;
  }

  return {
    get owner() {
      return owner;
    },
    get driver() {
      return driver;
    },
    get isLocked() {
      return isLocked;
    },
    all,
    names,
    apply(fact) {
      switch (fact.kind) {
        case 'class.opened':
          owner = driver = fact.owner;
          return add(fact.owner, fact.name, fact.tokenHash);
        case 'class.locked':
          if (isLocked === fact.isLocked) return false;
          isLocked = fact.isLocked;
          return true;
        case 'member.joined':
          return !isLocked && add(fact.member, fact.name, fact.tokenHash);
        case 'member.renamed':
          if (!change(fact.member, { name: fact.name })) return false;
          names.set(fact.member, fact.name);
          return true;
        case 'member.removed':
          if (fact.member === owner || !all.delete(fact.member)) return false;
          if (driver === fact.member) drive(owner);
          return true;
        case 'drive.requested':
          return fact.member !== driver && change(fact.member, { isAsking: true });
        case 'drive.declined':
          return change(fact.member, { isAsking: false });
        case 'drive.handed':
          if (fact.member === driver || !all.has(fact.member)) return false;
          drive(fact.member);
          return true;
        default:
          return false;
      }
    },
  };
}

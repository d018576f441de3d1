// Who is in a class, on all servers. Each server tells the others its own windows, all of them each time: when one comes
// or goes, and every few seconds in any case. What is not repeated is forgotten, with the server that told it.
import { type ClassWindow, createPresence, type LocalPresence, type OpenPresence } from '../classes/room/presence.ts';
import type { News } from './news.ts';

export interface SharedPresence {
  readonly open: OpenPresence;
  /** From now on the others are heard. */
  join(): void;
  /** Called every second. */
  beat(): void;
}

/** The windows that one server has of a class. */
interface Told {
  readonly server: string;
  readonly class: string;
  readonly windows: readonly ClassWindow[];
}

interface Room {
  readonly all: LocalPresence;
  readonly own: Map<string, ClassWindow>;
  /** By server. */
  readonly theirs: Map<string, { readonly windows: readonly ClassWindow[]; beatsLeft: number }>;
  readonly onChange: () => void;
  timer: NodeJS.Timeout | undefined;
}

const HERE = 'lockstep-here';
const WHO = 'lockstep-who';
const TELL_MS = 100;
const BEATS_BETWEEN = 2;
const BEATS_BELIEVED = 5;

export function createSharedPresence(server: string, news: News): SharedPresence {
  const rooms = new Map<string, Room>();
  let beats = 0;

  function tell(id: string, room: Room): void {
    clearTimeout(room.timer);
    room.timer = undefined;
    news.tell(HERE, { server, class: id, windows: [...room.own.values()] } satisfies Told);
  }

  function tellSoon(id: string, room: Room): void {
    room.timer ??= setTimeout(() => tell(id, room), TELL_MS);
  }

  function hear({ server: whose, class: id, windows }: Told): void {
    const room = rooms.get(id);
    if (!room) return;
    const before = room.theirs.get(whose)?.windows ?? [];
    const now = new Set(windows.map((window) => window.id));
    for (const window of before) if (!now.has(window.id)) room.all.remove(window.id);
    for (const window of windows) room.all.set(window);
    if (windows.length > 0) room.theirs.set(whose, { windows, beatsLeft: BEATS_BELIEVED });
    else room.theirs.delete(whose);
    if (JSON.stringify(before) !== JSON.stringify(windows)) room.onChange();
  }

  return {
    open(id, onChange) {
      const all = createPresence();
      const room: Room = { all, own: new Map(), theirs: new Map(), onChange, timer: undefined };
      rooms.set(id, room);
      news.tell(WHO, id);
      return {
        get here() {
          return all.here;
        },
        isHere: (member) => all.isHere(member),
        isFollowing: (member) => all.isFollowing(member),
        members: () => all.members(),
        set(window) {
          all.set(window);
          room.own.set(window.id, window);
          tellSoon(id, room);
        },
        remove(window) {
          all.remove(window);
          if (room.own.delete(window)) tellSoon(id, room);
        },
        close() {
          if (rooms.get(id) === room) rooms.delete(id);
          room.own.clear();
          tell(id, room);
        },
      };
    },
    join() {
      news.on(HERE, (told) => hear(told as Told));
      news.on(WHO, (id) => {
        const room = rooms.get(id as string);
        if (room && room.own.size > 0) tell(id as string, room);
      });
    },
    beat() {
      beats++;
      for (const [id, room] of rooms) {
        if (beats % BEATS_BETWEEN === 0 && room.own.size > 0) tell(id, room);
        for (const [whose, told] of room.theirs)
          if (--told.beatsLeft <= 0) hear({ server: whose, class: id, windows: [] });
      }
    },
  };
}

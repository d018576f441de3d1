import type { Text, TrackId } from '@lockstep/lab';
import type { LabCard } from './lab-card.ts';

/** The tracks of the course, in order. */
export const TRACKS: Readonly<Record<TrackId, Text>> = {
  A: { en: 'The network under the program', zh: '程序脚下的网络' },
  B: { en: 'TCP and UDP', zh: 'TCP 与 UDP' },
  C: { en: 'Socket programming', zh: '套接字编程' },
  D: { en: 'Processes', zh: '进程' },
  E: { en: 'Threads', zh: '线程' },
  F: { en: 'Coroutines and events', zh: '协程与事件驱动' },
  G: { en: 'Between machines', zh: '机器之间' },
};

export interface Track {
  readonly id: TrackId;
  readonly name: Text;
  readonly labs: readonly LabCard[];
}

/** Only tracks that have a lab. */
export function tracksOf(labs: readonly LabCard[]): readonly Track[] {
  return (Object.keys(TRACKS) as TrackId[])
    .map((id) => ({ id, name: TRACKS[id], labs: labs.filter((lab) => lab.track === id) }))
    .filter((track) => track.labs.length > 0);
}

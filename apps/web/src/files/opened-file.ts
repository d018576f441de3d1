// A recording that was dropped on the page or chosen, on its way to the page of its lab.
import type { Trace } from '@lockstep/trace';
import { create } from 'zustand';
import { readRecording } from './read-recording.ts';

interface OpenedFile {
  readonly opened: { readonly trace: Trace; readonly name: string } | undefined;
  readonly problem: { readonly name: string; readonly message: string } | undefined;
  /** Returns the lab whose page shows it, or undefined when it could not be read: `problem` then says why. */
  readonly open: (file: File) => Promise<string | undefined>;
  /** Lets the recording go when its reader has left for another page. */
  readonly forget: () => void;
  /** Says what is wrong with a file that could be read. */
  readonly refuse: (name: string, message: string) => void;
  readonly dismiss: () => void;
}

export const useOpenedFile = create<OpenedFile>()((set, get) => ({
  opened: undefined,
  problem: undefined,
  async open(file) {
    try {
      const trace = await readRecording(file);
      set({ opened: { trace, name: file.name }, problem: undefined });
      return trace.header.lab;
    } catch (error) {
      console.error(error);
      get().refuse(file.name, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  },
  forget: () => set({ opened: undefined }),
  refuse: (name, message) => set({ opened: undefined, problem: { name, message } }),
  dismiss: () => set({ problem: undefined }),
}));

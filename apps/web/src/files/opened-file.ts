// A recording or a capture that was dropped on the page or chosen, on its way to the page that shows it.
import type { Trace } from '@lockstep/trace';
import { create } from 'zustand';
import type { OpenedCapture } from '../capture/read-capture-file.ts';

export interface Opened {
  readonly trace: Trace;
  readonly name: string;
  /** Present where the trace is one conversation of a capture, which may have more. */
  readonly capture?: OpenedCapture;
}

interface OpenedFile {
  readonly opened: Opened | undefined;
  readonly problem: { readonly name: string; readonly message: string } | undefined;
  /** Names of files that were dropped with the one that is open: there is room for one. */
  readonly passedOver: readonly string[];
  /** A large file is being read. */
  readonly isReading: boolean;
  /** Returns the lab whose page shows it, or undefined when it could not be read: `problem` then says why. */
  readonly open: (file: File) => Promise<string | undefined>;
  /** Shows another conversation of the capture that is open. */
  readonly show: (opened: Opened) => void;
  /** Lets the recording go when its reader has left for another page. */
  readonly forget: () => void;
  /** Says what is wrong with a file that could be read. */
  readonly refuse: (name: string, message: string) => void;
  readonly passOver: (names: readonly string[]) => void;
  readonly dismiss: () => void;
}

export const useOpenedFile = create<OpenedFile>()((set, get) => ({
  opened: undefined,
  problem: undefined,
  passedOver: [],
  isReading: false,
  async open(file) {
    set({ isReading: true });
    try {
      // Whoever opens no file needs nothing that reads one.
      const { readOpened } = await import('./read-opened.ts');
      const opened = await readOpened(file);
      set({ opened, problem: undefined });
      return opened.trace.header.lab;
    } catch (error) {
      console.error(error);
      get().refuse(file.name, error instanceof Error ? error.message : String(error));
      return undefined;
    } finally {
      set({ isReading: false });
    }
  },
  show: (opened) => set({ opened }),
  forget: () => set({ opened: undefined }),
  refuse: (name, message) => set({ problem: { name, message } }),
  passOver: (passedOver) => set({ passedOver }),
  dismiss: () => set({ problem: undefined }),
}));

// The part of Chrome's "Trace Event Format" that we write. Times are microseconds since the run began.

interface Placed {
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
}

type Args = Readonly<Record<string, string | number | boolean>>;

export type ChromeEvent =
  /** What a process or a thread is called, and where it stands. */
  | {
      readonly ph: 'M';
      readonly pid: number;
      readonly tid: number;
      readonly name: 'process_name' | 'process_sort_index' | 'thread_name' | 'thread_sort_index';
      readonly args: Args;
    }
  /** The two ends of a slice. */
  | (Placed & { readonly ph: 'B'; readonly cat: string; readonly name: string })
  | (Placed & { readonly ph: 'E'; readonly name: string })
  /** A slice of no length to speak of: flows begin and end in slices only. */
  | (Placed & {
      readonly ph: 'X';
      readonly dur: number;
      readonly cat: string;
      readonly name: string;
      readonly args: Args;
    })
  | (Placed & { readonly ph: 'i'; readonly s: 't'; readonly cat: string; readonly name: string; readonly args: Args })
  | (Placed & { readonly ph: 's'; readonly id: number; readonly cat: string; readonly name: string })
  | (Placed & { readonly ph: 'f'; readonly bp: 'e'; readonly id: number; readonly cat: string; readonly name: string })
  | (Placed & { readonly ph: 'C'; readonly name: string; readonly args: Readonly<Record<string, number>> });

import { open } from 'node:fs/promises';

/** A recording that is being written: text is only ever added at its end. */
export interface RecordingFile {
  /** Settles when the operating system has the text, so that it survives this process. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Creates the file; rejects when there is one already. */
export async function createRecordingFile(path: string): Promise<RecordingFile> {
  const handle = await open(path, 'ax');
  return {
    append: (text) => handle.appendFile(text),
    close: () => handle.close(),
  };
}

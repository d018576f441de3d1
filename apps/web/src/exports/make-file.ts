// What a run is saved as: the file of each kind, and its name.
import type { Language } from '@lockstep/lab';
import { recordingName, writeRecording } from '../files/write-recording.ts';
import type { PlayerState } from '../player/player-state.ts';
import type { SaveKind } from '../words/save-words.ts';

export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Makes the file. What makes each kind comes only when it is asked for. */
export async function makeFile(kind: SaveKind, state: PlayerState, language: Language): Promise<MadeFile> {
  const { trace, lab, cursor } = state;
  if (!trace) throw new Error('there is no run');
  const name = `${trace.header.lab}-${trace.header.run}`;
  switch (kind) {
    case 'recording':
      return { name: recordingName(trace), blob: await writeRecording(trace) };
    case 'html': {
      const { singleFile } = await import('./single-file.ts');
      return { name: `${name}.html`, blob: await singleFile(trace, lab, language) };
    }
    case 'pcapng': {
      const { writePcapng } = await import('../files/write-pcapng.ts');
      const bytes = new Uint8Array(writePcapng(trace, lab, language));
      return { name: `${name}.pcapng`, blob: new Blob([bytes], { type: 'application/x-pcapng' }) };
    }
    case 'chrome': {
      const [{ chromeTracePieces }, { blobOf }] = await Promise.all([
        import('./chrome-trace/chrome-trace.ts'),
        import('../files/blob-of.ts'),
      ]);
      const blob = await blobOf(chromeTracePieces(trace, lab, language), 'application/json');
      return { name: `${name}.trace.json`, blob };
    }
    case 'mermaid': {
      const { mermaidOf } = await import('./mermaid/mermaid.ts');
      return { name: `${name}.mmd`, blob: new Blob([mermaidOf(trace, lab, language)], { type: 'text/plain' }) };
    }
    case 'svg': {
      const { text } = await stillOf(state, language);
      return { name: `${name}-step-${cursor}.svg`, blob: new Blob([text], { type: 'image/svg+xml' }) };
    }
    case 'png': {
      const { pngOf } = await import('./picture/png-of.ts');
      return { name: `${name}-step-${cursor}.png`, blob: await pngOf(await stillOf(state, language)) };
    }
  }
}

async function stillOf(state: PlayerState, language: Language) {
  const still = (await import('./still-of.ts')).stillOf(state, language);
  if (!still) throw new Error('nothing is drawn');
  return still;
}

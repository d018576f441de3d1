import { useRef } from 'react';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { useOpenFile } from './use-open-file.ts';

export function OpenButton({ className }: { readonly className: string }) {
  const words = useWords(frameWords);
  const open = useOpenFile();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {words.openRecording}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.openRecording}
        accept=".jsonl,.gz,.html,.pcap,.pcapng,.cap"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void open(file);
        }}
      />
    </>
  );
}

import { type DragEvent, type ReactNode, useState } from 'react';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { FileProblem } from './file-problem.tsx';
import { useOpenedFile } from './opened-file.ts';
import { PassedOver } from './passed-over.tsx';
import { useOpenFile } from './use-open-file.ts';

/** The whole page takes a recording or a capture that is dropped on it. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const words = useWords(frameWords);
  const open = useOpenFile();
  const isReading = useOpenedFile((state) => state.isReading);
  const [isOver, setIsOver] = useState(false);

  function onDragOver(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  }

  function onDragLeave(event: DragEvent): void {
    const isOutside = !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget));
    if (isOutside) setIsOver(false);
  }

  function onDrop(event: DragEvent): void {
    setIsOver(false);
    const [file, ...others] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void open(file, others);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the same is offered by the "Open a file" button
    <div className="page" onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      {children}
      {isOver ? (
        <div className="drop-veil" aria-hidden="true">
          <p>{words.dropHere}</p>
        </div>
      ) : undefined}
      {isReading ? (
        <p className="file-reading" role="status">
          {words.readingFile}
        </p>
      ) : undefined}
      <FileProblem />
      <PassedOver />
    </div>
  );
}

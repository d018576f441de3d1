import { type ReactNode, useEffect, useId, useRef } from 'react';
import { dialogWords } from '../words/dialog-words.ts';
import { useWords } from '../words/use-words.ts';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A modal dialog of the browser's own: it keeps the focus, Escape closes it, and the focus returns. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const words = useWords(dialogWords);
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    ref.current?.showModal();
  }, []);
  return (
    <dialog ref={ref} className="sheet" aria-labelledby={heading} onClose={onClose}>
      <div className="sheet-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="tog" onClick={() => ref.current?.close()}>
          {words.close}{' '}
          <kbd className="key" aria-hidden="true">
            Esc
          </kbd>
        </button>
      </div>
      {children}
    </dialog>
  );
}

// Delivery of a class's news. What a window has is what was sent to it last, part by part; whatever differs from what
// there is now goes out in one message as soon as the connection can take it. Nothing queues for anybody: a window that
// is slow skips what was in between.
import type { Delivery } from './delivery.ts';
import type { NewsOutlet } from './news-outlet.ts';

/** What one member is to know. */
export interface NewsSource {
  readonly id: string;
  /** The newest pieces, such as `"people":{…}`, by part; equal pieces are the same string. */
  pieces(): ReadonlyMap<string, string>;
  /** Calls `onNews` when some piece may have changed; returns how to stop that. */
  listen(onNews: () => void): () => void;
}

export function deliverClass(source: NewsSource, outlet: NewsOutlet): Delivery {
  let sent: ReadonlyMap<string, string> = new Map();
  let isSending = false;
  let mayBeNews = false;
  let isOpen = true;
  let settleDone: () => void;
  const done = new Promise<void>((resolve) => {
    settleDone = resolve;
  });

  async function sendNews(): Promise<void> {
    if (isSending) return;
    isSending = true;
    while (isOpen && mayBeNews) {
      if (await outlet.ready()) sendMessage();
      else stop();
    }
    isSending = false;
  }

  function sendMessage(): void {
    if (!isOpen) return;
    mayBeNews = false;
    const pieces = source.pieces();
    const changed = [...pieces].filter(([part, piece]) => sent.get(part) !== piece).map(([, piece]) => piece);
    if (changed.length > 0) outlet.send(`{"class":${JSON.stringify(source.id)},${changed.join(',')}}`);
    sent = pieces;
    if (pieces.has('over')) stop();
  }

  function onNews(): void {
    mayBeNews = true;
    void sendNews();
  }

  function stop(): void {
    if (!isOpen) return;
    isOpen = false;
    unlisten();
    settleDone();
  }

  const unlisten = source.listen(onNews);
  // Whoever came is answered first.
  setImmediate(onNews);
  return { done, stop };
}

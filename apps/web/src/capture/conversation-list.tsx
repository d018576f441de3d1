import type { Trace } from '@lockstep/trace';
import { useState } from 'react';
import { useOpenedFile } from '../files/opened-file.ts';
import { captureWords } from '../words/capture-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Conversation } from './conversations.ts';
import { openConversation } from './open-capture.ts';
import { endpointText } from './packet-ends.ts';
import type { OpenedCapture } from './read-capture-file.ts';

const MOST = 50;

interface ConversationListProps {
  readonly file: OpenedCapture;
  readonly trace: Trace;
}

/** The conversations of a capture, largest first; a click shows one. */
export function ConversationList({ file, trace }: ConversationListProps) {
  const words = useWords(captureWords);
  const [waiting, setWaiting] = useState<string>();
  const listed = file.conversations.slice(0, MOST);
  const others = file.conversations.length - listed.length;

  async function show(conversation: Conversation): Promise<void> {
    setWaiting(conversation.id);
    const opened = await openConversation(file, conversation);
    // Another file may have come in the meantime.
    if (useOpenedFile.getState().opened?.capture === file) useOpenedFile.getState().show(opened);
  }

  return (
    <>
      <ul className="conversations">
        {listed.map((conversation) => (
          <li key={conversation.id}>
            <button
              type="button"
              aria-pressed={isShown(conversation, trace)}
              aria-busy={waiting === conversation.id}
              onClick={() => void show(conversation)}
            >
              <span className="m">{words.between(endpointText(conversation.a), endpointText(conversation.b))}</span>
              <span className="conversation-size">
                {[words.kinds[conversation.kind], words.packets(conversation.packets.length)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {others > 0 ? <p>{words.moreConversations(others)}</p> : undefined}
    </>
  );
}

function isShown({ a, b, kind }: Conversation, { header }: Trace): boolean {
  return (
    header.knobs['a'] === endpointText(a) && header.knobs['b'] === endpointText(b) && header.knobs['kind'] === kind
  );
}

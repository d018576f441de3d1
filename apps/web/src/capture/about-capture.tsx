import { useOpenedFile } from '../files/opened-file.ts';
import { usePlayer } from '../player/bench.ts';
import { captureWords } from '../words/capture-words.ts';
import { useWords } from '../words/use-words.ts';
import { unknownLinks } from './capture-link.ts';
import { ConversationList } from './conversation-list.tsx';

/** What the file is, what of it is shown and what is not, and its conversations to choose from. */
export function AboutCapture() {
  const words = useWords(captureWords);
  const opened = useOpenedFile((state) => state.opened);
  const { trace, cursor } = usePlayer((state) => ({ trace: state.trace, cursor: state.cursor }));
  if (!trace) return undefined;
  const { knobs } = trace.header;
  const [shown, leftOut] = [Number(knobs['packets']), Number(knobs['leftOut'])];
  const file = opened?.trace === trace ? opened.capture : undefined;
  const event = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const comment = event && 'comment' in event ? event.comment : undefined;
  return (
    <div className="about-capture">
      <p className="lead">
        <b>{words.fromFile}</b>
      </p>
      <p>{words.onceSeen}</p>
      <h2>{words.shown}</h2>
      <p className="m">{words.between(String(knobs['a']), String(knobs['b']))}</p>
      {leftOut > 0 ? <p role="note">{words.leftOut(leftOut, shown)}</p> : undefined}
      {comment === undefined ? undefined : (
        <p className="capture-comment">
          {words.commentHere} <q>{comment}</q>
        </p>
      )}
      {file ? (
        <>
          <h2>{words.conversations}</h2>
          <p>{words.holds(file.capture.packets.length, file.capture.format)}</p>
          {file.capture.leftOut > 0 ? (
            <p role="note">{words.unread(file.capture.leftOut, file.capture.packets.length)}</p>
          ) : undefined}
          {file.unknown > 0 ? (
            <p role="note">{words.unknown(file.unknown, unknownLinks(file.capture).join(', '))}</p>
          ) : undefined}
          <ConversationList file={file} trace={trace} />
          {file.capture.comments.length > 0 ? (
            <>
              <h2>{words.comments}</h2>
              {file.capture.comments.map((text) => (
                <p key={text} className="capture-comment">
                  {text}
                </p>
              ))}
            </>
          ) : undefined}
        </>
      ) : undefined}
    </div>
  );
}

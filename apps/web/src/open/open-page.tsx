import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useOpenFile } from '../files/use-open-file.ts';
import { Plate } from '../frame/plate.tsx';
import { useTitle } from '../frame/use-title.ts';
import { openWords } from '../words/open-words.ts';
import { useWords } from '../words/use-words.ts';
import { type FetchProblem, fetchFile, MOST_MEGABYTES } from './fetch-file.ts';
import './open-page.css';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'fetching'; readonly bytes: number; readonly of: number | undefined }
  | { readonly kind: 'failed'; readonly problem: FetchProblem | { readonly kind: 'unreadable' } };

/** Opens what lies under an address of this server: `/open#/runs/monday.lockstep.jsonl.gz`, or typed into the field. */
export function OpenPage() {
  const words = useWords(openWords);
  useTitle(words.title);
  const openFile = useOpenFile();
  const [address, setAddress] = useState(addressInHash);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const abort = useRef<AbortController>(undefined);

  async function open(text: string): Promise<void> {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    setState({ kind: 'fetching', bytes: 0, of: undefined });
    const fetched = await fetchFile(text, location.href, {
      signal: mine.signal,
      onProgress: (bytes, of) => mine.signal.aborted || setState({ kind: 'fetching', bytes, of }),
    });
    if (mine.signal.aborted || fetched === 'cancelled') return;
    if ('problem' in fetched) return setState({ kind: 'failed', problem: fetched.problem });
    // Which line or byte is wrong is said where files are opened.
    const isRead = await openFile(fetched.file);
    setState(isRead ? { kind: 'idle' } : { kind: 'failed', problem: { kind: 'unreadable' } });
  }

  function cancel(): void {
    abort.current?.abort();
    setState({ kind: 'idle' });
  }

  useEffect(() => {
    if (addressInHash() !== '') void open(addressInHash());
    return () => abort.current?.abort();
    // Only what the address said when the page was opened is fetched without being asked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  return (
    <Plate title={words.title}>
      <p>{words.lead}</p>
      <form
        className="open-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void open(address);
        }}
      >
        <label htmlFor="open-address">{words.field}</label>
        <input
          id="open-address"
          className="m"
          value={address}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setAddress(event.target.value)}
        />
        {/* Two buttons, not one that changes: the click that cancels would submit the form. */}
        {state.kind === 'fetching' ? (
          <button key="cancel" type="button" className="btn" onClick={cancel}>
            {words.cancel}
          </button>
        ) : (
          <button key="go" type="submit" className="btn ink">
            {words.go}
          </button>
        )}
      </form>
      {state.kind === 'fetching' ? <Progress bytes={state.bytes} of={state.of} /> : undefined}
      {state.kind === 'failed' ? (
        <p role="alert" className="open-problem">
          <ProblemText problem={state.problem} />
        </p>
      ) : undefined}
    </Plate>
  );
}

function Progress({ bytes, of }: { readonly bytes: number; readonly of: number | undefined }) {
  const words = useWords(openWords);
  return (
    <p role="status" className="open-progress">
      <progress value={of === undefined ? undefined : bytes} max={of} aria-label={words.title} />
      {words.megabytes(megabytes(bytes), of === undefined ? undefined : megabytes(of))}
    </p>
  );
}

function ProblemText({ problem }: { readonly problem: FetchProblem | { readonly kind: 'unreadable' } }) {
  const { problems } = useWords(openWords);
  switch (problem.kind) {
    case 'elsewhere':
      return problems.elsewhere(problem.host);
    case 'status':
      return problems.status(problem.status);
    case 'too-large':
      return problems['too-large'](MOST_MEGABYTES);
    case 'not-an-address':
    case 'unreachable':
    case 'unreadable':
      return problems[problem.kind];
  }
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

/** An address in an address may be encoded as a whole. */
function addressInHash(): string {
  const raw = location.hash.slice(1);
  try {
    return /^(https?%3a|%2f)/i.test(raw) ? decodeURIComponent(raw) : raw;
  } catch {
    return raw;
  }
}

import { formatClassCode, parseClassCode } from '@lockstep/lab';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'wouter';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useTitle } from '../frame/use-title.ts';
import type { AnyRefusal } from '../live/connection.ts';
import { remember, remembered } from '../settings/remembered.ts';
import { classWords } from '../words/class-words.ts';
import { troubleWords } from '../words/trouble-words.ts';
import { useWords } from '../words/use-words.ts';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';
import { offeredPlace } from './kept-places.ts';
import './join-page.css';

/** Into a class by its code; the address in the QR code brings it along. */
export function JoinPage() {
  const words = useWords(classWords).join;
  const { code: brought = '' } = useParams<{ code?: string }>();
  const known = parseClassCode(brought);
  const [code, setCode] = useState(known === undefined ? brought : formatClassCode(known));
  const [name, setName] = useState(remembered('name') ?? '');
  const [problem, setProblem] = useState<AnyRefusal['code'] | 'not-a-code'>();
  const stage = useClass((state) => state.stage);
  const field = useRef<HTMLInputElement>(null);
  useTitle(words.title);
  useEffect(() => {
    if (known === undefined) field.current?.focus();
  }, [known]);
  const isJoining = stage === 'entering' || stage === 'in';

  async function join(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isJoining) return;
    setProblem(undefined);
    remember('name', name.trim());
    const refusal = parseClassCode(code) === undefined ? undefined : await classSession().join(code, name);
    if (parseClassCode(code) === undefined) setProblem('not-a-code');
    else if (refusal) setProblem(refusal.code);
    else return;
    field.current?.focus();
    field.current?.select();
  }

  return (
    <div className="join">
      <header className="top">
        <Brand />
        <span className="grow" />
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main>
        <h1>{words.title}</h1>
        <form onSubmit={(event) => void join(event)}>
          <label htmlFor="join-code">{words.code}</label>
          <input
            id="join-code"
            ref={field}
            className="join-field m"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            maxLength={16}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="····-····"
            aria-invalid={problem !== undefined}
            aria-describedby="join-problem"
          />
          <p id="join-problem" role="alert" className="join-problem">
            {problem === undefined ? undefined : <Problem code={problem} />}
          </p>
          <label htmlFor="join-name">{words.name}</label>
          <input
            id="join-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={40}
            autoComplete="name"
            aria-describedby="join-name-hint"
          />
          <p id="join-name-hint" className="aside">
            {words.nameHint}
          </p>
          <button type="submit" className="btn ink" aria-disabled={isJoining}>
            {isJoining ? words.joining : words.join}
          </button>
        </form>
        <Return />
        <Link href="/" className="tog">
          {words.toCourse}
        </Link>
      </main>
    </div>
  );
}

function Problem({ code }: { readonly code: AnyRefusal['code'] | 'not-a-code' }) {
  const words = useWords(classWords).join;
  const { refusals } = useWords(troubleWords);
  switch (code) {
    case 'not-a-code':
      return words.notACode;
    case 'wrong-code':
    case 'ended':
    case 'unknown-class':
      return words.wrong;
    case 'class-full':
      return words.full;
    case 'class-locked':
      return words.locked;
    case 'too-fast':
      return words.slow;
    case 'unreachable':
      return words.unreachable;
    default:
      return refusals[code];
  }
}

/** A tab was closed, a phone has slept: their place is still theirs. */
function Return() {
  const words = useWords(classWords).join;
  const isOut = useClass(({ stage }) => stage === 'none' || stage === 'refused' || stage === 'over');
  const [offered] = useState(offeredPlace);
  if (!offered || !isOut) return undefined;
  return (
    <button type="button" className="btn" onClick={() => void classSession().enter(offered.class)}>
      {words.returnTo(formatClassCode(offered.code))}
    </button>
  );
}

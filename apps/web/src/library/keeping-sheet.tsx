import type { KeepRules, LibraryKeeping, RunsAndBytes } from '@lockstep/lab';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Dialog } from '../frame/dialog.tsx';
import { libraryWords } from '../words/library-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { fetchKeeping, setRules } from './ask-library.ts';
import { useLibrary } from './library-state.ts';
import { runTitle } from './run-title.ts';
import { saySize } from './say-size.ts';
import { useWhen } from './use-when.ts';

interface Draft {
  readonly hasDays: boolean;
  readonly days: string;
  readonly runs: string;
  readonly megabytes: string;
  readonly binDays: string;
}

const USUAL_DAYS = '90';

/** How long runs are kept: what the rules are, what they would delete now, and what goes next. */
export function KeepingSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(libraryWords);
  const [keeping, setKeeping] = useState<LibraryKeeping>();
  const [draft, setDraft] = useState<Draft>();
  const [isSaved, setIsSaved] = useState(false);
  const rules = draft && parseDraft(draft);
  const asked = rules && JSON.stringify(rules);

  useEffect(() => {
    void fetchKeeping().then((answer) => {
      if (answer.kind !== 'told') return onClose();
      setKeeping(answer.value);
      setDraft(draftOf(answer.value.rules));
    });
  }, [onClose]);
  useEffect(() => {
    let isCurrent = true;
    if (asked !== undefined)
      void fetchKeeping(JSON.parse(asked) as KeepRules).then((answer) => {
        if (isCurrent && answer.kind === 'told') setKeeping(answer.value);
      });
    return () => {
      isCurrent = false;
    };
  }, [asked]);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = rules && (await setRules(rules));
    if (answer?.kind !== 'told') return;
    setKeeping(answer.value);
    setIsSaved(true);
    await useLibrary.getState().load(useLibrary.getState().query);
  }

  function edit(change: Partial<Draft>): void {
    if (draft) setDraft({ ...draft, ...change });
    setIsSaved(false);
  }

  return (
    <Dialog title={words.keep.title} onClose={onClose}>
      {keeping && draft ? (
        <form className="keeping" onSubmit={(event) => void save(event)}>
          <dl className="keeping-usage">
            <Usage term={words.keep.starred} of={keeping.usage.starred} more={words.keep.forEver} />
            <Usage term={words.keep.others} of={keeping.usage.others} />
            <Usage term={words.keep.bin} of={keeping.usage.bin} />
          </dl>
          <Field label={words.keep.days} unit={words.keep.daysUnit}>
            <input
              type="checkbox"
              aria-label={words.keep.days}
              checked={draft.hasDays}
              onChange={({ target }) => edit({ hasDays: target.checked })}
            />
            <Whole
              value={draft.days}
              isOff={!draft.hasDays}
              label={`${words.keep.days}, ${words.keep.daysUnit}`}
              onChange={(days) => edit({ days })}
            />
          </Field>
          <Field label={words.keep.most} unit={words.keep.runsUnit}>
            <Whole value={draft.runs} label={words.keep.most} onChange={(runs) => edit({ runs })} />
          </Field>
          <Field label={words.keep.megabytes} unit={words.keep.megabytesUnit}>
            <Whole value={draft.megabytes} label={words.keep.megabytes} onChange={(megabytes) => edit({ megabytes })} />
          </Field>
          <Field label={words.keep.binDays} unit={words.keep.daysUnit}>
            <Whole value={draft.binDays} label={words.keep.binDays} onChange={(binDays) => edit({ binDays })} />
          </Field>
          <p className="aside">{words.keep.never}</p>
          <p className="keeping-surplus" role="status">
            {rules ? <Consequence keeping={keeping} isSaved={isSaved} /> : words.keep.bad}
          </p>
          <div className="plate-acts">
            <button type="submit" className="btn ink" disabled={!rules}>
              {keeping.surplus.runs > 0 ? words.keep.saveAndDelete(keeping.surplus.runs) : words.keep.save}
            </button>
            <button type="button" className="btn" onClick={() => edit(draftOf(keeping.initial))}>
              {words.keep.initial}
            </button>
          </div>
        </form>
      ) : (
        <p role="status">{words.loading}</p>
      )}
    </Dialog>
  );
}

function Consequence({ keeping, isSaved }: { readonly keeping: LibraryKeeping; readonly isSaved: boolean }) {
  const words = useWords(libraryWords).keep;
  const say = useSay();
  const when = useWhen();
  const { surplus, next } = keeping;
  const events = next
    ? [
        ...(next.at === undefined ? [] : [words.nextAt(when(next.at).exact)]),
        words.nextAfter(next.afterRuns + 1, saySize(next.afterBytes)),
      ]
    : [];
  return (
    <>
      {isSaved ? <b>{words.saved} </b> : undefined}
      {surplus.runs > 0 ? <b>{words.surplus(surplus.runs, saySize(surplus.bytes))}</b> : words.noSurplus}{' '}
      {next
        ? `${words.next(runTitle(next.run, say))} (${when(next.run.startedAt).exact}), ${events.join(words.or)}.`
        : words.nothing}
    </>
  );
}

function Usage({ term, of, more }: { readonly term: string; readonly of: RunsAndBytes; readonly more?: string }) {
  const words = useWords(libraryWords);
  return (
    <div>
      <dt>{term}</dt>
      <dd>{words.runs(of.runs)}</dd>
      <dd className="aside">
        {of.runs > 0 && more !== undefined ? `${saySize(of.bytes)}, ${more}` : saySize(of.bytes)}
      </dd>
    </div>
  );
}

function Field({
  label,
  unit,
  children,
}: {
  readonly label: string;
  readonly unit: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="keeping-field">
      <span>{label}</span>
      <span className="keeping-value">
        {children} {unit}
      </span>
    </div>
  );
}

interface WholeProps {
  readonly value: string;
  readonly label: string;
  readonly isOff?: boolean;
  readonly onChange: (value: string) => void;
}

function Whole({ value, label, isOff = false, onChange }: WholeProps) {
  return (
    <input
      inputMode="numeric"
      aria-label={label}
      aria-invalid={!isOff && parseWhole(value) === undefined}
      disabled={isOff}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function draftOf({ days, runs, megabytes, binDays }: KeepRules): Draft {
  return {
    hasDays: days !== undefined,
    days: days === undefined ? USUAL_DAYS : String(days),
    runs: String(runs),
    megabytes: String(megabytes),
    binDays: String(binDays),
  };
}

/** Undefined while a field holds no number. */
function parseDraft({ hasDays, ...fields }: Draft): KeepRules | undefined {
  const days = hasDays ? parseWhole(fields.days, 3650) : undefined;
  const runs = parseWhole(fields.runs, 1_000_000);
  const megabytes = parseWhole(fields.megabytes, 10_000_000);
  const binDays = parseWhole(fields.binDays, 365);
  if (runs === undefined || megabytes === undefined || binDays === undefined) return undefined;
  if (hasDays && days === undefined) return undefined;
  return { ...(days !== undefined && { days }), runs, megabytes, binDays };
}

function parseWhole(text: string, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}

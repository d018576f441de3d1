import type { ClassSummary } from '@lockstep/lab';
import { useState } from 'react';
import { download } from '../files/download.ts';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useSettings } from '../settings/settings.ts';
import { summaryWords } from '../words/summary-words.ts';
import { useWords } from '../words/use-words.ts';
import { fetchSummaryFile, type SummaryPlace } from './fetch-summary.ts';
import { ShownTable } from './shown-table.tsx';
import { SummaryQuestion } from './summary-question.tsx';
import { SummaryTrial } from './summary-trial.tsx';
import { useDates } from './use-dates.ts';

interface SummaryProps {
  readonly summary: ClassSummary;
  readonly place: SummaryPlace;
  readonly onRefresh: () => void;
}

/** A class on paper: what was shown, asked and run, in the order of the lesson. */
export function Summary({ summary, place, onRefresh }: SummaryProps) {
  const words = useWords(summaryWords);
  const dates = useDates();
  const { name, openedAt, endedAt, joined, shown, questions, trials } = summary;
  return (
    <>
      <header className="top summary-bar">
        <Brand />
        <span className="grow" />
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="summary">
        <div className="summary-head">
          <div>
            <p className="cap">{dates.day(openedAt)}</p>
            <h1>{name.trim() === '' ? words.title : words.of(name)}</h1>
          </div>
          <Keep summary={summary} place={place} onRefresh={onRefresh} />
        </div>
        <dl className="summary-facts">
          <Fact term={words.opened} value={dates.time(openedAt)} />
          <Fact term={words.ended} value={endedAt === undefined ? words.goesOn : dates.time(endedAt)} />
          <Fact term={words.joined} value={words.learners(joined)} />
        </dl>
        <section>
          <h2>{words.shown.title}</h2>
          {shown.length > 0 ? <ShownTable shown={shown} /> : <p className="aside">{words.shown.none}</p>}
        </section>
        <section>
          <h2>{words.questions.title}</h2>
          {questions.length === 0 ? <p className="aside">{words.questions.none}</p> : undefined}
          {questions.map((asked) => (
            <SummaryQuestion key={asked.number} asked={asked} />
          ))}
        </section>
        <section>
          <h2>{words.trials.title}</h2>
          {trials.length === 0 ? <p className="aside">{words.trials.none}</p> : undefined}
          {trials.map((trial) => (
            <SummaryTrial key={trial.number} trial={trial} />
          ))}
        </section>
      </main>
    </>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Keep({ summary, place, onRefresh }: SummaryProps) {
  const words = useWords(summaryWords);
  const language = useSettings((settings) => settings.language);
  const [hasFailed, setHasFailed] = useState(false);
  async function save(format: 'json' | 'csv'): Promise<void> {
    const file = await fetchSummaryFile(place, format, language);
    setHasFailed(file === undefined);
    const day = new Date(summary.openedAt).toISOString().slice(0, 10);
    if (file) download(file, `lockstep-class-${day}-${summary.class}.${format}`);
  }
  return (
    <div className="summary-keep">
      <button type="button" className="btn sm" onClick={() => void save('json')}>
        {words.saveJson}
      </button>
      <button type="button" className="btn sm" onClick={() => void save('csv')}>
        {words.saveCsv}
      </button>
      <button type="button" className="btn sm" onClick={() => window.print()}>
        {words.print}
      </button>
      {summary.endedAt === undefined ? (
        <button type="button" className="btn sm" onClick={onRefresh}>
          {words.refresh}
        </button>
      ) : undefined}
      {hasFailed ? <p role="alert">{words.saveFailed}</p> : undefined}
    </div>
  );
}

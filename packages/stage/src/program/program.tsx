// The program that runs, with the line that each actor is on. Every actor sees the function that it runs.
import { clampCursor, type Trace } from '@lockstep/trace';
import { useId, useMemo, useState } from 'react';
import { colourClass } from '../actor-colour.ts';
import type { Language } from '../text.ts';
import {
  type ListingLanguage,
  type ListingLine,
  lineIn,
  type ProgramTexts,
  type Section,
  sectionsOf,
} from './listing.ts';
import { type Standing, standingsAt } from './standing.ts';
import { Tinted } from './tinted.tsx';
import { programWords, stateText } from './words.ts';

export interface ProgramProps {
  readonly trace: Trace;
  readonly length: number;
  readonly cursor: number;
  readonly language: Language;
  readonly name: (actor: string) => string;
  /** The same program twice, with footnotes that tie the lines together. */
  readonly program: ProgramTexts;
}

const LISTINGS: readonly { readonly id: ListingLanguage; readonly title: string }[] = [
  { id: 'python', title: 'Python' },
  { id: 'typescript', title: 'TypeScript' },
];

/** The listing, Python first, with a band and a bar at each actor's line. */
export function Program({ trace, length, cursor, language, name, program }: ProgramProps) {
  const id = useId();
  const [listing, setListing] = useState<ListingLanguage>('python');
  const sections = useMemo(() => sectionsOf(program[listing], listing), [program, listing]);
  const standings = standingsAt(trace, Math.min(clampCursor(trace, cursor), length));
  const words = programWords[language];
  // Many runs, or runs of the model: no one of them is followed line by line.
  const isOneRun = trace.header.mode === 'free' || trace.header.mode === 'stepped';
  const lineOf = (line: number) => lineIn(program, listing, line);
  const inSection = (section: Section) => standings.filter((one) => functionOf(one, sections, lineOf) === section.name);
  const shown = sections.filter((section) => inSection(section).length > 0);
  return (
    <section className="ls-program">
      <div className="ls-tabs">
        <div role="tablist" aria-label={words.listing}>
          {LISTINGS.map((one) => (
            <button
              key={one.id}
              type="button"
              role="tab"
              id={`${id}${one.id}`}
              aria-selected={one.id === listing}
              aria-controls={`${id}panel`}
              tabIndex={one.id === listing ? 0 : -1}
              onClick={() => setListing(one.id)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
                event.stopPropagation();
                const other = LISTINGS.find((candidate) => candidate.id !== one.id);
                if (!other) return;
                setListing(other.id);
                document.getElementById(`${id}${other.id}`)?.focus();
              }}
            >
              {one.title}
            </button>
          ))}
        </div>
        {isOneRun && <span className="ls-tabs-hint">{words.hint}</span>}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${listing}`} className="ls-listing" tabIndex={0}>
        {shown.map((section) => (
          <SectionView
            key={section.name}
            section={section}
            standings={inSection(section)}
            lineOf={lineOf}
            isOneRun={isOneRun}
            language={language}
            name={name}
          />
        ))}
      </div>
    </section>
  );
}

/** The function that an actor runs; one that has none of its own is in the one that its line is in. */
function functionOf(
  { actor, line }: Standing,
  sections: readonly Section[],
  lineOf: (line: number) => number | undefined,
): string | undefined {
  if (actor.program !== undefined || line === undefined) return actor.program;
  const number = lineOf(line);
  return sections.find(({ lines }) => lines.some((one) => one.number === number))?.name;
}

interface SectionViewProps {
  readonly section: Section;
  readonly standings: readonly Standing[];
  readonly lineOf: (line: number) => number | undefined;
  /** There is something to say of where each one is. */
  readonly isOneRun: boolean;
  readonly language: Language;
  readonly name: (actor: string) => string;
}

function SectionView({ section, standings, lineOf, isOneRun, language, name }: SectionViewProps) {
  return (
    <div className="ls-section">
      <div className="ls-section-head">
        {standings.map((standing) => (
          <span key={standing.actor.id} className={colourClass(standing.actor.colour)}>
            <b>{name(standing.actor.id)}</b>
            {isOneRun && <span>{stateText(standing, language, name)}</span>}
          </span>
        ))}
      </div>
      {section.lines.map((line) => (
        <Line
          key={line.number}
          line={line}
          here={standings.filter((one) => one.line !== undefined && lineOf(one.line) === line.number)}
          language={language}
          name={name}
        />
      ))}
    </div>
  );
}

interface LineProps {
  readonly line: ListingLine;
  readonly here: readonly Standing[];
  readonly language: Language;
  readonly name: (actor: string) => string;
}

function Line({ line, here, language, name }: LineProps) {
  const [first] = here;
  return (
    <div
      className={first ? `ls-code ${colourClass(first.actor.colour)}` : 'ls-code'}
      data-here={first ? true : undefined}
      data-over={first?.state === 'finished' || first?.state === 'killed' || undefined}
    >
      <span className="ls-bars" aria-hidden="true">
        {here.map((one) => (
          <i key={one.actor.id} className={colourClass(one.actor.colour)} />
        ))}
      </span>
      <span className="ls-line-number">{line.number}</span>
      <code>
        <Tinted line={line.text} />
      </code>
      {here.length > 0 && (
        <span className="ls-only-read">
          {here.map((one) => programWords[language].at(name(one.actor.id))).join(', ')}
        </span>
      )}
    </div>
  );
}

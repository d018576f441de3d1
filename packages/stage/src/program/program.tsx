// The program that runs, with the line that each actor is on: the functions that the actors run, and those that they
// call. An actor stands in the function that its line is in.
import { clampCursor, type Trace } from '@lockstep/trace';
import { useCallback, useId, useMemo, useState } from 'react';
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
  const lineOf = useCallback((line: number) => lineIn(program, listing, line), [program, listing]);
  const inSection = (section: Section) => standings.filter((one) => sectionOf(one, sections, lineOf) === section);
  const shapes = trace.columns.shapes.all.length;
  const called = useMemo(() => calledIn(trace, shapes, sections, lineOf), [trace, shapes, sections, lineOf]);
  const shown = sections.filter((section) => called.has(section) || standings.some((one) => isHome(section, one)));
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

/** The function that an actor's line is in; before its first line, the one that it runs. */
function sectionOf(
  standing: Standing,
  sections: readonly Section[],
  lineOf: (line: number) => number | undefined,
): Section | undefined {
  const number = standing.line === undefined ? undefined : lineOf(standing.line);
  const here = sections.find(({ lines }) => lines.some((one) => one.number === number));
  return here ?? sections.find((section) => isHome(section, standing));
}

/** Is this the function that the actor runs? TypeScript's `forkFirst` is Python's `fork_first`. */
function isHome({ name }: Section, { actor: { program } }: Standing): boolean {
  return program !== undefined && (program === name || snakeCase(program) === name);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The functions in which something happens in this run. */
function calledIn(
  trace: Trace,
  shapes: number,
  sections: readonly Section[],
  lineOf: (line: number) => number | undefined,
): ReadonlySet<Section> {
  const lines = new Set(trace.columns.shapes.all.slice(0, shapes).map(({ line }) => line));
  const numbers = new Set([...lines].map((line) => line && lineOf(line)));
  return new Set(sections.filter((section) => section.lines.some(({ number }) => numbers.has(number))));
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

// What the graph means, in words: a headline, and who waits for what.
import { joinedBy, type Wait, type WaitForCycle, type WaitForEdge, type WaitForGraph } from '@lockstep/trace';
import { spaceScripts } from '../space-scripts.ts';
import type { Language } from '../text.ts';
import { waitForWords } from './words.ts';

export interface Statement {
  readonly headline: string;
  /** Who waits for what; empty when nobody does. */
  readonly sentence: string;
}

type Naming = (actor: string) => string;

/** A circle of more threads than this is told in a shorter form. */
const IN_FULL = 3;

export function statementOf(graph: WaitForGraph, language: Language, name: Naming): Statement {
  const words = waitForWords[language];
  // Who only starts the threads and waits for their end is no part of the drawing.
  const blocked = [...graph.waits.values()].filter(
    (wait) => wait.isBlocked && (graph.threads.includes(wait.thread) || !joinedBy(wait.on)),
  );
  const inCycle = new Set(graph.cycles.flatMap((cycle) => cycle.threads));
  const others = blocked.filter((wait) => !inCycle.has(wait.thread));
  const clauses = [
    ...graph.cycles.flatMap((cycle) => aroundOf(graph, cycle, language, name)),
    ...others.map((wait) => waitClause(graph, wait, language, name)),
  ];
  const isLost = graph.stuckSince !== undefined && inCycle.size === 0;
  const said = clauses.length === 0 ? '' : words.join(clauses);
  return {
    headline: headlineOf(graph, blocked, language),
    sentence: spaced(isLost ? `${said}${language === 'en' ? ' ' : ''}${words.nobodyLeft}` : said, language),
  };
}

function headlineOf(graph: WaitForGraph, blocked: readonly Wait[], language: Language): string {
  const words = waitForWords[language];
  if (graph.cycles.length > 0) {
    if (graph.cycles.every((cycle) => cycle.isTimed)) return words.cycleForNow;
    return graph.stuckSince === undefined ? words.cycle : words.cycleForAll;
  }
  if (graph.stuckSince !== undefined) {
    const isDead = blocked.some((wait) => graph.lives.get(graph.holds.get(wait.on)?.thread ?? '') === 'over');
    return isDead ? words.stuckByTheDead : words.stuckWithoutCycle;
  }
  return blocked.length === 0 ? words.nobodyWaits : words.noCycle;
}

function aroundOf(graph: WaitForGraph, cycle: WaitForCycle, language: Language, name: Naming): readonly string[] {
  const waits = cycle.threads.flatMap((thread) => graph.waits.get(thread) ?? []);
  if (waits.length > IN_FULL && waits.every((wait) => !joinedBy(wait.on)))
    return [waitForWords[language].around(waits.map((wait) => [name(wait.thread), wait.on]))];
  return waits.map((wait) => waitClause(graph, wait, language, name));
}

function waitClause({ holds, lives }: WaitForGraph, wait: Wait, language: Language, name: Naming): string {
  const words = waitForWords[language];
  const who = name(wait.thread);
  const joined = joinedBy(wait.on)?.filter((actor) => lives.get(actor) !== 'over');
  if (joined) return words.waitsForEnd(who, words.list(joined.map(name)));
  const holder = holds.get(wait.on)?.thread ?? wait.holder;
  if (holder === wait.thread) return words.waitsForOwn(who, wait.on);
  if (holder === undefined) return words.waits(who, wait.on);
  const isOver = lives.get(holder) === 'over';
  return words[isOver ? 'waitsForDead' : 'waitsForHeld'](who, wait.on, name(holder));
}

/** An edge in words, as a clause without a full stop. */
export function edgeText(edge: WaitForEdge, language: Language, name: Naming): string {
  const words = waitForWords[language];
  const joined = joinedBy(edge.on);
  const who = name(edge.thread);
  if (edge.kind === 'hold') return spaced(words.holds(who, edge.on), language);
  return spaced(joined ? words.waitsForEnd(who, words.list(joined.map(name))) : words.waits(who, edge.on), language);
}

function spaced(text: string, language: Language): string {
  return language === 'zh' ? spaceScripts(text) : text;
}

// The lines of a sequence diagram: who takes part, in order of appearance, and what is said between them.
import { mermaidText } from './mermaid-text.ts';

type Arrow =
  /** Something asked or sent; its answer; lost on the way; still on its way. */
  '->>' | '-->>' | '-x' | '-)';

export interface SequenceLines {
  readonly message: (from: string, arrow: Arrow, to: string, text: string) => void;
  readonly note: (over: readonly string[], text: string) => void;
  /** It is at work, or held, from here on. */
  readonly activate: (who: string) => void;
  /** Nothing where it was not activated: Mermaid would refuse the diagram. */
  readonly deactivate: (who: string) => void;
  /** Characters so far. */
  readonly size: () => number;
  readonly text: (title: string, remarks: readonly string[]) => string;
}

/** @param first those who stand leftmost, in this order, where they take part */
export function createSequenceLines(first: readonly string[], nameOf: (who: string) => string): SequenceLines {
  const lines: string[] = [];
  const ids = new Map<string, string>();
  const active = new Map<string, number>();
  let size = 0;

  function id(who: string): string {
    const known = ids.get(who);
    if (known !== undefined) return known;
    const made = `p${ids.size}`;
    ids.set(who, made);
    size += declaration(who, made).length;
    return made;
  }

  function declaration(who: string, as: string): string {
    return `  participant ${as} as ${mermaidText(nameOf(who)) || '?'}`;
  }

  function add(line: string): void {
    lines.push(line);
    size += line.length + 1;
  }

  return {
    message: (from, arrow, to, text) => add(`  ${id(from)}${arrow}${id(to)}: ${mermaidText(text)}`),
    note: (over, text) => add(`  Note over ${over.map(id).join(',')}: ${mermaidText(text)}`),
    activate(who) {
      active.set(who, (active.get(who) ?? 0) + 1);
      add(`  activate ${id(who)}`);
    },
    deactivate(who) {
      const times = active.get(who) ?? 0;
      if (times === 0) return;
      active.set(who, times - 1);
      add(`  deactivate ${id(who)}`);
    },
    size: () => size,
    text(title, remarks) {
      const others = [...ids.keys()].filter((who) => !first.includes(who));
      const order = [...first.filter((who) => ids.has(who)), ...others];
      return [
        'sequenceDiagram',
        `  title ${title.replaceAll(/[#;\s]+/g, ' ')}`,
        ...remarks.map((remark) => `  %% ${remark.replaceAll(/[{}\s]+/g, ' ')}`),
        ...order.map((who) => declaration(who, id(who))),
        ...lines,
        '',
      ].join('\n');
    },
  };
}

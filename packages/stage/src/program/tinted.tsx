// Just enough of a tokenizer to weigh the ink: comments light, keywords and strings told apart from names.

const TOKEN =
  /(?<comment>(?:#|\/\/).*$)|(?<text>b?"(?:[^"\\]|\\.)*"|b?'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?<keyword>\b(?:and|as|async|await|break|class|const|continue|def|elif|else|export|False|finally|for|from|function|if|import|in|let|new|None|not|or|pass|raise|return|True|try|undefined|while|with|yield)\b)/gu;

type Ink = 'comment' | 'text' | 'keyword' | 'plain';

/** Pieces of a line; joined they are the line again. */
export function piecesOf(line: string): readonly { readonly text: string; readonly ink: Ink }[] {
  const pieces: { text: string; ink: Ink }[] = [];
  let at = 0;
  for (const match of line.matchAll(TOKEN)) {
    if (match.index > at) pieces.push({ text: line.slice(at, match.index), ink: 'plain' });
    const ink = (['comment', 'text', 'keyword'] as const).find((name) => match.groups?.[name] !== undefined);
    pieces.push({ text: match[0], ink: ink ?? 'plain' });
    at = match.index + match[0].length;
  }
  if (at < line.length) pieces.push({ text: line.slice(at), ink: 'plain' });
  return pieces;
}

export function Tinted({ line }: { readonly line: string }) {
  return piecesOf(line).map(({ text, ink }, index) =>
    ink === 'plain' ? (
      text
    ) : (
      // A piece is its place in the line.
      <span key={index} className="ls-tint" data-ink={ink}>
        {text}
      </span>
    ),
  );
}

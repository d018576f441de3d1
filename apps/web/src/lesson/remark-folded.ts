// Lessons fold an answer shut with HTML's own element, and everything else in them is Markdown:
//
//   <details><summary>Why?</summary>
//
//   Because …
//
//   </details>
//
// Plain Markdown drops HTML; this keeps exactly that element, and nothing else.
interface Node {
  readonly type: string;
  readonly value?: string;
  children?: Node[];
  readonly data?: { readonly hName: string };
}

const OPENING = /^<details>\s*<summary>([^<]*)<\/summary>$/;

export function remarkFolded(): (tree: Node) => void {
  return (tree) => {
    tree.children = folded(tree.children ?? []);
  };
}

function folded(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Node;
    const summary = node.type === 'html' ? OPENING.exec(node.value?.trim() ?? '')?.[1] : undefined;
    if (summary === undefined) {
      result.push(node);
      continue;
    }
    const length = nodes.slice(index).findIndex((one) => one.type === 'html' && one.value?.trim() === '</details>');
    if (length < 0) throw new Error(`<details> “${summary}” is never closed`);
    result.push({
      type: 'folded',
      data: { hName: 'details' },
      children: [
        { type: 'summary', data: { hName: 'summary' }, children: [{ type: 'text', value: summary }] },
        ...nodes.slice(index + 1, index + length),
      ],
    });
    index += length;
  }
  return result;
}

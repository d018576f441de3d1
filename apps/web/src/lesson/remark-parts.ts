// A lesson is a flat list of headings and paragraphs. What a run did not show is said once for each part, so each
// heading is put into a section together with what follows it; what stands before the first heading is a part as well.
interface Node {
  readonly type: string;
  readonly depth?: number;
  children?: Node[];
  readonly data?: { readonly hName: string };
}

export function remarkParts(): (tree: Node) => void {
  return (tree) => {
    const parts: Node[][] = [[]];
    for (const node of tree.children ?? []) {
      if (node.type === 'heading' && node.depth === 2) parts.push([]);
      parts.at(-1)?.push(node);
    }
    tree.children = parts
      .filter((children) => children.length > 0)
      .map((children) => ({ type: 'part', data: { hName: 'section' }, children }));
  };
}

// Which labs run in a page is found by what they import: a scenario runs there when each name that it and its program
// import comes from a package that has a door for browsers, and that door has the name. No lab is named.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const packages = join(import.meta.dirname, '../../../packages');
const labsFolder = join(packages, 'labs');

/** These know neither Node nor browser, so all of them is there. */
const PURE: readonly string[] = ['@lockstep/trace', '@lockstep/lab', '@lockstep/packet'];

interface Import {
  readonly from: string;
  /** What is there at run time; types are not. */
  readonly names: readonly string[];
}

export function findRunnableLabs(): readonly string[] {
  return readdirSync(labsFolder)
    .filter((id) => !id.startsWith('_') && existsSync(join(labsFolder, id, 'lab.ts')))
    .filter((id) => ['scenario.ts', 'program.ts'].every((file) => runsInPage(join(labsFolder, id, file))))
    .toSorted();
}

function runsInPage(file: string): boolean {
  return importsOf(readFileSync(file, 'utf8')).every(({ from, names }) => {
    if (from.startsWith('.')) return runsInPage(join(dirname(file), from));
    if (PURE.includes(from)) return true;
    const door = doorOf(from);
    return door !== undefined && names.every((name) => door.has(name));
  });
}

/** What a package's door for browsers has; undefined: it has no such door. */
function doorOf(name: string): ReadonlySet<string> | undefined {
  const folder = join(packages, name.replace('@lockstep/', ''));
  if (!name.startsWith('@lockstep/') || !existsSync(folder)) return undefined;
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const door: string | undefined = exports['.']?.browser;
  if (door === undefined) return undefined;
  const source = readFileSync(join(folder, door), 'utf8');
  const listed = [...source.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names]) => valuesIn(names as string));
  const declared = [...source.matchAll(/export (?:async )?(?:function|const|class) (\w+)/g)].map(
    ([, one]) => one as string,
  );
  return new Set([...listed, ...declared]);
}

function importsOf(source: string): readonly Import[] {
  const found = source.matchAll(/^(?:import|export)(?! type)\s+(?:([^'"]*?)\s*from\s+)?['"]([^'"]+)['"]/gm);
  return [...found]
    .map(([, clause = '', from]) => ({ from: from as string, names: valuesIn(/\{([^}]*)\}/.exec(clause)?.[1] ?? '') }))
    .filter(
      ({ from, names }) => names.length > 0 || from.startsWith('.') || PURE.includes(from) || from.startsWith('node:'),
    );
}

function valuesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0] as string);
}

const MODULE = 'virtual:runnable-labs';
const PROGRAM = /\/packages\/labs\/[\w-]+\/program\.ts$/;

/** Gives the page's workers the labs that they can run, and lets each program say in which script it lies. */
export function runnableLabs(): Plugin {
  return {
    name: 'lockstep-runnable-labs',
    enforce: 'pre',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const parts = findRunnableLabs().map((lab) => {
        const load = (file: string) => `import(${JSON.stringify(join(labsFolder, lab, file))})`;
        const ofDefault = (file: string) => `async () => (await ${load(file)}).default`;
        return `${JSON.stringify(lab)}: { lab: ${ofDefault('lab.ts')}, scenario: ${ofDefault('scenario.ts')}, program: () => ${load('program.ts')} }`;
      });
      return `export const runnableLabs = { ${parts.join(',\n')} };`;
    },
    transform: (code, id) =>
      PROGRAM.test(id)
        ? { code: `${code}\nexport const builtAt = import.meta.url;\n`, map: sameLines(id, code) }
        : undefined,
  };
}

/** Each line is still where it was. In source maps: one source, and with each line one more. */
function sameLines(source: string, code: string) {
  const mappings = code
    .split('\n')
    .map((_, line) => (line === 0 ? 'AAAA' : 'AACA'))
    .join(';');
  return { version: 3, sources: [source], sourcesContent: [code], names: [], mappings };
}

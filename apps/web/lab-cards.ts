// A lab's card is what lists say of it. The lab itself, with its predictions, claims and knobs, is much more and comes
// when it is opened: `import card from '…/lab.ts?card'` is the card alone, read from the compiled lab while building.
import { pathToFileURL } from 'node:url';
import type { Lab } from '@lockstep/lab';
import type { Plugin } from 'vite';
import type { LabCard } from './src/labs/lab-card.ts';

const CARD = /^(.*\/packages\/labs)\/([\w-]+)\/lab\.ts\?card$/;

export function labCards(): Plugin {
  return {
    name: 'lockstep-lab-cards',
    async load(id) {
      const [, labs, folder] = CARD.exec(id) ?? [];
      if (labs === undefined || folder === undefined) return undefined;
      const compiled = pathToFileURL(`${labs}/dist/${folder}/lab.js`).href;
      const { default: lab } = (await import(compiled)) as { readonly default: Lab };
      return `export default ${JSON.stringify(cardOf(lab))};`;
    },
  };
}

function cardOf({ id, track, place, title, summary, sign, modes }: Lab): LabCard {
  return { id, track, place, title, summary, sign, modes };
}

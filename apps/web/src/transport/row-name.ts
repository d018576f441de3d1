import type { Lab, Language } from '@lockstep/lab';
import type { Actor } from '@lockstep/trace';

const KERNEL = { en: 'kernel', zh: '内核' };

/** An actor's name where there is little room: "the client’s kernel" is the kernel next to the client. */
export function rowName(actor: Actor, lab: Lab, language: Language): string {
  if (actor.role === 'kernel') return KERNEL[language];
  return lab.actorName(actor.id)[language].replace(/^the /, '');
}

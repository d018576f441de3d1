// What labs about the network have in common: who is on stage, and how they are called.
import type { Actor, ColourNumber } from '@lockstep/trace';
import type { Text } from './text.ts';

/** A host of a network lab: its program and its kernel share a colour. */
export interface HostCast {
  /** Also its program's actor; its kernel's is `<name>.kernel`. */
  readonly name: string;
  /** Function in `program.ts` and `program.py`; default: the name. */
  readonly program?: string;
}

const NAMES: Readonly<Record<string, Text>> = {
  client: { en: 'the client', zh: '客户端程序' },
  'client.kernel': { en: 'the client’s kernel', zh: '客户端内核' },
  server: { en: 'the server', zh: '服务器程序' },
  'server.kernel': { en: 'the server’s kernel', zh: '服务器内核' },
  cable: { en: 'the cable', zh: '网线' },
};

/**
 * The actors of a network lab, left to right: the first host has its program outside and its kernel at the cable, the
 * others the other way round. Addresses are 10.0.0.1, 10.0.0.2, … in this order.
 * @example actors: () => networkActors([{ name: 'client' }, { name: 'server' }])
 */
export function networkActors(hosts: readonly HostCast[]): readonly Actor[] {
  const [left, ...right] = hosts.map(({ name, program = name }, index): readonly [Actor, Actor] => {
    const place = { host: name, address: `10.0.0.${index + 1}`, colour: (index + 1) as ColourNumber };
    return [
      { id: name, role: 'program', program, ...place },
      { id: `${name}.kernel`, role: 'kernel', ...place },
    ];
  });
  if (!left) return [];
  return [...left, { id: 'cable', role: 'cable', colour: 0 }, ...right.flatMap(([own, kernel]) => [kernel, own])];
}

/** The name of an actor: client, server, their kernels and the cable; `client2` is client 2. Others keep their id. */
export function networkName(actor: string): Text {
  const known = NAMES[actor];
  if (known) return known;
  const [, role, number, kernel] = /^(client|server)(\d+)(\.kernel)?$/.exec(actor) ?? [];
  if (role === undefined) return { en: actor, zh: actor };
  const zh = role === 'client' ? '客户端' : '服务器';
  return kernel
    ? { en: `the kernel of ${role} ${number}`, zh: `${zh} ${number} 的内核` }
    : { en: `${role} ${number}`, zh: `${zh}程序 ${number}` };
}

import type { Lab, OrderQuestion, OrderVerdict } from '@lockstep/lab';
import type { KnobValues, Mode } from '@lockstep/trace';

/** Asks whoever has the program: the server, or the engine in this page. */
export async function askSwap(
  lab: Lab,
  mode: Mode,
  knobs: KnobValues,
  question: OrderQuestion,
): Promise<OrderVerdict | 'unreachable'> {
  const known = Object.fromEntries(Object.entries(knobs).filter(([id]) => lab.knobs.some((knob) => knob.id === id)));
  const body = { mode, knobs: known, ...question };
  if (import.meta.env.LOCKSTEP_SITE === 'static')
    return (await import('../engine/engine-connection.ts')).engineConnection().swap(lab.id, body);
  try {
    const response = await fetch(`/api/labs/${lab.id}/swap`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return response.ok && isJson ? ((await response.json()) as OrderVerdict) : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

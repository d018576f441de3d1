import { type Connection, connection } from './connection.ts';

/** The line by which this page's runs are made: to the server, or where there is none to the engine in this page. */
export async function runConnection(): Promise<Connection> {
  if (import.meta.env.LOCKSTEP_SITE !== 'static') return connection();
  const { engineConnection } = await import('../engine/engine-connection.ts');
  return engineConnection();
}

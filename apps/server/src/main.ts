// Starts the server. The only file here that does something when it is imported.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PythonCapability } from '@lockstep/lab';
import { pino } from 'pino';
import { ConfigurationError, parseConfiguration } from './configuration.ts';
import { createServer, type LockstepServer } from './create-server.ts';
import { packagedLabFolders } from './labs/lab-library.ts';
import { reachableUrls } from './reachable-urls.ts';
import { SERVER_LIMITS } from './server-limits.ts';

const configuration = readConfiguration();
const logger = pino({ level: configuration.logLevel }, pino.destination({ dest: process.stderr.fd, sync: false }));

// One lab's forgotten promise or unheard error event must not end the lesson of forty others. Runs share nothing that
// such a fault could leave half done.
process.on('uncaughtException', (error) => logger.error({ err: error }, 'nobody caught an error'));

const cluster = await joinCluster();
const server = await start();
const urls = reachableUrls(configuration.host, server.port);
console.log(`Lockstep is ready at ${urls.join(' and ')}`);
if (server.token !== undefined) {
  console.log('It can be reached from the network. Others may watch; starting a run needs the token:');
  console.log(`  ${urls[0]}?token=${server.token}`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void shutDown(signal));
let isShuttingDown = false;

async function shutDown(signal: NodeJS.Signals): Promise<void> {
  if (isShuttingDown) process.exit(1);
  isShuttingDown = true;
  logger.info({ signal }, 'the server closes');
  try {
    await server.close();
  } finally {
    logger.flush(() => process.exit());
  }
}

function readConfiguration() {
  try {
    return parseConfiguration(process.argv.slice(2), process.env);
  } catch (error) {
    if (error instanceof ConfigurationError) giveUp(error.message);
    throw error;
  }
}

/** Redis and what speaks with it are only loaded where they are used. */
async function joinCluster() {
  const { redisUrl } = configuration;
  if (redisUrl === undefined) return undefined;
  try {
    return await (await import('./cluster/open-cluster.ts')).openCluster({
      url: redisUrl,
      logger,
      limits: SERVER_LIMITS,
    });
  } catch (error) {
    giveUp((error as Error).message);
  }
}

async function start(): Promise<LockstepServer> {
  try {
    return await createServer({
      ...configuration,
      version: await readVersion(),
      webDirectory: fileURLToPath(new URL('../../web/dist', import.meta.url)),
      labs: packagedLabFolders(),
      limits: SERVER_LIMITS,
      logger,
      cluster,
      probeNetwork: async () => (await import('@lockstep/netlab')).probeNetwork(),
      probePython: findPython,
    });
  } catch (error) {
    giveUp(describeStartFault(error as NodeJS.ErrnoException));
  }
}

async function findPython(): Promise<PythonCapability | undefined> {
  const { probePython } = await import('@lockstep/processes');
  const probe = await probePython();
  if (!probe.python) {
    logger.info({ why: probe.why }, 'no CPython: the labs that need it show their recordings');
    return undefined;
  }
  const { version, gil } = probe.python;
  return { version, gil };
}

function describeStartFault(error: NodeJS.ErrnoException): string {
  const { host, port } = configuration;
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`;
    case 'EACCES':
      return `Port ${port} may not be used by this account. Choose one from 1024 up: npm start -- --port 4173`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine. Without --host, 127.0.0.1 is used.`;
    default:
      return `The server cannot start: ${error.message}`;
  }
}

async function readVersion(): Promise<string> {
  const manifest = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}

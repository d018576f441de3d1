import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Capabilities, KeepRules } from '@lockstep/lab';
import type { Logger } from 'pino';
import { createClasses } from './classes/classes.ts';
import { openFileClassStore } from './classes/store/file-class-store.ts';
import { createRunOutcomes } from './classes/summary/run-outcomes.ts';
import type { Cluster } from './cluster/cluster-contract.ts';
import { isLoopback, ownNames } from './http/allowed-host.ts';
import { createApp } from './http/create-app.ts';
import { connectionsCheckingInterval, limitSockets } from './http/limit-sockets.ts';
import { trackConnections } from './http/track-connections.ts';
import { findLabs, type LabFolders } from './labs/lab-library.ts';
import { openLibrary } from './library/library.ts';
import { describeMachine } from './machine.ts';
import { createMetrics } from './metrics.ts';
import { reachableUrls } from './reachable-urls.ts';
import { createChunks } from './recordings/chunks.ts';
import { createColumnForms } from './recordings/column-forms.ts';
import { openRecordings } from './recordings/recordings.ts';
import { createRefusalLog } from './refusal-log.ts';
import { createRuns } from './runs/runs.ts';
import type { ServerLimits } from './server-limits.ts';
import { attachSockets } from './sockets/attach-sockets.ts';
import { sayFarewell } from './sockets/say-farewell.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly version: string;
  /** Other names than its own under which it may be reached. */
  readonly names?: readonly string[];
  /** Where recordings are kept; created if it is not there. */
  readonly dataDirectory: string;
  /** The built page. */
  readonly webDirectory: string;
  readonly labs: LabFolders;
  readonly limits: ServerLimits;
  readonly logger: Logger;
  /** The other servers with which this one shares classes and runs; absent: there are none. It is closed with the server. */
  readonly cluster?: Cluster | undefined;
  /** Tries what this machine allows; called once, and nobody waits for it at the start. */
  probeNetwork(): Promise<Capabilities['network']>;
  /** Looks for CPython; undefined when there is none. */
  probePython(): Promise<Capabilities['python']>;
}

/** So many events are worth making ready before somebody asks for them. */
const LONG_RUN = 20_000;

/** A server that listens. */
export interface LockstepServer {
  readonly url: string;
  readonly port: number;
  /** Needed to start runs, when the server is open to a network. */
  readonly token: string | undefined;
  /** Stops the runs, tells the viewers, and closes everything. */
  close(): Promise<void>;
}

/** Starts a server. Rejects as `listen` does, e.g. with EADDRINUSE. */
export async function createServer(options: ServerOptions): Promise<LockstepServer> {
  const { host, limits, logger, version, cluster } = options;
  const [labs, recordings, classStore] = await Promise.all([
    findLabs(options.labs, logger),
    openRecordings({
      directory: join(options.dataDirectory, 'recordings'),
      binDirectory: join(options.dataDirectory, 'bin'),
      isShared: cluster !== undefined,
    }),
    cluster?.classes ?? openFileClassStore({ directory: join(options.dataDirectory, 'classes'), ...limits, logger }),
  ]);
  const metrics = createMetrics();
  const tellFault = (error: unknown) => logger.error({ err: error }, 'the binary form of a run cannot be made');
  const library = await openLibrary({
    directory: join(options.dataDirectory, 'library'),
    files: recordings,
    folders: options.labs,
    labs,
    initialRules: initialRules(limits),
    maxImportBytes: limits.maxImportBytes,
    isShared: cluster !== undefined,
    runsOfClasses: () => classes.runs(),
    logger,
  });
  const columnForms = createColumnForms({
    recordings,
    directory: join(options.dataDirectory, 'columns'),
    logger,
  });
  const runs = createRuns({
    labs,
    recordings: library.watch(cluster?.share(recordings) ?? recordings),
    limits,
    logger,
    ...(cluster && { onAdmitted: cluster.announce }),
    onOver(run) {
      const { state, code } = run.status;
      metrics.runOver(state === 'failed' ? 'failed' : (code ?? 'finished'));
      if (run.length >= LONG_RUN) void run.over.then(() => columnForms.prepare(run.id)).catch(tellFault);
    },
  });
  const classes = createClasses({
    store: classStore,
    runs,
    labs,
    limits,
    logger,
    isAlone: cluster === undefined,
    openPresence: cluster?.openPresence,
  });
  const names = ownNames(host, options.names);
  const token = isLoopback(host) ? undefined : (cluster?.token ?? randomBytes(16).toString('hex'));

  let isClosing = false;
  let found: Promise<Capabilities> | undefined;
  const capabilities = () => (found ??= findCapabilities(options));

  const refusals = createRefusalLog(logger);
  function turnAway(why: string): void {
    metrics.turnedAway(why);
    refusals.note(why);
  }

  const http: HttpServer = createHttpServer(
    { connectionsCheckingInterval: connectionsCheckingInterval(limits) },
    createApp({
      labs,
      limits,
      recordings,
      chunks: createChunks(recordings),
      columnForms,
      names,
      logger,
      capabilities,
      addresses: () => (isLoopback(host) ? [] : reachableUrls(host, (http.address() as AddressInfo).port)),
      classes,
      library,
      runOutcomes: createRunOutcomes(labs, recordings, logger, cluster?.runsElsewhere),
      webDirectory: options.webDirectory,
      requestsPerMinute: limits.httpRequestsPerMinute,
      metrics,
      token,
      runsElsewhere: cluster?.runsElsewhere,
      historyRequestsPerMinute: limits.historyRequestsPerMinute,
      health: () => ({
        ok: !isClosing,
        ...(isClosing && { why: 'the server is closing' }),
        version,
        labs: [...labs.keys()],
        runs: { running: runs.running, queued: runs.queued },
        classes: classes.size,
        ...(cluster && { redis: cluster.health() }),
      }),
    }),
  );
  limitSockets(http, limits, { ...refusals, note: turnAway });
  const connections = trackConnections(http);
  const sockets = attachSockets(http, {
    runs,
    recordings,
    classes,
    labs,
    limits,
    logger,
    refusals,
    metrics,
    names,
    token,
    cluster,
  });
  cluster?.join(sockets, runs, classes);
  metrics.watch({
    connections: () => sockets.engine.clientsCount,
    classes: () => classes.size,
    runsRunning: () => runs.running,
    runsQueued: () => runs.queued,
    bytesSent: () => connections.bytesSent,
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, host, resolve);
  });
  const { port } = http.address() as AddressInfo;
  void capabilities();
  library.begin();

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    token,
    async close() {
      isClosing = true;
      await runs.close();
      await sayFarewell(sockets);
      const closed = sockets.close();
      connections.cut();
      await closed;
      await classes.close();
      await library.close();
      await classStore.close();
      await cluster?.close();
      refusals.close();
    },
  };
}

function initialRules({ maxRecordings, maxRecordingBytes, binDays }: ServerLimits): KeepRules {
  return { runs: maxRecordings, megabytes: Math.ceil(maxRecordingBytes / 1e6), binDays };
}

async function findCapabilities(options: ServerOptions): Promise<Capabilities> {
  const [network, python] = await Promise.all([findNetwork(options), findPython(options)]);
  return { machine: describeMachine(), network, ...(python && { python }) };
}

async function findNetwork(options: ServerOptions): Promise<Capabilities['network']> {
  try {
    return await options.probeNetwork();
  } catch (error) {
    options.logger.error({ err: error }, 'what the network allows could not be found out');
    return { lane: 'D', why: error instanceof Error ? error.message : String(error) };
  }
}

async function findPython(options: ServerOptions): Promise<Capabilities['python']> {
  try {
    return await options.probePython();
  } catch (error) {
    options.logger.error({ err: error }, 'whether there is CPython could not be found out');
    return undefined;
  }
}

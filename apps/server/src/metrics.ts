// What an operator can watch, in the text format that Prometheus reads. Each server has a registry of its own: several
// may live in one process. https://prometheus.io/docs/instrumenting/exposition_formats/
import type { Farewell, Refusal } from '@lockstep/lab';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Where the parts of the server report to. */
export interface Metrics {
  /** A run is over, for this reason; `failed` for one that failed. */
  runOver(reason: string): void;
  /**
   * Events left for so many viewers in one frame. `delayMs`: since the first of them was recorded; absent where a viewer
   * only catches up, because that says nothing about the server.
   */
  framed(events: number, viewers: number, delayMs?: number): void;
  /** A message was refused. */
  refused(code: Refusal['code']): void;
  /** A connection was not let in: a few words that are the same each time. */
  turnedAway(why: string): void;
  /** The server ended a connection. */
  letGo(code: Farewell['code']): void;
  /** A viewer could not take a frame when the others did, and is served at their own pace until they have caught up. */
  fellBehind(): void;
  /** Says how these are counted; they are asked for when somebody reads. The last one who says it is asked. */
  watch(gauges: Partial<Gauges>): void;
  /** All numbers as text. The process itself is measured from the first reading on. */
  read(): Promise<string>;
}

/** What is counted when it is read. */
export interface Gauges {
  connections(): number;
  classes(): number;
  runsRunning(): number;
  runsQueued(): number;
  /** Bytes that the kernel has taken from us, on all connections since the start. */
  bytesSent(): number;
}

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** A flush waits 25 ms for company; what takes much longer waited for the event loop, the disk or a slow line. */
const FLUSH_BUCKETS_SECONDS = [0.01, 0.025, 0.035, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `lockstep_${name}`, help, labelNames, registers });

  const runs = counter('runs_over_total', 'Runs that are over, by the reason of their end.', 'reason');
  const events = counter('delivered_events_total', 'Events delivered, each once for each viewer.');
  const frames = counter('delivered_frames_total', 'Frames delivered.');
  const refusals = counter('refused_messages_total', 'Messages that were refused, by code.', 'code');
  const away = counter('refused_connections_total', 'Connections that were refused, by reason.', 'reason');
  const farewells = counter('dropped_clients_total', 'Connections that the server ended, by code.', 'code');
  const behind = counter(
    'fell_behind_total',
    'Times that a viewer could not take a frame with the others, and was served at their own pace.',
  );
  const flushDelay = new Histogram({
    name: 'lockstep_flush_delay_seconds',
    help: 'From the recording of an event to the sending of the frame it is in.',
    buckets: FLUSH_BUCKETS_SECONDS,
    registers,
  });

  let gauges: Partial<Gauges> = {};
  const gauge = (name: string, help: string, of: keyof Gauges) =>
    new Gauge({
      name: `lockstep_${name}`,
      help,
      registers,
      collect() {
        this.set(gauges[of]?.() ?? 0);
      },
    });
  gauge('connections', 'Open websockets.', 'connections');
  gauge('classes', 'Classes that this server holds.', 'classes');
  gauge('runs_running', 'Runs that have begun and are not over.', 'runsRunning');
  gauge('runs_queued', 'Runs that wait for their turn.', 'runsQueued');
  new Counter({
    name: 'lockstep_sent_bytes_total',
    help: 'Bytes sent, by HTTP and by websocket.',
    registers,
    collect() {
      this.reset();
      this.inc(gauges.bytesSent?.() ?? 0);
    },
  });

  let isProcessMeasured = false;
  return {
    runOver: (reason) => runs.inc({ reason }),
    framed(count, viewers, delayMs) {
      frames.inc(viewers);
      events.inc(count * viewers);
      if (delayMs !== undefined) flushDelay.observe(delayMs / 1000);
    },
    refused: (code) => refusals.inc({ code }),
    turnedAway: (reason) => away.inc({ reason }),
    letGo: (code) => farewells.inc({ code }),
    fellBehind: () => behind.inc(),
    watch(more) {
      gauges = { ...gauges, ...more };
    },
    read() {
      if (!isProcessMeasured) collectDefaultMetrics({ register: registry });
      isProcessMeasured = true;
      return registry.metrics();
    },
  };
}

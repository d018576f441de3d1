// Loaded before a server that is measured: it answers how much the process has used since it was asked last.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const pauses = monitorEventLoopDelay({ resolution: 1 });
pauses.enable();
let cpu = process.cpuUsage();

process.on('message', (message) => {
  if (message !== 'measure') return;
  const { user, system } = process.cpuUsage(cpu);
  cpu = process.cpuUsage();
  process.send?.({
    cpuMs: (user + system) / 1000,
    rssBytes: process.memoryUsage.rss(),
    longestPauseMs: pauses.max / 1e6,
  });
  pauses.reset();
});
process.once('disconnect', () => process.exit());

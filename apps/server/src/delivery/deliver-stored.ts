import type { RunStatus } from '@lockstep/lab';
import { readBatches, type StoredBatch } from '../recordings/read-batches.ts';
import type { StoredRecording } from '../recordings/recordings.ts';
import type { Delivery } from './delivery.ts';
import type { Outlet } from './outlet.ts';

/** Sends the events `from` on of a run that is over, out of its recording. */
export function deliverStored(run: string, recording: StoredRecording, from: number, outlet: Outlet): Delivery {
  let isOpen = true;

  async function send(): Promise<void> {
    let isFirst = true;
    for await (const batch of readBatches(recording, from)) {
      if (!(isOpen && (await outlet.ready()) && isOpen)) return;
      const { header, lines } = batch;
      outlet.send({ run, ...(isFirst ? { header } : {}), from: batch.from, lines, status: statusAfter(batch) });
      isFirst = false;
    }
  }

  return {
    done: send(),
    stop() {
      isOpen = false;
    },
  };
}

function statusAfter({ isLast, lastLine }: StoredBatch): RunStatus {
  return isLast ? statusOfEnd(lastLine) : { state: 'running' };
}

/** How a run ended, by its last event. A recording without an end is of a server that was killed. */
export function statusOfEnd(lastLine: string | undefined): RunStatus {
  const last = JSON.parse(lastLine ?? '{}') as { kind?: string; reason?: string; message?: string };
  if (last.kind === 'run.ended') return { state: 'ended', code: last.reason ?? 'finished' };
  if (last.kind === 'run.failed') return { state: 'failed', code: 'failed', message: last.message ?? '' };
  return { state: 'ended', code: 'interrupted' };
}

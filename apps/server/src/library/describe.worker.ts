// Reads recordings for the library in a thread of its own: a long one takes a second, in which no frame would leave.
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { findLabs, type LabFolders } from '../labs/lab-library.ts';
import type { DescribeAnswer, DescribeRequest } from './create-describer.ts';
import { describeFile } from './describe-file.ts';
import { importFile } from './import-file.ts';

const labs = findLabs(workerData as LabFolders, pino({ level: 'silent' }));

async function answer(request: DescribeRequest): Promise<DescribeAnswer> {
  try {
    switch (request.kind) {
      case 'describe':
        return { kind: 'described', description: await describeFile(request, await labs) };
      case 'import':
        return { kind: 'imported', ...(await importFile(request)) };
    }
  } catch (error) {
    return { kind: 'failed', message: (error as Error).message };
  }
}

parentPort?.on(
  'message',
  (request: DescribeRequest) => void answer(request).then((told) => parentPort?.postMessage(told)),
);

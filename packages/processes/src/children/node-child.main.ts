// What a Node child runs: one function of one compiled module, told by its argument; each thing that the function tells
// is a line of JSON. It ends when the function has, or when its standard input does.
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

const [file, functionName, argument] = process.argv.slice(2) as [string, string, string];
new Worker(new URL('lifeline.worker.js', import.meta.url)).unref();
const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
const work = module[functionName] as (argument: unknown, tell: (message: unknown) => void) => unknown;
await work(JSON.parse(argument), (message) => writeSync(1, `${JSON.stringify(message)}\n`));
process.exit(0);

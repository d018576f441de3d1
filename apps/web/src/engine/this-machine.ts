import type { Machine } from '@lockstep/trace';

/** In this order: the later ones also call themselves what the earlier ones are. */
const BROWSERS: readonly (readonly [name: string, version: RegExp])[] = [
  ['Firefox', /Firefox\/(\d+\.\d+)/],
  ['Edge', /Edg\/(\d+\.\d+)/],
  ['Chrome', /Chrome\/(\d+\.\d+)/],
  ['Safari', /Version\/(\d+\.\d+).*Safari/],
];

/** What a run in this page is made on: the browser stands in the place of the system, and there is no Node. */
export function thisMachine(): Machine {
  const { userAgent, hardwareConcurrency } = navigator;
  const base = { node: '', cores: hardwareConcurrency ?? 1 };
  for (const [platform, pattern] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { platform, kernel: version, ...base };
  }
  return { platform: 'browser', kernel: '', ...base };
}

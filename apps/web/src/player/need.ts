// What the run that is set up cannot do without, and whether this machine has it.
import { type Capabilities, initialKnobs, type Need, type Text } from '@lockstep/lab';
import { canRunHere, site } from '../site.ts';
import { readForm } from './knob-form.ts';
import type { PlayerState } from './player-state.ts';

/** Why a need is not met, and what would meet it. */
export interface Missing {
  /** `server`: the page itself cannot do it. */
  readonly need: Need | 'server';
  readonly why: string | undefined;
  readonly remedy: Text | undefined;
}

export function needOf({ lab, mode, form }: Pick<PlayerState, 'lab' | 'mode' | 'form'>): Need | undefined {
  return lab.needs?.({ mode, knobs: readForm(lab.knobs, form) ?? initialKnobs(lab.knobs) });
}

/** Undefined when the need is met, and when nobody knows: then the run itself will tell. */
export function missingOf(need: Need, capabilities: Capabilities | undefined): Missing | undefined {
  if (!capabilities) return undefined;
  switch (need) {
    case 'network': {
      const { lane, why, remedy } = capabilities.network;
      return lane === 'D' ? { need, why, remedy } : undefined;
    }
    case 'cable': {
      const { lane, why, remedy } = capabilities.network;
      return lane === 'A' ? undefined : { need, why, remedy };
    }
    case 'python':
      return capabilities.python ? undefined : { need, why: undefined, remedy: INSTALL_PYTHON };
  }
}

/** Of a page without a server: threads it has itself, all else needs one. Undefined: nothing is missing. */
export function serverMissing(lab: string, need: Need | undefined): Missing | undefined {
  if (site === 'server' || (canRunHere(lab) && need === undefined)) return undefined;
  return { need: 'server', why: undefined, remedy: START_SERVER };
}

const START_SERVER: Text = {
  en: 'Get Lockstep, run npm start in its folder (Node 20 or newer), and open this lab there.',
  zh: '取得 Lockstep，在它的文件夹里运行 npm start（需要 Node 20 或更新的版本），再从那里打开这个实验。',
};

const INSTALL_PYTHON: Text = {
  en: 'Install Python 3.8 or newer there and start the server again.',
  zh: '在那台机器上安装 Python 3.8 或更新的版本，再重新启动服务器。',
};

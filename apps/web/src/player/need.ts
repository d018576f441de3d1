// What the run that is set up cannot do without, and whether this machine has it.
import { type Capabilities, initialKnobs, type Need, type Text } from '@lockstep/lab';
import { readForm } from './knob-form.ts';
import type { PlayerState } from './player-state.ts';

/** Why a need is not met, and what would meet it. */
export interface Missing {
  readonly need: Need;
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

const INSTALL_PYTHON: Text = {
  en: 'Install Python 3.8 or newer there and start the server again.',
  zh: '在那台机器上安装 Python 3.8 或更新的版本，再重新启动服务器。',
};

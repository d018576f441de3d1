import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { StageSelection } from './stage-props.ts';
import type { Language, Text } from './text.ts';

export interface StageTab {
  readonly id: string;
  readonly title: Text;
  readonly draw: (box: Box) => ReactNode;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

interface StageTabsProps extends Box {
  readonly language: Language;
  readonly selection: StageSelection;
  readonly onSelect: (selection: StageSelection) => void;
  /** The first is shown until another is chosen. */
  readonly tabs: readonly StageTab[];
}

const BAR_HEIGHT = 36;

/**
 * Several stages of one run, one at a time; which one is part of what the learner points at.
 *
 * @example <StageTabs {...stage} tabs={[{ id: 'sequence', title: …, draw: (box) => <Sequence {...stage} {...box} /> }, …]} />
 */
export function StageTabs({ width, height, language, selection, onSelect, tabs }: StageTabsProps) {
  const id = useId();
  const shown = tabs.find((tab) => tab.id === selection.stage) ?? tabs[0];
  if (!shown) return undefined;

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || !shown) return;
    // Not the player's step.
    event.stopPropagation();
    event.preventDefault();
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length];
    if (!next) return;
    onSelect({ stage: next.id });
    document.getElementById(`${id}${next.id}`)?.focus();
  }

  return (
    <div className="ls-stage-tabs" style={{ width, height }}>
      <div className="ls-tab-bar" role="tablist" tabIndex={-1} onKeyDown={onKeyDown} style={{ height: BAR_HEIGHT }}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab === shown}
            aria-controls={`${id}panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onSelect({ stage: tab.id })}
          >
            {tab.title[language]}
          </button>
        ))}
      </div>
      <div id={`${id}panel`} role="tabpanel" aria-labelledby={`${id}${shown.id}`}>
        {shown.draw({ width, height: height - BAR_HEIGHT })}
      </div>
    </div>
  );
}

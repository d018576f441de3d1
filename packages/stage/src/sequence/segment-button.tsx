import type { ReactNode } from 'react';
import { type ColourNumber, colourClass } from '../actor-colour.ts';

/** How far a frame has come. */
export type Progress = 'future' | 'on-the-cable' | 'delivered' | 'dropped';

interface SegmentButtonProps {
  readonly colour: ColourNumber;
  readonly progress: Progress;
  readonly present: boolean;
  readonly selected: boolean;
  readonly name: string;
  readonly protocol: string;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** A frame on the cable, for mouse and keyboard: choosing it shows its bytes. */
export function SegmentButton(props: SegmentButtonProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className={`ls-segment ${colourClass(props.colour)}`}
      data-progress={props.progress}
      data-present={props.present || undefined}
      data-protocol={props.protocol}
      role="button"
      tabIndex={0}
      aria-label={props.name}
      aria-pressed={props.selected}
      onClick={props.onSelect}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        props.onSelect();
      }}
    >
      {props.children}
    </g>
  );
}

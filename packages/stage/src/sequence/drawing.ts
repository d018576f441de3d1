import { printedDuration } from '../printed.ts';
import type { Language } from '../text.ts';
import { coursesOf } from './course.ts';
import { segmentLabelOf } from './crossing-mark.tsx';
import type { Geometry } from './geometry.ts';
import { placementOf } from './placement.ts';
import type { Reading } from './reading.ts';
import type { Drawing } from './sequence-props.ts';
import { type Thread, threadsOf } from './threads.ts';
import { sequenceWords } from './words.ts';

interface DrawingOptions {
  readonly reading: Reading;
  readonly geometry: Geometry;
  readonly relative: boolean;
  readonly language: Language;
}

/** Places all that crosses the cable, once for a length of the trace and a width. */
export function drawingOf({ reading, geometry, relative, language }: DrawingOptions): Drawing {
  const courses = coursesOf(reading.crossings, reading.layout, geometry);
  const threads = threadsOf(courses);
  const placement = placementOf(
    courses,
    threads,
    (course) => segmentLabelOf({ reading, geometry, relative }, course),
    (thread) => threadNote(thread, geometry, language),
  );
  return { courses, threads, placement };
}

/** How long the sender waited before it sent again. */
export function threadNote({ retransmission }: Thread, geometry: Geometry, language: Language): string {
  const words = sequenceWords[language];
  return (geometry.compact ? words.resentBriefly : words.resent)(printedDuration(retransmission.afterUs));
}

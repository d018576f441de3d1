import { colourClass } from '../actor-colour.ts';
import type { Language } from '../text.ts';
import type { End, Geometry } from './geometry.ts';
import { sequenceWords } from './words.ts';

interface HeadingProps {
  readonly geometry: Geometry;
  readonly language: Language;
}

/** Who stands where: hosts, their program and kernel, the cable between them. */
export function Heading({ geometry, language }: HeadingProps) {
  const words = sequenceWords[language];
  if (geometry.compact)
    return (
      <g>
        {geometry.ends.map((end) => (
          <g key={end.host} className={colourClass(end.colour)}>
            <text x={end.kernelX} y={18} className="ls-role" textAnchor="middle">
              {words.kernelOf(end.host)}
            </text>
            <text x={end.kernelX} y={34} className="ls-address" textAnchor="middle">
              {end.address}
            </text>
          </g>
        ))}
      </g>
    );
  const [left, right] = geometry.ends;
  return (
    <g>
      {geometry.ends.map((end) => (
        <HostHeading key={end.host} end={end} language={language} />
      ))}
      <text x={geometry.middleX} y={10} className="ls-cap" textAnchor="middle">
        {words.cable}
      </text>
      <line
        x1={left.kernelX + 48}
        y1={16.5}
        x2={right.kernelX - 48}
        y2={16.5}
        className="ls-line ls-hair-2"
        strokeDasharray="2 3"
      />
      <text x={geometry.stepX} y={32} className="ls-note ls-small" textAnchor="end">
        {words.step}
      </text>
      {geometry.sourceX !== undefined && (
        <text x={geometry.sourceX} y={32} className="ls-note ls-small">
          {words.toldBy}
        </text>
      )}
      {geometry.secondsX !== undefined && (
        <text x={geometry.secondsX} y={32} className="ls-note ls-small" textAnchor="end">
          {words.second}
        </text>
      )}
    </g>
  );
}

function HostHeading({ end, language }: { readonly end: End; readonly language: Language }) {
  const words = sequenceWords[language];
  const programX = end.programX ?? end.kernelX;
  const from = Math.min(end.kernelX, programX);
  const to = Math.max(end.kernelX, programX);
  return (
    <g className={colourClass(end.colour)}>
      <text x={(from + to) / 2} y={10} className="ls-cap" textAnchor="middle">
        {words.host(end.host)}
      </text>
      <line x1={from - 32} y1={16.5} x2={to + 32} y2={16.5} className="ls-line ls-hair-2" />
      <text x={end.kernelX} y={34} className="ls-role" textAnchor="middle">
        {words.kernel}
      </text>
      <text x={end.kernelX} y={51} className="ls-address" textAnchor="middle">
        {end.address}
      </text>
      {end.programX === undefined ? undefined : (
        <>
          <text x={programX} y={34} className="ls-role" textAnchor="middle">
            {words.program}
          </text>
          <text x={programX} y={51} className="ls-address" textAnchor="middle">
            {end.program === '' ? '' : `${end.program}()`}
          </text>
        </>
      )}
    </g>
  );
}

import type { landingWords } from '../words/landing-words.ts';

type Words = (typeof landingWords)['en']['figure'];

const RUNNING = [
  {
    y: 63,
    colour: 1,
    bars: [
      [0, 30],
      [58, 26],
      [124, 30],
    ],
  },
  {
    y: 87,
    colour: 2,
    bars: [
      [30, 28],
      [88, 34],
    ],
  },
  {
    y: 111,
    colour: 3,
    bars: [
      [12, 16],
      [100, 22],
      [150, 20],
    ],
  },
] as const;

const FACTS = [
  ['read', 1],
  ['send', 3],
  ['lock', 2],
  ['write', 1],
  ['wait', 2],
  ['exit', 3],
  ['read', 1],
  ['recv', 2],
  ['fork', 3],
  ['write', 1],
  ['…', 3],
] as const;
const CURSOR = 7;

const SEGMENTS = [
  { y: 58, colour: 1, isBack: false },
  { y: 80, colour: 2, isBack: true },
  { y: 102, colour: 1, isBack: false },
] as const;

/** How it works in three steps: probe, trace, picture. */
export function LandingFigure({ words }: { readonly words: Words }) {
  return (
    <svg className="landing-figure" viewBox="0 0 744 210" role="img" aria-label={words.label}>
      <Heading x={0} number={1} title={words.happen} below={words.happenBelow} />
      {RUNNING.map(({ y, colour, bars }) => (
        <g key={y} className={`ls-c${colour}`}>
          <path className="pale" d={`M0 ${y}h176`} />
          {bars.map(([x, width]) => (
            <rect key={x} x={x} y={y - 5} width={width} height="10" rx="1" />
          ))}
        </g>
      ))}
      <Arrow x={184} label={words.probe} />

      <Heading x={240} number={2} title={words.trace} below={words.traceBelow} />
      {FACTS.map(([label, colour], index) => {
        const x = 240.5 + index * 22;
        const isPast = index < CURSOR;
        return (
          <g key={x} className={`ls-c${colour} ${isPast ? 'past' : 'future'}`}>
            <rect x={x} y="58.5" width="20" height="58" rx="1" />
            <text className="fact" transform={`translate(${x + 14} 110) rotate(-90)`}>
              {label}
            </text>
            <text className={index === CURSOR - 1 ? 'fact-number now' : 'fact-number'} x={x + 10} y="134">
              {index}
            </text>
          </g>
        );
      })}
      <path className="cursor" d="M393.5 48v74" />
      <path className="cursor-head" d="M387.5 42h12l-6 9z" />
      <Arrow x={490} label={words.fold} />

      <Heading x={548} number={3} title={words.picture} below={words.pictureBelow} />
      <path className="lifeline ls-c1" d="M576 52v84" />
      <path className="lifeline ls-c2" d="M696 52v84" />
      {SEGMENTS.map(({ y, colour, isBack }) => (
        <g key={y} className={`segment ls-c${colour}`} transform={isBack ? `translate(1272 0) scale(-1 1)` : undefined}>
          <path d={`M576 ${y}L692 ${y + 13.5}`} />
          <path className="head" d="M0 0L-9 -3.8L-9 3.8Z" transform={`translate(695 ${y + 13.8}) rotate(6.6)`} />
        </g>
      ))}
      <path className="cursor" d="M548 126h180" />

      <path className="rule" d="M0 160h744" />
      <Use x={0} title={words.live} below={words.liveBelow} />
      <Use x={240} title={words.step} below={words.stepBelow} />
      <Use x={548} title={words.replay} below={words.replayBelow} />
    </svg>
  );
}

interface HeadingProps {
  readonly x: number;
  readonly number: number;
  readonly title: string;
  readonly below: string;
}

function Heading({ x, number, title, below }: HeadingProps) {
  return (
    <g>
      <text className="fig-number" x={x} y="14">
        {number}
      </text>
      <text className="fig-title" x={x + 16} y="14">
        {title}
      </text>
      <text className="fig-below" x={x} y="34">
        {below}
      </text>
    </g>
  );
}

function Arrow({ x, label }: { readonly x: number; readonly label: string }) {
  return (
    <g>
      <text className="fig-label" x={x + 22} y="76">
        {label}
      </text>
      <path className="arrow" d={`M${x} 86h36`} />
      <path className="arrow-head" d={`M${x + 44} 86l-9 -3.8v7.6z`} />
    </g>
  );
}

function Use({ x, title, below }: Omit<HeadingProps, 'number'>) {
  return (
    <g>
      <text className="fig-title" x={x} y="184">
        {title}
      </text>
      <text className="fig-below" x={x} y="204">
        {below}
      </text>
    </g>
  );
}

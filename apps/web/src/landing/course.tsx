import { Link } from 'wouter';
import { firstLab, labs } from '../labs/labs.ts';
import { tracksOf } from '../labs/tracks.ts';
import { canRunHere } from '../site.ts';
import { landingWords } from '../words/landing-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { SignGlyph } from './sign-glyph.tsx';

/** From here on the course is a table of contents: titles only, the rest when pointed at. */
const MANY_LABS = 9;

/** The labs that exist, by track. */
export function Course() {
  const words = useWords(landingWords);
  const say = useSay();
  const tracks = tracksOf(labs);
  const hasMany = labs.length >= MANY_LABS;
  const signs = [...new Set(labs.map((lab) => lab.sign))];
  return (
    <section className="course" aria-labelledby="course-title" data-many={hasMany || undefined}>
      <div className="course-head">
        <h2 id="course-title">{words.course}</h2>
        <span className="course-count">
          {labs.length === 0 ? words.noLabs : words.count(labs.length, tracks.length)}
        </span>
        <span className="grow" />
        <span className="course-signs">
          {signs.map((sign) => (
            <span key={sign}>
              <SignGlyph sign={sign} />
              {words.signs[sign]}
            </span>
          ))}
        </span>
      </div>
      <div className="tracks">
        {tracks.map((track) => (
          <div key={track.id} className="track">
            <div className="track-head">
              <span className="track-letter">{track.id}</span>
              <span className="track-count">{words.labs(track.labs.length)}</span>
              <h3>{say(track.name)}</h3>
            </div>
            <ul>
              {track.labs.map((lab) => (
                <li key={lab.id}>
                  <Link className="lab-link" href={`/labs/${lab.id}`} title={hasMany ? say(lab.summary) : undefined}>
                    <SignGlyph sign={lab.sign} />
                    <span className="lab-title">{say(lab.title)}</span>
                    {canRunHere(lab.id) ? undefined : <span className="lab-recorded">{words.recorded}</span>}
                    {lab === firstLab ? <b className="num one">1</b> : undefined}
                  </Link>
                  {hasMany ? undefined : <p className="lab-summary">{say(lab.summary)}</p>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

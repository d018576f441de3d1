import { Link } from 'wouter';
import { classSession } from '../class/class-session.ts';
import { useClass } from '../class/class-state.ts';
import { NotInClass } from '../class/not-in-class.tsx';
import { Plate } from '../frame/plate.tsx';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';

/** Why there is nothing to present here, and the way on. */
export function PresenterSign() {
  const words = useWords(presenterWords);
  const stage = useClass((state) => state.stage);
  const ending = useClass((state) => state.ending);
  const place = useClass((state) => state.place);
  const view = useClass((state) => state.view);
  const isAsking = useClass(({ me }) => me?.isAsking === true);
  const askToDrive = () => void classSession().act({ kind: 'ask-to-drive', isAsking: true });
  if (stage === 'over')
    return (
      <Plate title={words.over.title}>
        <p>{ending === 'removed' ? words.over.removed : words.over.text}</p>
        {place && ending !== 'removed' ? (
          <div className="plate-acts">
            <Link className="btn ink" href={`/class/${place.class}/summary`}>
              {words.over.summary}
            </Link>
          </div>
        ) : undefined}
      </Plate>
    );
  if (stage === 'in' || stage === 'away')
    return (
      <Plate title={words.learner.title}>
        <p>{words.learner.text}</p>
        <div className="plate-acts">
          <button type="button" className="btn ink" onClick={askToDrive} disabled={isAsking}>
            {isAsking ? words.learner.asked : words.learner.ask}
          </button>
          {view ? (
            <Link className="btn" href={`/labs/${view.lab}`}>
              {words.learner.toClass}
            </Link>
          ) : undefined}
        </div>
      </Plate>
    );
  return <NotInClass words={words.none} />;
}

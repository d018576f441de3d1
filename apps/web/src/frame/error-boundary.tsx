import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { Plate } from './plate.tsx';

interface State {
  readonly error: Error | undefined;
}

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Around a part of a page: what broke is said in its place, and the rest of the page stays. */
  readonly isPart?: boolean;
}

/** Catches what breaks while drawing, says it in its own words, and offers a way back. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override readonly state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    const again = (): void => this.setState({ error: undefined });
    return this.props.isPart ? (
      <BrokenPart error={this.state.error} onAgain={again} />
    ) : (
      <BrokenPage error={this.state.error} onAgain={again} />
    );
  }
}

interface BrokenProps {
  readonly error: Error;
  readonly onAgain: () => void;
}

function BrokenPage({ error, onAgain }: BrokenProps) {
  const words = useWords(frameWords);
  return (
    <Plate title={words.brokenTitle} isAlert>
      <p>{words.broken}</p>
      <p>
        <code>{error.message}</code>
      </p>
      <div className="plate-acts">
        <button type="button" className="btn ink" onClick={onAgain}>
          {words.tryAgain}
        </button>
        <Link className="btn" href="/" onClick={onAgain}>
          {words.toCourse}
        </Link>
      </div>
    </Plate>
  );
}

function BrokenPart({ error, onAgain }: BrokenProps) {
  const words = useWords(frameWords);
  return (
    <div className="stage-note" role="alert">
      <h2>{words.brokenPart}</h2>
      <p>
        <code>{error.message}</code>
      </p>
      <button type="button" className="btn sm" onClick={onAgain}>
        {words.tryAgain}
      </button>
    </div>
  );
}

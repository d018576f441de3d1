import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { useClass } from './class-state.ts';
import './class-frame.css';

const ClassBar = lazy(async () => ({ default: (await import('./class-bar.tsx')).ClassBar }));

/** The bar of the class above whatever page its member is on. */
export function ClassFrame({ children }: { readonly children: ReactNode }) {
  const isIn = useClass(({ stage }) => stage !== 'none');
  return (
    <div className="class-frame" data-in={isIn}>
      {isIn ? (
        <ErrorBoundary isPart>
          <Suspense fallback={undefined}>
            <ClassBar />
          </Suspense>
        </ErrorBoundary>
      ) : undefined}
      <div className="class-page">{children}</div>
    </div>
  );
}

import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { CAPTURE_PATH } from './capture/capture-id.ts';
import { ClassFrame } from './class/class-frame.tsx';
import { DropZone } from './files/drop-zone.tsx';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { Loading } from './frame/loading.tsx';
import { NotFound } from './frame/not-found.tsx';
import { Landing } from './landing/landing.tsx';
import { PLAIN_PATH } from './plain/plain-path.ts';
import { LabPage } from './player/lab-route.ts';

const CapturePage = lazy(async () => ({ default: (await import('./capture/capture-page.tsx')).CapturePage }));
const JoinPage = lazy(async () => ({ default: (await import('./class/join-page.tsx')).JoinPage }));
const PresenterPage = lazy(async () => ({ default: (await import('./presenter/presenter-page.tsx')).PresenterPage }));
const WallPage = lazy(async () => ({ default: (await import('./wall/wall-page.tsx')).WallPage }));
const SummaryPage = lazy(async () => ({ default: (await import('./summary/summary-page.tsx')).SummaryPage }));
const PlainPage = lazy(async () => ({ default: (await import('./plain/plain-page.tsx')).PlainPage }));
const OpenPage = lazy(async () => ({ default: (await import('./open/open-page.tsx')).OpenPage }));
const LibraryPage = lazy(async () => ({ default: (await import('./library/library-page.tsx')).LibraryPage }));
const EmbedPage = lazy(async () => ({ default: (await import('./embed/embed-page.tsx')).EmbedPage }));
const ComparePage = lazy(async () => ({ default: (await import('./compare/compare-page.tsx')).ComparePage }));
const Gallery = lazy(async () => ({ default: (await import('./gallery/gallery.tsx')).Gallery }));

export function App() {
  return (
    <DropZone>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/embed/labs/:id">{({ id }) => <EmbedPage key={id} labId={id} />}</Route>
            <Route path="/present" component={PresenterPage} />
            <Route path="/wall" component={WallPage} />
            <Route path="/class/:id/summary">{({ id }) => <SummaryPage key={id} classId={id} />}</Route>
            <Route>
              <Pages />
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </DropZone>
  );
}

/** The pages on which the bar of the class stands. */
function Pages() {
  return (
    <ClassFrame>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={Landing} />
          <Route path="/labs/:id">{({ id }) => <LabPage id={id} />}</Route>
          <Route path="/join/:code?" component={JoinPage} />
          <Route path={CAPTURE_PATH} component={CapturePage} />
          <Route path={PLAIN_PATH} component={PlainPage} />
          <Route path="/open" component={OpenPage} />
          <Route path="/compare" component={ComparePage} />
          <Route path="/gallery" component={Gallery} />
          <Route path="/library" component={LibraryPage} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </ClassFrame>
  );
}

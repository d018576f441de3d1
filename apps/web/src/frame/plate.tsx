import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';

/** A page with one thing to say: nothing here, something broke. */
export function Plate({
  title,
  isAlert = false,
  children,
}: {
  readonly title: string;
  readonly isAlert?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      <header className="top">
        <Brand />
      </header>
      <main className="plate" role={isAlert ? 'alert' : undefined}>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}

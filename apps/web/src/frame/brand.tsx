import { Link } from 'wouter';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';

/** The mark: two lifelines and what crosses between them. */
export function Mark() {
  return (
    <svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">
      <path d="M3 0v18M19 0v18" stroke="currentColor" strokeWidth="2" fill="none" />
      <path d="M3 4l14 4.2M19 10L5 14" stroke="currentColor" strokeWidth="1.5" fill="none" />
      <path d="M19 8.8l-5 .3 1.2-3.4zM3 14.6l3.8-3.4 1.2 3.4z" fill="currentColor" />
    </svg>
  );
}

export function Brand({ isBare = false }: { readonly isBare?: boolean }) {
  const words = useWords(frameWords);
  return (
    <Link href="/" className="brand" aria-label={words.home}>
      <Mark />
      {isBare ? undefined : 'Lockstep'}
    </Link>
  );
}

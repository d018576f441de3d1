// A lesson speaks to its run through links: `[this step](moment:lost)`, and, alone in a paragraph,
// `[Predict](predict:final)` and `[Claim](claim:gil)`.
import { Children, isValidElement, type ReactNode } from 'react';

export type LessonTarget = { readonly kind: 'moment' | 'predict' | 'claim'; readonly id: string };

export function parseTarget(href: string | undefined): LessonTarget | undefined {
  const match = /^(moment|predict|claim):([\w-]+)$/.exec(href ?? '');
  return match ? { kind: match[1] as LessonTarget['kind'], id: match[2] as string } : undefined;
}

/** All targets inside a paragraph, in order. */
export function targetsIn(children: ReactNode): readonly LessonTarget[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<{ href?: string; children?: ReactNode }>(child)) return [];
    const target = parseTarget(child.props.href);
    return target ? [target] : targetsIn(child.props.children);
  });
}

/** The target of a paragraph that is nothing but one prediction or claim. */
export function soleTarget(children: ReactNode): LessonTarget | undefined {
  const parts = Children.toArray(children).filter((child) => typeof child !== 'string' || child.trim() !== '');
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return undefined;
  const [target] = typeof only === 'string' ? [parseTarget(only.trim())] : targetsIn(only);
  return target && target.kind !== 'moment' ? target : undefined;
}

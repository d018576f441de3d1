import { type ComponentType, type ReactElement, use } from 'react';
import { readable } from './readable.ts';

/** A component whose code comes when it is drawn, or when it is asked for before. */
export interface Later<Props> {
  (props: Props): ReactElement;
  readonly load: () => Promise<ComponentType<Props>>;
}

/** As `lazy`, but what has come is drawn at once. A failure stays: no browser asks again for a module that it could not have. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let coming: Promise<ComponentType<Props>> | undefined;
  const ask = () => (coming ??= readable(load()));
  function LaterComponent(props: Props) {
    const Shown = use(ask());
    // oxlint-disable-next-line react/static-components -- it is the same one each time: `use` hands out what has come
    return <Shown {...props} />;
  }
  return Object.assign(LaterComponent, { load: ask });
}

import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface StageFrameProps {
  readonly className?: string;
  readonly children: (box: { readonly width: number; readonly height: number }) => ReactNode;
}

/**
 * Measures the box it fills and draws its stage into it.
 *
 * @example <StageFrame>{(box) => <Sequence {...props} {...box} />}</StageFrame>
 */
export function StageFrame({ className, children }: StageFrameProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      const width = Math.floor(element.clientWidth);
      const height = Math.floor(element.clientHeight);
      setBox((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={ref} className={className ? `ls-frame ${className}` : 'ls-frame'}>
      {box.width > 0 && box.height > 0 ? children(box) : undefined}
    </div>
  );
}

/** Pattern of waiting: lines at 45°. Reference it by `url(#id)`. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0v7" className="ls-line ls-ink-3" strokeWidth={1.5} />
    </pattern>
  );
}

/** Keys that belong to whatever has the focus: a field, an open dialog, a button under the space bar. */
export function isKeyTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : undefined;
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return true;
  // A radio button or a checkbox is moved by arrows and space; digits and letters mean nothing to it.
  if (target?.matches('[type="radio"], [type="checkbox"]')) return /^(Arrow|Space)/.test(event.code);
  if (target?.closest('input, textarea, select, [contenteditable]')) return true;
  return event.code === 'Space' && target?.closest('button, a, summary') !== null && target !== undefined;
}

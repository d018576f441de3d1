/**
 * Sets a space between Han characters and Latin letters or digits, as Chinese typesetting asks (W3C "Requirements for
 * Chinese Text Layout" §3.2.6). Names come into sentences from outside, so the sentence alone cannot do it.
 */
export function spaceScripts(text: string): string {
  return text.replace(/(\p{Script=Han})([A-Za-z0-9])/gu, '$1 $2').replace(/([A-Za-z0-9)])(\p{Script=Han})/gu, '$1 $2');
}

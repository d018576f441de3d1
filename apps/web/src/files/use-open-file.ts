import { useLocation } from 'wouter';
import { CAPTURE, CAPTURE_PATH } from '../capture/capture-id.ts';
import { labWith } from '../labs/labs.ts';
import { PLAIN_PATH } from '../plain/plain-path.ts';
import { useOpenedFile } from './opened-file.ts';

/**
 * Reads a recording or a capture and goes to the page that shows it; says what is wrong when it cannot, and which others
 * were dropped with it. Tells whether it could be read.
 */
export function useOpenFile(): (file: File, others?: readonly File[]) => Promise<boolean> {
  const [, navigate] = useLocation();
  const { open, passOver } = useOpenedFile.getState();
  return async (file, others = []) => {
    passOver(others.map(({ name }) => name));
    const lab = await open(file);
    if (lab === undefined) return false;
    if (lab === CAPTURE) navigate(CAPTURE_PATH);
    else navigate(labWith(lab) ? `/labs/${lab}` : PLAIN_PATH);
    return true;
  };
}

import { useLocation } from 'wouter';
import { CAPTURE, CAPTURE_PATH } from '../capture/capture-id.ts';
import { labWith } from '../labs/labs.ts';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { useOpenedFile } from './opened-file.ts';

/**
 * Reads a recording or a capture and goes to the page that shows it; says what is wrong when it cannot, and which others
 * were dropped with it. Tells whether it could be read.
 */
export function useOpenFile(): (file: File, others?: readonly File[]) => Promise<boolean> {
  const words = useWords(frameWords);
  const [, navigate] = useLocation();
  const { open, refuse, passOver } = useOpenedFile.getState();
  return async (file, others = []) => {
    passOver(others.map(({ name }) => name));
    const lab = await open(file);
    if (lab === undefined) return false;
    if (lab === CAPTURE) navigate(CAPTURE_PATH);
    else if (labWith(lab)) navigate(`/labs/${lab}`);
    else refuse(file.name, words.unknownLab(lab));
    return true;
  };
}

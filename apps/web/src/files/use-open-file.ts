import { useLocation } from 'wouter';
import { CAPTURE, CAPTURE_PATH } from '../capture/capture-id.ts';
import { labWith } from '../labs/labs.ts';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { useOpenedFile } from './opened-file.ts';

/** Reads a recording or a capture and goes to the page that shows it; says what is wrong when it cannot. */
export function useOpenFile(): (file: File) => Promise<void> {
  const words = useWords(frameWords);
  const [, navigate] = useLocation();
  const { open, refuse } = useOpenedFile.getState();
  return async (file) => {
    const lab = await open(file);
    if (lab === undefined) return;
    if (lab === CAPTURE) navigate(CAPTURE_PATH);
    else if (labWith(lab)) navigate(`/labs/${lab}`);
    else refuse(file.name, words.unknownLab(lab));
  };
}

import { useLocation } from 'wouter';
import { labWith } from '../labs/labs.ts';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { useOpenedFile } from './opened-file.ts';

/** Reads a recording and goes to the page of its lab; says what is wrong when it cannot. */
export function useOpenFile(): (file: File) => Promise<void> {
  const words = useWords(frameWords);
  const [, navigate] = useLocation();
  const { open, refuse } = useOpenedFile.getState();
  return async (file) => {
    const lab = await open(file);
    if (lab === undefined) return;
    if (labWith(lab)) navigate(`/labs/${lab}`);
    else refuse(file.name, words.unknownLab(lab));
  };
}

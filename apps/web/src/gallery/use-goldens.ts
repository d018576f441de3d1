import { useEffect, useState } from 'react';
import type { LabCard } from '../labs/lab-card.ts';
import { loadLab } from '../labs/lab-parts.ts';
import { labs } from '../labs/labs.ts';
import { type Golden, loadGoldens } from './golden.ts';

interface Goldens {
  /** What is here by now, in the order of the course. */
  readonly loaded: readonly Golden[];
  /** Labs whose recordings are still to come. */
  readonly waiting: readonly LabCard[];
  /** Labs whose recordings could not be had. */
  readonly failed: readonly LabCard[];
}

/** The golden recordings of all labs, one lab after the other: the first are there to be looked at while others come. */
export function useGoldens(): Goldens & { readonly retry: () => void } {
  const [wanted, setWanted] = useState(labs);
  const [goldens, setGoldens] = useState<Goldens>({ loaded: [], waiting: labs, failed: [] });

  useEffect(() => {
    let isCurrent = true;
    async function load(): Promise<void> {
      setGoldens(({ loaded }) => ({ loaded, waiting: wanted, failed: [] }));
      for (const lab of wanted) {
        const more = await goldensOf(lab).catch((error: unknown) => {
          console.error(error);
          return undefined;
        });
        if (!isCurrent) return;
        setGoldens(({ loaded, waiting, failed }) => ({
          loaded: inCourseOrder([...loaded, ...(more ?? [])]),
          waiting: waiting.filter((one) => one !== lab),
          failed: more ? failed : [...failed, lab],
        }));
      }
    }
    void load();
    return () => {
      isCurrent = false;
    };
  }, [wanted]);

  return { ...goldens, retry: () => setWanted(goldens.failed) };
}

async function goldensOf({ id }: LabCard): Promise<readonly Golden[]> {
  const lab = await loadLab(id);
  return lab ? loadGoldens(lab) : [];
}

function inCourseOrder(goldens: readonly Golden[]): readonly Golden[] {
  return goldens.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ lab }: Golden): number {
  return labs.findIndex(({ id }) => id === lab.id);
}

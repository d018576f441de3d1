/** Four lines, spoken in turn by two voices. Li Bai, “Viewing the Waterfall at Mount Lu”; William Blake, “The Tyger”. */
const poems: Readonly<Record<string, readonly string[]>> = {
  libai: ['日照香炉生紫烟', '遥看瀑布挂前川', '飞流直下三千尺', '疑是银河落九天'],
  blake: [
    'Tyger Tyger, burning bright,',
    'In the forests of the night;',
    'What immortal hand or eye,',
    'Could frame thy fearful symmetry?',
  ],
};

/** The lines of the one who begins, and of the one who answers. */
export function poemOf(name: string): readonly [readonly string[], readonly string[]] {
  const lines = poems[name] ?? [];
  return [lines.filter((_, index) => index % 2 === 0), lines.filter((_, index) => index % 2 === 1)];
}

import { threadScenario } from '@lockstep/threads';

/** By hand and in a search nobody dawdles; at full speed main does something before its code ends. */
export default threadScenario({
  program: 'program.js',
  knobs({ mode, knobs }) {
    switch (mode) {
      case 'free':
        return { ...knobs, lines: 4, lineMs: knobs['reporterMs'], records: 200, mainMs: 30 };
      case 'batch':
        return { ...knobs, lines: 1, lineMs: 12, records: 50, halfMs: 4, mainMs: 5 };
      case 'stepped':
      case 'search':
        return { ...knobs, lines: 1, halfMs: 0 };
    }
  },
});

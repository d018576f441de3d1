import { threadScenario } from '@lockstep/threads';

export default threadScenario({ program: 'program.js' });

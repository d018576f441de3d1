export { Refused } from '@lockstep/lab';

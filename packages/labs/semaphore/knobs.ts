import { type Knob, runsKnob, searchByKnob } from '@lockstep/lab';

const cars = { en: 'cars', zh: '车' };
const places = { en: 'places', zh: '车位' };

export const knobs: readonly Knob[] = [
  {
    id: 'kind',
    kind: 'choice',
    label: { en: 'semaphore', zh: '信号量' },
    initial: 'plain',
    choices: [
      { value: 'plain', label: { en: 'Semaphore', zh: 'Semaphore' } },
      { value: 'bounded', label: { en: 'BoundedSemaphore', zh: 'BoundedSemaphore（有界）' } },
    ],
  },
  {
    id: 'careless',
    kind: 'toggle',
    label: { en: 'car 1 releases twice', zh: '1 号车释放两次' },
    initial: false,
  },
  {
    id: 'cars',
    kind: 'number',
    modes: ['stepped', 'search'],
    label: cars,
    initial: 4,
    min: 2,
    max: 6,
    step: 1,
  },
  {
    id: 'places',
    kind: 'number',
    modes: ['stepped', 'search'],
    label: places,
    initial: 2,
    min: 1,
    max: 5,
    step: 1,
  },
  { id: 'manyCars', kind: 'number', modes: ['free', 'batch'], label: cars, initial: 15, min: 2, max: 16, step: 1 },
  { id: 'manyPlaces', kind: 'number', modes: ['free', 'batch'], label: places, initial: 5, min: 1, max: 15, step: 1 },
  {
    id: 'parkMs',
    kind: 'number',
    modes: ['free', 'batch'],
    label: { en: 'parked for', zh: '停放时间' },
    initial: 20,
    min: 0,
    max: 100,
    step: 1,
    unit: 'ms',
  },
  runsKnob(20, 100),
  searchByKnob,
];

/** The part of a run that names the CPython which was only asked: the threads of the run are not its. */
export const ASKED = 'asked-cpython-';

/** The names of what it was asked. */
export const CORES = 'cores';
export const THREADS = 'threads of a default ThreadPoolExecutor';

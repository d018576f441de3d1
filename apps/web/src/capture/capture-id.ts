/** The id of the page and of its traces, in place of a lab's. */
export const CAPTURE = 'capture';

/** Where the page is. */
export const CAPTURE_PATH = '/capture';

/** The real part of such a trace: it says that nothing was run. */
export const CAPTURE_FILE = 'capture-file';

/** Where a recording is read whose lab is not here. */
export const PLAIN_PATH = '/recording';

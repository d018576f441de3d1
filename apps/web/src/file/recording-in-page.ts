// How a recording lies in an HTML file: gzipped, as base64, in a script that no browser runs.

export const RECORDING_ID = 'lockstep-recording';
export const RECORDING_TYPE = 'application/octet-stream';

/** The bytes of the recording's file. @throws Error when the text is not base64. */
export function bytesOfRecording(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.trim());
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

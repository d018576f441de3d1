// What the server knows. Nothing is executed: the texts are prepared, and their lengths known.

export const COMMANDS = ['ps aux', 'date', 'whoami'] as const;

/** @param listBytes length of the first answer, at least as long as its heading. */
export function answerTo(command: string, listBytes: number): string {
  switch (command) {
    case 'ps aux':
      return processList(listBytes);
    case 'date':
      return 'Sat Nov 28 18:30:00 UTC 2026\n';
    case 'whoami':
      return 'ada\n';
    default:
      return `sh: ${command}: command not found\n`;
  }
}

/** Every byte of message 1 is `1`, of message 2 `2`, and so on. */
export function message(number: number, bytes: number): string {
  return String(number).repeat(bytes);
}

/** ASCII, as all of it is. */
export function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function processList(bytes: number): string {
  let text = 'USER       PID %CPU %MEM COMMAND\n';
  for (let pid = 101; text.length < bytes; pid++)
    text += `ada        ${pid}  0.${pid % 10}  1.${pid % 7} python3 worker.py --queue ${pid % 9}\n`;
  return `${text.slice(0, bytes - 1)}\n`;
}

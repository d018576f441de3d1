import { type Knob, rulesKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'how',
    kind: 'choice',
    label: { en: 'how it ends', zh: '怎样结束' },
    help: { en: 'What the two programs do at the end.', zh: '两个程序最后怎么做。' },
    initial: 'four',
    choices: [
      { value: 'four', label: { en: 'FIN and ACK, each by itself', zh: 'FIN、ACK 各走各的' } },
      { value: 'three', label: { en: 'ACK waits for the FIN', zh: 'ACK 等着与 FIN 同行' } },
      { value: 'half', label: { en: 'half-close: shutdown(SHUT_WR)', zh: '半关闭：shutdown(SHUT_WR)' } },
      { value: 'linger', label: { en: 'SO_LINGER 0, then close()', zh: 'SO_LINGER 0，再 close()' } },
      { value: 'unread', label: { en: 'close() with bytes unread', zh: '还有字节没读就 close()' } },
      { value: 'both', label: { en: 'both close at once', zh: '双方同时关闭' } },
      { value: 'countdown', label: { en: 'watch TIME-WAIT', zh: '看着 TIME-WAIT 倒数' } },
    ],
  },
  {
    id: 'closesFirst',
    kind: 'choice',
    label: { en: 'closes first', zh: '谁先关闭' },
    help: { en: 'Which program ends the connection.', zh: '由哪个程序结束连接。' },
    initial: 'client',
    choices: [
      { value: 'client', label: { en: 'client', zh: '客户端' } },
      { value: 'server', label: { en: 'server', zh: '服务器' } },
    ],
  },
  {
    id: 'watchSeconds',
    kind: 'number',
    label: { en: 'watch TIME-WAIT for', zh: '看 TIME-WAIT 多久' },
    help: { en: 'In the story “watch TIME-WAIT”.', zh: '用于“看着 TIME-WAIT 倒数”。' },
    initial: 3,
    min: 1,
    max: 10,
    step: 1,
    unit: 's',
  },
  rulesKnob({
    hosts: ['client', 'server'],
    presets: [
      { value: 'drop client ACK 3', label: { en: 'lose the last ACK', zh: '丢掉最后一个 ACK' } },
      { value: 'drop client FIN 1', label: { en: 'lose the client’s FIN', zh: '丢掉客户端的 FIN' } },
    ],
  }),
];

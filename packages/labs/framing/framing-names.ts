import type { Text } from '@lockstep/lab';
import type { Framing } from './framers.ts';

export const FRAMING_NAMES: Readonly<Record<Framing, Text>> = {
  none: { en: 'nothing', zh: '不成帧' },
  newline: { en: 'a newline', zh: '换行符' },
  digits: { en: '8 digits', zh: '8 位数字' },
  unchecked: { en: '8 digits, unchecked', zh: '8 位数字，不检查' },
  bytes: { en: '4 bytes', zh: '4 字节' },
  json: { en: 'JSON header', zh: 'JSON 首部' },
};

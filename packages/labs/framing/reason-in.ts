import type { Language } from '@lockstep/lab';

const CHINESE: Readonly<Record<string, string>> = {
  'negative length': '长度为负',
  'not a number': '不是数',
  'too long': '太长',
  'header too long': '首部太长',
  'not JSON': '不是 JSON',
  'no name or no digest': '缺少名字或摘要',
  'wrong digest': '摘要不符',
};

/** Why a framer refused, in the learner's language; what Python itself would say stays as it is. */
export function reasonIn(reason: string, language: Language): string {
  if (language === 'en') return reason;
  const [kind = '', detail] = reason.split(': ');
  const known = CHINESE[kind];
  if (known === undefined) return reason;
  return detail === undefined ? known : `${known}：${detail.replace(/ bytes$/, ' 字节')}`;
}

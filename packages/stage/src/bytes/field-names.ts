// Chinese terms of header fields, by the names that the decoder gives them. English labels come from the decoder.
import type { Field } from '@lockstep/packet';
import type { Language } from '../text.ts';

const chinese: Readonly<Record<string, string>> = {
  acknowledgment: '确认号',
  checksum: '校验和',
  code: '代码',
  data: '数据',
  'data-offset': '首部长度',
  destination: '目的地址',
  'destination-port': '目的端口',
  dscp: '区分服务码点',
  ecn: '显式拥塞通知',
  'end-of-list': '选项结束',
  'ether-type': '以太类型',
  flags: '标志位',
  'fragment-offset': '片偏移',
  'hardware-length': '硬件地址长度',
  'hardware-type': '硬件类型',
  'header-length': '首部长度',
  identification: '标识',
  identifier: '标识符',
  length: '长度',
  'maximum-segment-size': '最大报文段长度',
  'no-operation': '无操作',
  operation: '操作',
  protocol: '协议',
  'protocol-length': '协议地址长度',
  'protocol-type': '协议类型',
  reserved: '保留',
  'sender-ip': '发送方 IP 地址',
  'sender-mac': '发送方 MAC 地址',
  sequence: '序号',
  source: '源地址',
  'source-port': '源端口',
  'target-ip': '目标 IP 地址',
  'target-mac': '目标 MAC 地址',
  'time-to-live': '生存时间',
  'timestamp-echo-reply': '时间戳回显',
  'timestamp-value': '时间戳值',
  'total-length': '总长度',
  type: '类型',
  'urgent-pointer': '紧急指针',
  version: '版本',
  'vlan-id': 'VLAN 标识',
  window: '窗口',
  'window-scale': '窗口扩大因子',
};

/** The standard term of a field in the learner's language; repeated options carry a number at their name's end. */
export function fieldName(field: Field, language: Language): string {
  if (language === 'en') return field.label;
  const base = field.name.replace(/-\d+$/, '');
  if (chinese[base] !== undefined) return chinese[base];
  if (base.endsWith('-kind')) return '选项类型';
  if (base.endsWith('-length')) return '选项长度';
  return field.label;
}

import type { Check } from '@lockstep/packet';
import type { Language } from '../text.ts';

interface ByteWords {
  readonly title: (step: number) => string;
  readonly size: (bytes: number) => string;
  readonly none: string;
  readonly checks: Readonly<Record<Check, string>>;
  readonly bytesOf: string;
  readonly layers: Readonly<Record<string, string>>;
  readonly header: (layer: string, bytes: number) => string;
}

const english: ByteWords = {
  title: (step) => `Bytes of step ${step}`,
  size: (bytes) => `${bytes} B on the cable`,
  none: 'No frame has crossed the cable yet.',
  checks: { correct: 'correct', wrong: 'wrong', unverified: 'cannot be checked' },
  bytesOf: 'Bytes of the frame; arrow keys move, the field of the byte is in the table',
  layers: {
    ethernet: 'Ethernet',
    ipv4: 'IP',
    ipv6: 'IPv6',
    tcp: 'TCP',
    udp: 'UDP',
    arp: 'ARP',
    icmp: 'ICMP',
    icmpv6: 'ICMPv6',
    dns: 'DNS',
    dhcp: 'DHCP',
    vlan: 'VLAN',
    'linux-cooked': 'Linux cooked',
    'linux-cooked-2': 'Linux cooked',
    loopback: 'loopback',
    payload: 'payload',
    padding: 'padding',
    malformed: 'unreadable',
    excerpt: 'excerpt',
  },
  header: (layer, bytes) => `${layer}, ${bytes} bytes`,
};

const chinese: ByteWords = {
  title: (step) => `第 ${step} 步的字节`,
  size: (bytes) => `网线上 ${bytes} 字节`,
  none: '还没有帧经过网线。',
  checks: { correct: '正确', wrong: '错误', unverified: '无法验证' },
  bytesOf: '帧的字节；方向键移动，字节所属字段见表',
  layers: {
    ...english.layers,
    ethernet: '以太网',
    'linux-cooked': 'Linux 代用首部',
    'linux-cooked-2': 'Linux 代用首部',
    loopback: '回环',
    payload: '数据',
    padding: '填充',
    malformed: '无法解读',
    excerpt: '节选',
  },
  header: (layer, bytes) => `${layer}，${bytes} 字节`,
};

export const byteWords: Readonly<Record<Language, ByteWords>> = { en: english, zh: chinese };

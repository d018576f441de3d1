import type { Dictionary } from './use-words.ts';

const en = {
  page: 'Capture',
  caption: 'What crossed the wire, as the capture has it',
  cable: 'the wire',
  fromFile: 'A capture from a file. Nothing was run here.',
  badge: 'Capture:',
  badgeText: 'from a file, nothing was run here',
  arrives: (host: string) => `The receiver is ${host}: a capture does not tell when it arrived, or whether.`,
  onceSeen:
    'A capture sees each packet once, where it was made. The arrival is drawn at the same moment; it is not in the file.',
  holds: (packets: number, format: string) => `${packets} packets, ${format}`,
  shown: 'Shown',
  between: (a: string, b: string) => `${a} ↔ ${b}`,
  conversations: 'Conversations',
  kinds: { all: '', tcp: 'TCP', rest: 'all but TCP' },
  packets: (count: number) => (count === 1 ? '1 packet' : `${count} packets`),
  moreConversations: (count: number) => (count === 1 ? '1 smaller one' : `${count} smaller ones`),
  leftOut: (count: number, shown: number) =>
    `Only the first ${shown} packets of this conversation are shown: a page has room for no more. ${count} are left out.`,
  unread: (count: number, read: number) => `The file has more than ${read} packets. The last ${count} were not read.`,
  unknown: (count: number, links: string) => `${count} packets are of a link type that is not decoded here: ${links}.`,
  comments: 'Comments in the file',
  commentHere: 'The file says of this packet:',
  none: 'No capture is open',
  noneText: 'Open a pcap or pcapng file, or drop it on this page. It stays in your browser.',
};

const zh: typeof en = {
  page: '抓包',
  caption: '抓包文件里记下的、线上走过的一切',
  cable: '线路',
  fromFile: '来自文件的抓包。这里没有运行任何东西。',
  badge: '抓包：',
  badgeText: '来自文件，这里没有运行任何东西',
  arrives: (host) => `接收方是 ${host}：抓包不说明它何时到达，也不说明它是否到达。`,
  onceSeen: '抓包在一个地点进行，每个分组只看到一次。到达画在同一时刻，文件里并没有记录。',
  holds: (packets, format) => `${packets} 个分组，${format}`,
  shown: '正在显示',
  between: (a, b) => `${a} ↔ ${b}`,
  conversations: '会话',
  kinds: { all: '', tcp: 'TCP', rest: 'TCP 以外' },
  packets: (count) => `${count} 个分组`,
  moreConversations: (count) => `另有 ${count} 个较小的会话`,
  leftOut: (count, shown) => `只显示这个会话的前 ${shown} 个分组：页面容不下更多。其余 ${count} 个没有显示。`,
  unread: (count, read) => `文件里的分组超过 ${read} 个，最后 ${count} 个没有读取。`,
  unknown: (count, links) => `有 ${count} 个分组的链路类型这里不能解码：${links}。`,
  comments: '文件里的注释',
  commentHere: '文件对这个分组的注释：',
  none: '没有打开抓包文件',
  noneText: '打开 pcap 或 pcapng 文件，或把它拖到本页。文件只留在你的浏览器里。',
};

export const captureWords: Dictionary<typeof en> = { en, zh };

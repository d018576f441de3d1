import type { Dictionary } from './use-words.ts';

const en = {
  title: 'Open by address',
  lead: 'A recording, a capture or an HTML file with a run in it, on this very server.',
  field: 'Address',
  placeholder: '/runs/monday.lockstep.jsonl.gz',
  go: 'Open',
  cancel: 'Cancel',
  oneAtATime: 'The first file is open. These were dropped with it and are not:',
  megabytes: (done: string, of: string | undefined) => (of === undefined ? `${done} MB so far` : `${done} of ${of} MB`),
  problems: {
    'not-an-address': 'This is not an address.',
    elsewhere: (host: string) =>
      `This page fetches nothing from elsewhere, and the address is on ${host}. Download the file, then drop it here.`,
    status: (status: number) =>
      status === 404 ? 'There is nothing under this address.' : `The server refused it with status ${status}.`,
    'too-large': (most: number) => `It is larger than ${most} MB. Download the file, then drop it here.`,
    unreachable: 'The server did not answer, or the line broke.',
    unreadable: 'It was fetched, but it cannot be opened.',
  },
};

const zh: typeof en = {
  title: '按地址打开',
  lead: '录像、抓包，或者含有一次运行的 HTML 文件，必须就在这台服务器上。',
  field: '地址',
  placeholder: '/runs/monday.lockstep.jsonl.gz',
  go: '打开',
  cancel: '取消',
  oneAtATime: '已打开第一个文件。同时拖来的这些没有打开：',
  megabytes: (done, of) => (of === undefined ? `已取 ${done} MB` : `${done} / ${of} MB`),
  problems: {
    'not-an-address': '这不是一个地址。',
    elsewhere: (host) => `本页不从别处取任何东西，而这个地址在 ${host} 上。请先下载文件，再拖到这里。`,
    status: (status) => (status === 404 ? '这个地址下什么也没有。' : `服务器拒绝了，状态码 ${status}。`),
    'too-large': (most) => `它超过 ${most} MB。请先下载文件，再拖到这里。`,
    unreachable: '服务器没有回答，或者连接中断了。',
    unreadable: '已经取到，但打不开。',
  },
};

export const openWords: Dictionary<typeof en> = { en, zh };

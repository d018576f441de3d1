import type { Refusal } from '@lockstep/lab';
import type { Dictionary } from './use-words.ts';

const refusalsEn: Record<Refusal['code'], string> = {
  'bad-request': 'The server did not understand the request.',
  'unknown-lab': 'The server does not have this lab.',
  'unknown-run': 'The server no longer knows this run.',
  'bad-knob': 'A knob has a value that the server does not accept.',
  'too-fast': 'Too many requests in a short time. Wait a moment.',
  'queue-full': 'So many runs are waiting that no more is taken. Try again in a minute.',
  'not-yours': 'Somebody else started this run; only they can let its threads go. Fork it to have your own.',
  ended: 'This run is over.',
  mode: 'This lab cannot run that way.',
  'not-now': 'That cannot be done just now.',
  'wrong-code': 'There is no class with this code. Look at the wall once more.',
  'unknown-class': 'The server does not know this class, or no longer knows you in it.',
  'class-full': 'This class is full.',
  'class-locked': 'The instructor has locked this class: nobody new can join.',
  'too-many-classes': 'So many classes are open on this server that it takes no more.',
  'not-driver': 'Only whoever drives the class can do that.',
  'not-owner': 'Only the owner of the class can do that.',
};

const refusalsZh: Record<Refusal['code'], string> = {
  'bad-request': '服务器没有看懂这个请求。',
  'unknown-lab': '服务器上没有这个实验。',
  'unknown-run': '服务器已经不认识这次运行。',
  'bad-knob': '有一项设置的值服务器不接受。',
  'too-fast': '短时间内请求太多，请稍等。',
  'queue-full': '排队的运行太多，暂时不再接收。请一分钟后再试。',
  'not-yours': '这次运行是别人启动的，只有他能放行线程。分叉一份，就是你自己的。',
  ended: '这次运行已经结束。',
  mode: '这个实验不能这样运行。',
  'not-now': '此刻不能这样做。',
  'wrong-code': '没有用这个课堂码的课堂，请再看一眼屏幕上的码。',
  'unknown-class': '服务器不认识这个课堂，或者你已不在其中。',
  'class-full': '这个课堂已经满员。',
  'class-locked': '老师锁定了课堂，暂时不能再加入。',
  'too-many-classes': '这台服务器上开着的课堂已经够多，不能再开新的。',
  'not-driver': '只有正在主讲的人能这样做。',
  'not-owner': '只有开课的人能这样做。',
};

const en = {
  refusals: refusalsEn,
  needsLink: 'This server is open to a network: everybody may watch, but starting runs needs the instructor’s link.',
  failed: 'The run failed.',
  unreachable: 'The server does not answer. Recordings can still be opened from a file.',
  lost: 'Connection lost. Reconnecting…',
  unknownRun: (run: string) =>
    `The server does not know the run ${run}: recordings are kept for a while, not for ever.`,
  badRecording: (from: string) => `${from} cannot be read.`,
  missing: {
    network: {
      played:
        'This machine does not let the server build its private network, so a recording of a real run is played instead.',
      only: 'This machine does not let the server build its private network, which this lab needs.',
    },
    cable: {
      played:
        'On this machine the server cannot lay its own cable between two kernels, so a recording of a real run is played instead.',
      only: 'On this machine the server cannot lay its own cable between two kernels, which this run needs.',
    },
    server: {
      played:
        'This page has no server behind it, which this run needs, so a recording of a real run is played instead.',
      only: 'This page has no server behind it, which this run needs.',
    },
    python: {
      played: 'The server found no CPython on its machine, so a recording of a real run is played instead.',
      only: 'The server found no CPython on its machine, and this run needs it.',
    },
  },
  again: 'Try again',
  runAgain: 'Run it again',
  replaySchedule: 'Replay its schedule on real threads',
  /** Where there is no server. */
  here: {
    unreachable:
      'The part of this page that makes the runs does not answer. Recordings can still be opened from a file.',
    unknownRun: (run: string) =>
      `This browser does not have the run ${run}: without a server a run stays in the browser that made it, for a while.`,
    replaySchedule: 'Replay its schedule',
  },
  dismiss: 'Close',
};

const zh: typeof en = {
  refusals: refusalsZh,
  needsLink: '这台服务器向网络开放：人人可以观看，但启动运行需要教师的链接。',
  failed: '运行失败。',
  unreachable: '服务器没有回应。仍然可以从文件打开录像。',
  lost: '连接断开，正在重连……',
  unknownRun: (run) => `服务器不认识运行 ${run}：录像会保留一段时间，但不是永远。`,
  badRecording: (from) => `无法读取 ${from}。`,
  missing: {
    network: {
      played: '这台机器不允许服务器建立私有网络，因此改为播放一次真实运行的录像。',
      only: '这台机器不允许服务器建立私有网络，而这个实验离不开它。',
    },
    cable: {
      played: '在这台机器上，服务器无法在两个内核之间接上自己的网线，因此改为播放一次真实运行的录像。',
      only: '在这台机器上，服务器无法在两个内核之间接上自己的网线，而这次运行离不开它。',
    },
    server: {
      played: '这个页面背后没有服务器，而这次运行离不开它，因此改为播放一次真实运行的录像。',
      only: '这个页面背后没有服务器，而这次运行离不开它。',
    },
    python: {
      played: '服务器所在的机器上没有找到 CPython，因此改为播放一次真实运行的录像。',
      only: '服务器所在的机器上没有找到 CPython，而这次运行离不开它。',
    },
  },
  again: '再试一次',
  runAgain: '再运行一次',
  replaySchedule: '在真实线程上重放它的调度',
  here: {
    unreachable: '这个页面里负责运行的部分没有回应。仍然可以从文件打开录像。',
    unknownRun: (run) => `这个浏览器里没有运行 ${run}：没有服务器时，运行只在做出它的浏览器里保留一段时间。`,
    replaySchedule: '重放它的调度',
  },
  dismiss: '关闭',
};

export const troubleWords: Dictionary<typeof en> = { en, zh };

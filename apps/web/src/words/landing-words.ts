import type { Dictionary } from './use-words.ts';

const en = {
  title: ['See what sockets,', 'threads and locks', 'really did.'],
  lead: 'Every lab runs a real experiment: real TCP through a real kernel, real threads on real memory. Watch it live, walk it step by step, forwards or back.',
  /** Where not every lab can be run. */
  leadRecorded:
    'Every lab shows a real experiment: real TCP through a real kernel, real threads on real memory. Walk it step by step, forwards or back.',
  recorded: 'recorded',
  start: 'Start here',
  join: { title: 'Join a class', code: 'code', go: 'Join' },
  course: 'The course',
  count: (labs: number, tracks: number) =>
    `${labs === 1 ? '1 lab' : `${labs} labs`} in ${tracks === 1 ? '1 track' : `${tracks} tracks`}`,
  labs: (count: number) => (count === 1 ? '1 lab' : `${count} labs`),
  noLabs: 'There is no lab in this copy yet.',
  figure: {
    label: 'Things really happen; the trace keeps every fact; the picture is drawn from the trace at the cursor.',
    happen: 'Things really happen',
    happenBelow: 'a kernel, threads, processes',
    probe: 'probe',
    trace: 'The trace keeps every fact',
    traceBelow: 'in order, never changed',
    fold: 'fold',
    picture: 'The picture at the cursor',
    pictureBelow: 'same cursor, same picture',
    live: 'Live',
    liveBelow: 'the cursor stays at the end',
    step: 'Step',
    stepBelow: 'you move it, either way',
    replay: 'Replay',
    replayBelow: 'the same trace, years later',
  },
  signs: {
    sequence: 'sequence',
    bytes: 'bytes',
    lanes: 'lanes',
    queue: 'queue',
    graph: 'graph',
    states: 'states',
    topology: 'topology',
    bars: 'bars',
    loop: 'event loop',
  },
};

const zh: typeof en = {
  title: ['看清套接字、线程和锁', '到底做了什么。'],
  lead: '每个实验都真正运行：真实内核里的真实 TCP，真实内存上的真实线程。可以看直播，也可以一步一步走，前进后退都行。',
  leadRecorded:
    '每个实验都给你看一次真实的运行：真实内核里的真实 TCP，真实内存上的真实线程。可以一步一步走，前进后退都行。',
  recorded: '录像',
  start: '从这里开始',
  join: { title: '加入课堂', code: '课堂码', go: '加入' },
  course: '课程地图',
  count: (labs, tracks) => `${tracks} 个单元，${labs} 个实验`,
  labs: (count) => `${count} 个实验`,
  noLabs: '这份拷贝里还没有实验。',
  figure: {
    label: '事情真实发生；记录保存每个事实；画面由记录在光标处画出。',
    happen: '真实的运行',
    happenBelow: '内核、线程、进程',
    probe: '探针',
    trace: '记录保存每个事实',
    traceBelow: '按序追加，永不更改',
    fold: '折叠',
    picture: '光标处的画面',
    pictureBelow: '同一光标，同一画面',
    live: '直播',
    liveBelow: '光标停在末尾',
    step: '单步',
    stepBelow: '你来移动，进退皆可',
    replay: '回放',
    replayBelow: '同一份记录，多年以后',
  },
  signs: {
    sequence: '时序',
    bytes: '字节',
    lanes: '泳道',
    queue: '队列',
    graph: '关系图',
    states: '状态',
    topology: '拓扑',
    bars: '条形',
    loop: '事件循环',
  },
};

export const landingWords: Dictionary<typeof en> = { en, zh };

import type { Dictionary } from './use-words.ts';

/** What a run can be saved as. */
export type SaveKind = 'recording' | 'html' | 'pcapng' | 'chrome' | 'mermaid' | 'svg' | 'png';

interface Kind {
  readonly name: string;
  readonly use: string;
}

const kindsEn: Record<SaveKind, Kind> = {
  recording: { name: 'Recording', use: 'The run itself. Drop it on any Lockstep, also in years, and step through it.' },
  html: {
    name: 'One HTML file',
    use: 'The run with its player, lesson and program. Opens from disk in any browser, without a network.',
  },
  pcapng: { name: 'pcapng', use: 'Its frames for Wireshark, with the steps as comments.' },
  chrome: { name: 'Chrome trace', use: 'Threads, calls and messages on a time axis, for Perfetto or speedscope.' },
  mermaid: { name: 'Mermaid', use: 'A sequence diagram as text, for a README, a wiki or an exercise sheet.' },
  svg: { name: 'SVG', use: 'This still as a drawing, for slides and print.' },
  png: { name: 'PNG', use: 'This still as a picture, two pixels for each on the screen.' },
};

const kindsZh: Record<SaveKind, Kind> = {
  recording: { name: '录像', use: '运行本身。多年以后拖进任何一个 Lockstep，仍能逐步查看。' },
  html: { name: '单个 HTML 文件', use: '运行连同播放器、讲解和程序。不联网，任何浏览器都能从磁盘直接打开。' },
  pcapng: { name: 'pcapng', use: '它的帧，供 Wireshark 查看，步骤写在注释里。' },
  chrome: { name: 'Chrome trace', use: '线程、调用和消息排在时间轴上，供 Perfetto 或 speedscope 查看。' },
  mermaid: { name: 'Mermaid', use: '文本形式的时序图，可放进 README、维基或习题。' },
  svg: { name: 'SVG', use: '把这一步的画面存成矢量图，适合幻灯片和印刷。' },
  png: { name: 'PNG', use: '把这一步的画面存成图片，精度为屏幕的两倍。' },
};

const en = {
  saveAs: 'Save as…',
  title: 'Save this run as',
  kinds: kindsEn,
  library: 'Keep in the library',
  libraryUse: 'This recording came from a file. The server keeps it beside the runs that were made there.',
  kept: 'It is in the library.',
  noServer: 'the server did not answer',
  copyPng: 'Copy the picture',
  copied: 'The picture is on the clipboard.',
  working: (name: string) => `Making ${name}…`,
  saved: (file: string) => `Saved: ${file}`,
  failed: (why: string) => `It could not be made: ${why}`,
  picturePlace: (lab: string, step: number, length: number) => `${lab} · step ${step} of ${length}`,
};

const zh: typeof en = {
  saveAs: '存为……',
  title: '把这次运行存为',
  kinds: kindsZh,
  library: '收入录像库',
  libraryUse: '这份录像来自文件。收入之后，服务器把它和在那里做的运行放在一起。',
  kept: '已收入录像库。',
  noServer: '服务器没有回答',
  copyPng: '复制图片',
  copied: '图片已在剪贴板里。',
  working: (name) => `正在生成 ${name}……`,
  saved: (file) => `已保存：${file}`,
  failed: (why) => `没有做成：${why}`,
  picturePlace: (lab, step, length) => `${lab} · 第 ${step} 步，共 ${length} 步`,
};

export const saveWords: Dictionary<typeof en> = { en, zh };

import type { Dictionary } from './use-words.ts';

const en = {
  home: 'Lockstep, to the course',
  skip: 'Skip to the content',
  /** The name of the other language, in itself. */
  otherLanguage: '中文',
  otherTheme: 'Light or dark',
  dropHere: 'Let go to open the recording or capture',
  openRecording: 'Open a file',
  readingFile: 'Reading the file…',
  cannotOpen: (name: string) => `${name} cannot be opened`,
  dismiss: 'Close',
  notFoundTitle: 'There is no such page',
  notFound: 'The address leads nowhere: a lab may have been renamed, or a letter is missing.',
  toCourse: 'To the course',
  brokenTitle: 'This page broke',
  brokenPart: 'This drawing broke',
  broken: 'What went wrong, in its own words:',
  tryAgain: 'Try again',
  loading: 'Fetching…',
  gallery: 'Gallery',
  library: 'Library',
  sources: {
    told: 'Each mark says who told it:',
    observed: 'observed,',
    derived: 'computed from facts,',
    model: 'a simulation, never passed off as real.',
  },
};

const zh: typeof en = {
  home: 'Lockstep，回到课程',
  skip: '跳到正文',
  otherLanguage: 'English',
  otherTheme: '浅色或深色',
  dropHere: '松手即可打开录像或抓包',
  openRecording: '打开文件',
  readingFile: '正在读取文件……',
  cannotOpen: (name) => `无法打开 ${name}`,
  dismiss: '关闭',
  notFoundTitle: '没有这个页面',
  notFound: '这个地址不通向任何地方：实验可能改了名，或者少了一个字母。',
  toCourse: '回到课程',
  brokenTitle: '页面出错了',
  brokenPart: '这张图画不出来',
  broken: '错误的原话：',
  tryAgain: '再试一次',
  loading: '正在取……',
  gallery: '图集',
  library: '录像库',
  sources: {
    told: '每个记号都注明来源：',
    observed: '实测，',
    derived: '由事实算出，',
    model: '模拟，绝不冒充实测。',
  },
};

export const frameWords: Dictionary<typeof en> = { en, zh };

// 解释器与它的锁、它的对象，以及被测量的工作，中文句子。
import type { Kind } from '@lockstep/trace';
import type { SentencesOf } from './teller.ts';

type InterpreterKind = Extract<
  Kind,
  `${'gil' | 'opcode' | 'object' | 'reference' | 'collector' | 'work' | 'measure'}.${string}`
>;

export const interpreterInChinese: SentencesOf<InterpreterKind> = {
  'gil.requested': ({ actor }, tell) => `${tell.name(actor)}想要解释器锁。`,
  'gil.taken': ({ actor, waitedUs }, tell) =>
    `${tell.name(actor)}${waitedUs === undefined ? '' : `等了 ${ms(waitedUs)} 毫秒，`}拿到解释器锁。`,
  'gil.drop-requested': ({ actor, holder }, tell) =>
    `${tell.name(actor)}等满一个间隔，请求${holder ? tell.name(holder) : '持有者'}放下锁。`,
  'gil.dropped': ({ actor, reason }, tell) => `${tell.name(actor)}${REASON[reason] ?? ''}放下解释器锁。`,
  'gil.measured': ({ switches, perSecond, medianSliceUs }) =>
    `实测：切换 ${switches} 次，每秒 ${Math.round(perSecond)} 次，时间片中位数 ${ms(medianSliceUs)} 毫秒。`,
  'opcode.executed': ({ actor, opcode, argument }, tell) =>
    `${tell.name(actor)}执行 ${opcode}${argument ? ` ${argument}` : ''}。`,
  'object.created': ({ object, type, count }) => `创建 ${type} 对象 ${object}：引用计数 ${count}。`,
  'reference.changed': ({ object, count, before, by }) => `${by}：${object} 的引用计数从 ${before} 变为 ${count}。`,
  'object.freed': ({ object, by }) =>
    by === 'collector' ? `垃圾回收器释放了计数无法释放的 ${object}。` : `${object} 立即被释放：再没有引用指向它。`,
  'collector.ran': ({ actor, generation, collected }, tell) =>
    `垃圾回收器在${tell.name(actor)}中运行：第 ${generation} 代，发现 ${collected} 个不可达对象。`,

  'work.started': ({ work, of }) => `${work}：开始，共 ${of} 份。`,
  'work.progressed': ({ work, done, of }) => `${work}：已完成 ${done}/${of}。`,
  'work.finished': ({ work, of, elapsedUs }) => `${work}：${of} 份全部完成，用时 ${ms(elapsedUs)} 毫秒。`,
  'measure.taken': ({ what, value, unit }) => `实测：${what} 为 ${value}${unit ? ` ${unit}` : ''}。`,
};

const REASON: Readonly<Record<string, string>> = { request: '应请求', io: '在等待输入输出之前', finished: '结束并' };

function ms(us: number): string {
  return String(Number((us / 1000).toPrecision(3)));
}

import type { Claim } from '@lockstep/lab';
import { findEvent, foldOf, lostUpdates, valueHistory } from '@lockstep/trace';
import { lostBy } from './measures.ts';
import { SIMULATED } from './works.ts';

/** True of Python 1 and 2, whose `sys.setcheckinterval` counted instructions. */
const afterNBytecodes: Claim = {
  id: 'after-n-bytecodes',
  text: {
    en: '“CPython switches threads after every 100 bytecodes.”',
    zh: '“CPython 每执行 100 条字节码就切换线程。”',
  },
  verdict(trace) {
    const python = findEvent(trace, (event) => event.kind === 'work.started' && event.work !== SIMULATED);
    if (!python) return undefined;
    const measured = findEvent(trace, (event) => event.kind === 'gil.measured', python.seq);
    if (measured?.kind !== 'gil.measured') return undefined;
    const sliceMs = Number((measured.medianSliceUs / 1000).toPrecision(3));
    const intervalMs = String(trace.header.knobs['intervalMs']);
    if (sliceMs < 0.5 * Number(intervalMs)) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `It goes by time since Python 3.2. With an interval of ${intervalMs} ms a slice lasted ${sliceMs} ms here: thousands of instructions at least. Until 3.1 it was right: sys.setcheckinterval(100).`,
        zh: `Python 3.2 起按时间切换。间隔为 ${intervalMs} 毫秒时，这里的时间片长 ${sliceMs} 毫秒，至少几千条指令。3.1 以前这话是对的：sys.setcheckinterval(100)。`,
      },
      evidence: [measured.seq],
    };
  },
};

const theGilMakesItSafe: Claim = {
  id: 'gil-makes-it-safe',
  text: { en: '“Because of the GIL, += is atomic.”', zh: '“有了 GIL，+= 就是原子的。”' },
  verdict(trace) {
    const lost = lostUpdates(foldOf(valueHistory, trace).at(trace.length))[0];
    if (lost) {
      return {
        judgement: 'wrong',
        because: {
          en: 'Here the real CPython held its lock during every instruction, and an update is lost all the same: the turn changed between load and store.',
          zh: '这里真正的 CPython 执行每条指令时都持有锁，更新照样丢失：在读出与写回之间换了线程。',
        },
        evidence: lost.basis === undefined ? [lost.seq] : [lost.basis, lost.seq],
      };
    }
    const plain = lostBy(trace, 'plain');
    const call = lostBy(trace, 'converting');
    if (!plain || !call || call.value === 0) return undefined;
    const evidence = [plain.seq, call.seq];
    if (plain.value > 0) {
      const because = {
        en: `In this Python both forms lose updates: ${plain.value} % and ${call.value} %.`,
        zh: `在这个 Python 里两种写法都丢失更新：${plain.value} % 与 ${call.value} %。`,
      };
      return { judgement: 'wrong', because, evidence };
    }
    return {
      judgement: 'half-right',
      because: {
        en: `In this Python total += 1 lost nothing, and total += int(1) lost ${call.value} %. That is where the interpreter happens to look for a switch, not a promise.`,
        zh: `在这个 Python 里 total += 1 一次没丢，total += int(1) 丢了 ${call.value} %。这只取决于解释器恰好在哪里查看切换，并不是承诺。`,
      },
      evidence,
    };
  },
};

export const claims: readonly Claim[] = [afterNBytecodes, theGilMakesItSafe];

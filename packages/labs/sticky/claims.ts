import type { Claim, Text, Verdict } from '@lockstep/lab';
import { hasEnded, outcomesOf } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { isCut, isGlued, isWhole, type Read, readsOf } from './readings.ts';
import { type Setting, settingOf } from './setting.ts';

/** The recv() that most people write first. */
const USUAL_RECV = 1024;

const biggerOrSleep: Claim = {
  id: 'bigger-or-sleep',
  text: {
    en: '“The fix is a bigger recv, or a sleep between the sends.”',
    zh: '“解决办法是把 recv 开大，或者在两次发送之间睡一会儿。”',
  },
  verdict: (trace) =>
    judged(trace, ({ recvBytes, betweenMs }) => recvBytes > USUAL_RECV || betweenMs > 0, {
      en: 'One can always be later than any sleep, and an answer longer than any recv().',
      zh: '睡得再久，也有人读得更晚；recv() 再大，也有更长的答复。',
    }),
};

const noNagle: Claim = {
  id: 'no-nagle',
  text: { en: '“Switch Nagle’s algorithm off and it stops.”', zh: '“关掉 Nagle 算法就不粘了。”' },
  verdict: (trace) =>
    judged(trace, ({ noDelay }) => noDelay, {
      en: 'Nagle decides when segments leave. The receiving kernel joins them again in any case.',
      zh: 'Nagle 只决定报文段何时发出；无论如何，接收端内核都会把它们重新连起来。',
    }),
};

export const claims: readonly Claim[] = [biggerOrSleep, noNagle];

/** Only a run in which the remedy was used says something of it, and only once it is over. */
function judged(trace: Trace, isUsed: (setting: Setting) => boolean, why: Text): Verdict | undefined {
  const { header } = trace;
  if (!isUsed(settingOf(header.knobs, header.mode)) || !hasEnded(trace)) return undefined;
  if (header.mode === 'batch') return judgedByMany(trace, why);
  const reads = readsOf(trace);
  const last = reads.at(-1);
  if (!last) return undefined;
  const bad = reads.find(isGlued) ?? reads.find(isCut);
  if (!bad) return luck(last.seq);
  const seen = seenIn(bad);
  return {
    judgement: 'wrong',
    because: { en: `It was used here, and still ${seen.en}. ${why.en}`, zh: `这里用了，${seen.zh}。${why.zh}` },
    evidence: reads.filter((read) => !isWhole(read)).map(({ seq }) => seq),
  };
}

function judgedByMany(trace: Trace, why: Text): Verdict | undefined {
  const outcomes = outcomesOf(trace);
  const bad = outcomes.filter(({ expected }) => !expected);
  const first = bad[0];
  const last = outcomes.at(-1);
  if (!last) return undefined;
  if (!first) return luck(last.seq);
  const [count, all] = [bad.length, outcomes.length];
  return {
    judgement: 'wrong',
    because: {
      en: `It was used in all ${all} runs; in ${count} messages were cut or glued. ${why.en}`,
      zh: `${all} 次运行都用了；其中 ${count} 次消息被切断或粘在一起。${why.zh}`,
    },
    evidence: [first.seq],
  };
}

function luck(seq: number): Verdict {
  return {
    judgement: 'half-right',
    because: {
      en: 'Here each recv() gave one whole message. Nothing promised it: read later, or let the answers grow, and look again.',
      zh: '这一次，每个 recv() 都恰好得到一条完整的消息。但没有谁保证过：读晚一点，或让答复变长，再看看。',
    },
    evidence: [seq],
  };
}

function seenIn(read: Read): Text {
  const messages = read.parts.length;
  return isGlued(read)
    ? {
        en: `one recv() gave ${read.length} bytes of ${messages} messages`,
        zh: `仍有一次 recv() 得到 ${messages} 条消息的 ${read.length} 字节`,
      }
    : {
        en: `one recv() gave ${read.length} bytes that are only a part of a message`,
        zh: `仍有一次 recv() 得到的 ${read.length} 字节只是一条消息的一部分`,
      };
}

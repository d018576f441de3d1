import { type Claim, findOf } from '@lockstep/lab';
import { MESSAGES } from './messages.ts';
import {
  decodedOf,
  firstFalse,
  isPerfect,
  isTrue,
  plannedFor,
  readEnds,
  refusalOf,
  settingIn,
  stuckSince,
} from './readings.ts';

const delimiterIsEnough: Claim = {
  id: 'delimiter',
  text: { en: '“A delimiter between the messages is enough.”', zh: '“消息之间加一个分隔符就够了。”' },
  verdict(trace) {
    const setting = settingIn(trace);
    const wrong = firstFalse(trace);
    if (setting.framing !== 'newline' || setting.decoder !== 'newline' || setting.lie !== 'none' || !wrong)
      return undefined;
    const decoded = decodedOf(trace);
    const right = decoded.filter((one) => isTrue(one, plannedFor(setting))).length;
    return {
      judgement: 'half-right',
      because: {
        en: `${right} of ${MESSAGES.length} messages came out as they were sent, wherever recv() cut. The one with a newline inside came out as two. It is enough where the delimiter cannot occur in a message, or is escaped there.`,
        zh: `不管 recv() 怎么切，${MESSAGES.length} 条消息里有 ${right} 条原样取出；里面带换行的那一条变成了两条。只有当分隔符不会出现在消息里，或在消息里转义时，才够用。`,
      },
      evidence: [wrong.seq, ...decoded.filter(({ number }) => number === wrong.number + 1).map(({ seq }) => seq)],
    };
  },
};

const lengthIsSafe: Claim = {
  id: 'length',
  text: { en: '“Send the length first, and nothing can go wrong.”', zh: '“先发长度，就不会出错。”' },
  verdict(trace) {
    const { framing, decoder } = settingIn(trace);
    const hasLength = framing === 'digits' || framing === 'bytes' || framing === 'json';
    const isSame = decoder === framing || (framing === 'digits' && decoder === 'unchecked');
    if (!hasLength || !isSame || !findOf(trace, 'run.ended', () => true)) return undefined;
    const [wrong, refused, stuck] = [firstFalse(trace), refusalOf(trace), stuckSince(trace)];
    if (isPerfect(trace)) {
      const reads = readEnds(trace).length;
      return {
        judgement: 'right',
        because: {
          en: `All ${MESSAGES.length} came out as they were sent, the empty one too, out of ${reads} reads. Here every header told the truth.`,
          zh: `${MESSAGES.length} 条都原样取出，空的也在内，一共读了 ${reads} 次。这一次，每个首部说的都是真话。`,
        },
        evidence: decodedOf(trace).map(({ seq }) => seq),
      };
    }
    if (wrong)
      return {
        judgement: 'wrong',
        because: {
          en: 'A message came out that nobody had sent. A length says how many bytes follow, not whether it is true, nor whether they are the right ones.',
          zh: '取出了一条没有人发过的消息。长度只说后面有多少字节，并不说它是真的，也不说内容没有变。',
        },
        evidence: [wrong.seq, ...(refused ? [refused.seq] : [])],
      };
    if (refused)
      return {
        judgement: 'half-right',
        because: {
          en: 'The header was checked before it was believed, so nothing false came out. But the connection is lost: nobody knows where the next message begins.',
          zh: '首部先检查后相信，所以没有取出假消息。但这条连接废了：谁也不知道下一条从哪里开始。',
        },
        evidence: [refused.seq],
      };
    if (!stuck) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'The client waits for bytes that nobody will send. No check finds a length that might be true; only a time-out ends the wait.',
        zh: '客户端在等没有人会发的字节。看上去像真的长度，什么检查也查不出；只有超时能结束等待。',
      },
      evidence: [stuck.seq],
    };
  },
};

export const claims: readonly Claim[] = [delimiterIsEnough, lengthIsSafe];

import { type Claim, hasFlag } from '@lockstep/lab';
import { ackAlone, afterReset, errorOfReset, firstWith, readBeforePush, resetByKernel } from './readings.ts';

const rstResends: Claim = {
  id: 'rst-resend',
  text: { en: '“RST is the resend packet.”', zh: '“RST 是重传包。”' },
  verdict(trace) {
    const [rst, error] = [firstWith(trace, 'RST'), errorOfReset(trace)];
    if (!rst || !error || afterReset(trace).length > 0) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `RST is reset. Nothing was sent again; the call failed with ${error.error?.split(':')[0]}.`,
        zh: `RST 是重置。没有任何东西被重发，调用以 ${error.error?.split(':')[0]} 失败。`,
      },
      evidence: [rst.seq, error.seq],
    };
  },
};

const pushDelivers: Claim = {
  id: 'psh-delivers',
  text: {
    en: '“PSH makes the receiver hand its data to the program at once.”',
    zh: '“PSH 让接收方立即把数据交给程序。”',
  },
  verdict(trace) {
    const [read, push] = [readBeforePush(trace), firstWith(trace, 'PSH')];
    if (!read || !push) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: `RFC 9293 means it so. But this kernel hands data over at once anyway: recv() returned ${read.bytes} bytes before any PSH had come.`,
        zh: `RFC 9293 是这个意思。但这个内核本来就立即交付：任何 PSH 到达之前，recv() 已返回 ${read.bytes} 字节。`,
      },
      evidence: [read.seq, push.seq],
    };
  },
};

const ackIsAPacket: Claim = {
  id: 'ack-packet',
  text: { en: '“An ACK is a packet of its own.”', zh: '“ACK 是单独的一种包。”' },
  verdict(trace) {
    const [alone, push, fin] = [ackAlone(trace), firstWith(trace, 'PSH'), firstWith(trace, 'FIN')];
    if (!alone || !push || !fin || !hasFlag(push, 'ACK') || !hasFlag(fin, 'ACK')) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: 'It is a flag: data and FIN carried it too. A segment with nothing else is sent when there is nothing to go with.',
        zh: '它是一个标志：数据和 FIN 也带着它。没有可以同行的东西时，才单独发一个。',
      },
      evidence: [alone.seq, push.seq, fin.seq],
    };
  },
};

const programSets: Claim = {
  id: 'program-sets',
  text: { en: '“The program sets the flags.”', zh: '“标志由程序设置。”' },
  verdict(trace) {
    const [rst, syn] = [resetByKernel(trace), firstWith(trace, 'SYN')];
    return (
      rst &&
      syn && {
        judgement: 'half-right',
        because: {
          en: 'connect(), close() and MSG_OOB lead to SYN, FIN and URG. But the kernel sets them all, and this RST nobody’s program had asked for.',
          zh: 'connect()、close()、MSG_OOB 会引出 SYN、FIN、URG。但都由内核设置；这个 RST 更没有哪个程序要求过。',
        },
        evidence: [syn.seq, rst.seq],
      }
    );
  },
};

export const claims: readonly Claim[] = [rstResends, pushDelivers, ackIsAPacket, programSets];

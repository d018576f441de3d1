import type { Claim } from '@lockstep/lab';
import { acceptCalled, serverEstablished } from './moments.ts';

export const acceptPerformsTheHandshake: Claim = {
  id: 'accept-handshake',
  text: { en: '“accept() performs the handshake.”', zh: '“握手是由 accept() 完成的。”' },
  verdict(trace) {
    const established = serverEstablished(trace);
    const accept = acceptCalled(trace);
    if (!established || !accept || accept.seq < established.seq) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'Both ends were ESTABLISHED before the program called accept(). It only took a finished connection out of the accept queue.',
        zh: '程序调用 accept() 之前，双方已是 ESTABLISHED。accept() 只是从全连接队列里取走一个已完成的连接。',
      },
      evidence: [established.seq, accept.seq],
    };
  },
};

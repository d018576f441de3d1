import type { Claim } from '@lockstep/lab';
import { deadlocked, emptySend, emptySent, gaveUp, leftAfter, sawSegments, serverWaits } from './readings.ts';

const emptyPacket: Claim = {
  id: 'empty-packet',
  text: { en: '“send(b"") sends an empty packet.”', zh: '“send(b"") 会发出一个空包。”' },
  verdict(trace) {
    const call = emptySend(trace);
    const returned = emptySent(trace);
    const over = deadlocked(trace) ?? gaveUp(trace);
    const left = leftAfter(trace);
    if (!call || !returned || !over || !sawSegments(trace) || (left && left.seq < over.seq)) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'It returned 0, and until the waiting was over no segment left the client’s host because of it. TCP makes segments of bytes; there were none.',
        zh: '它返回 0；直到等待结束，客户端主机没有因此发出一个报文段。TCP 用字节组成报文段，而这里没有字节。',
      },
      evidence: [returned.seq, over.seq],
    };
  },
};

const emptyMeansEnd: Claim = {
  id: 'empty-means-end',
  text: {
    en: '“recv() returns b"" when the peer has sent b"".”',
    zh: '“对方发来 b""，recv() 就返回 b""。”',
  },
  verdict(trace) {
    const call = emptySend(trace);
    const waiting = serverWaits(trace);
    const over = deadlocked(trace);
    if (!call || !waiting || !over) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'The client sent b"", and the server’s recv() never returned. b"" means one thing only: the peer has closed, and nothing more will come.',
        zh: '客户端发了 b""，服务器的 recv() 却一直没有返回。b"" 只有一个意思：对方已关闭，不会再有数据。',
      },
      evidence: [call.seq, waiting.seq, over.seq],
    };
  },
};

export const claims: readonly Claim[] = [emptyPacket, emptyMeansEnd];

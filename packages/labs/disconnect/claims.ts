import { type Claim, hasFlag } from '@lockstep/lab';
import { emptyReads, goodbye, heard, leaves } from './readings.ts';

const emptyIsNotYet: Claim = {
  id: 'not-yet',
  text: {
    en: '“An empty read means: nothing there yet, ask again.”',
    zh: '“读到空，说明数据还没到，再读一次就行。”',
  },
  verdict(trace) {
    const reads = emptyReads(trace);
    const [first] = reads;
    const last = reads.at(-1);
    if (!first || !last || reads.length < 2) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `The server asked ${reads.length} times and got b"" each time, at once. When nothing is there yet, recv() waits; b"" is the end of the stream.`,
        zh: `服务器读了 ${reads.length} 次，每次都立刻得到 b""。数据还没到时 recv() 会等；b"" 是流的结束。`,
      },
      evidence: [first.seq, last.seq],
    };
  },
};

const killedIsSilent: Claim = {
  id: 'killed-silent',
  text: {
    en: '“A client that is killed cannot say goodbye: the server never knows.”',
    zh: '“客户端被杀死，来不及告别，服务器永远不会知道。”',
  },
  verdict(trace) {
    const left = leaves(trace);
    const said = goodbye(trace);
    const told = heard(trace);
    if (left?.call !== 'kill' || !said || !told || told.seq < said.seq) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `The program could do nothing more, but its kernel closed the socket and sent ${hasFlag(said, 'RST') ? 'RST' : 'FIN'}. The server’s recv() returned.`,
        zh: `程序什么也做不了，但内核关闭了它的套接字，并发出 ${hasFlag(said, 'RST') ? 'RST' : 'FIN'}。服务器的 recv() 返回了。`,
      },
      evidence: [left.seq, said.seq, told.seq],
    };
  },
};

const closeIsFin: Claim = {
  id: 'close-fin',
  text: { en: '“close() says goodbye with FIN.”', zh: '“close() 用 FIN 告别。”' },
  verdict(trace) {
    const left = leaves(trace);
    const said = goodbye(trace);
    if (left?.call !== 'close' || !said) return undefined;
    if (!hasFlag(said, 'RST'))
      return {
        judgement: 'half-right',
        because: {
          en: 'Here it did: everything received had been read. With unread bytes, or SO_LINGER 0, the same call sends RST. Try it.',
          zh: '这次是的：收到的都读完了。若有没读的字节，或设了 SO_LINGER 0，同一个调用发的是 RST。试试看。',
        },
        evidence: [said.seq],
      };
    return {
      judgement: 'wrong',
      because: {
        en: 'This close() sent RST: the connection is cut, not ended. So it does when received bytes are left unread, or SO_LINGER is 0.',
        zh: '这次 close() 发出的是 RST：连接是被切断的，不是结束的。收到的字节没有读完，或 SO_LINGER 为 0，就会这样。',
      },
      evidence: [left.seq, said.seq],
    };
  },
};

export const claims: readonly Claim[] = [emptyIsNotYet, killedIsSilent, closeIsFin];

import { type Claim, findOf, returnsOf } from '@lockstep/lab';
import { confirmed, read, sent } from './readings.ts';

const sendIsAReceipt: Claim = {
  id: 'send-receipt',
  text: {
    en: '“send() returns when the peer has received the data.”',
    zh: '“send() 返回，就说明对方已经收到数据。”',
  },
  verdict(trace) {
    const returned = sent(trace);
    const ack = confirmed(trace);
    const taken = read(trace, 'server');
    if (!returned || !taken || returned.seq > taken.seq) return undefined;
    const isBeforeAck = ack !== undefined && returned.seq < ack.seq;
    return {
      judgement: 'wrong',
      because: {
        en: `send() returned before the server’s program had read${isBeforeAck ? ', and even before the server’s kernel had acknowledged' : ''}. It had copied ${returned.bytes ?? 0} bytes into its own kernel’s send buffer: no more is promised.`,
        zh: `send() 返回时，服务器程序还没有读到${isBeforeAck ? '，连服务器内核的确认都还没到' : ''}。它只是把 ${returned.bytes ?? 0} 字节拷进了自己内核的发送缓冲区，此外什么也不保证。`,
      },
      evidence: [returned.seq, ...(isBeforeAck ? [ack.seq] : []), taken.seq],
    };
  },
};

const acceptOpensAPort: Claim = {
  id: 'new-port',
  text: {
    en: '“accept() gives each client a port of its own on the server.”',
    zh: '“accept() 会在服务器上给每个客户端分配一个新端口。”',
  },
  verdict(trace) {
    const listening = findOf(trace, 'socket.state', ({ state }) => state === 'LISTEN');
    const accepted = returnsOf(trace, 'accept').find(({ socket }) => socket !== undefined);
    const port = portOf(listening?.socket);
    if (!listening || !accepted || port === undefined || portOf(accepted.socket) !== port) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `The new socket has port ${port}, as the listener has. What tells connections apart is all four: both addresses and both ports.`,
        zh: `新套接字的端口仍是 ${port}，与监听套接字相同。区分连接靠的是四样合在一起：两个地址和两个端口。`,
      },
      evidence: [listening.seq, accepted.seq],
    };
  },
};

/** Of `server:9000`, or `server:9000→10.0.0.1:40022`: 9000. */
function portOf(socket: string | undefined): string | undefined {
  return socket === undefined ? undefined : /^[^:]+:(\d+)/.exec(socket)?.[1];
}

export const claims: readonly Claim[] = [sendIsAReceipt, acceptOpensAPort];

import { type Claim, returnsOf } from '@lockstep/lab';
import { afterState, causeOf, crossedSyns, finForTheDead, firstIn, journeyOf } from './journeys.ts';

const STATES = 11;

const allStates: Claim = {
  id: 'all-states',
  text: { en: '“A connection goes through all eleven states.”', zh: '“一个连接会经过全部十一个状态。”' },
  verdict(trace) {
    const [client, server] = [journeyOf(trace, 'client'), journeyOf(trace, 'server')];
    const last = client.at(-1);
    if (!last || (last.state !== 'TIME-WAIT' && last.state !== 'CLOSED')) return undefined;
    const count = new Set([...client, ...server].flatMap(({ state, was }) => [state, was])).size;
    if (count >= STATES) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `It is a map, and each end takes one way through it. Both together were seen in ${count} of eleven here.`,
        zh: `这是一张地图，每一端只走其中一条路。这次两端合起来到过 ${count} 个状态。`,
      },
      evidence: [...(client[0] ? [client[0].seq] : []), last.seq],
    };
  },
};

const closeWaitTimesOut: Claim = {
  id: 'close-wait-times-out',
  text: { en: '“CLOSE-WAIT goes away by itself after a while.”', zh: '“CLOSE-WAIT 过一会儿会自己消失。”' },
  verdict(trace) {
    const [entered, left] = [firstIn(trace, 'CLOSE-WAIT'), afterState(trace, 'CLOSE-WAIT')];
    if (!entered || !left || trace.header.knobs['story'] !== 'half' || causeOf(trace, left) !== 'call')
      return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'It stayed as long as the program slept, without a timer, and went when the program called close().',
        zh: '程序睡多久它就停多久，没有定时器；程序调用 close() 它才离开。',
      },
      evidence: [entered.seq, left.seq],
    };
  },
};

const needsListener: Claim = {
  id: 'needs-listener',
  text: { en: '“One end must listen, the other must connect.”', zh: '“必须一端监听，另一端连接。”' },
  verdict(trace) {
    const syns = crossedSyns(trace);
    const made = returnsOf(trace, 'connect').filter(({ error }) => error === undefined);
    if (!syns || made.length < 2 || returnsOf(trace, 'listen').length > 0) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'Nobody listened. Both called connect(), the SYNs crossed, and one connection came of it, by way of SYN-RECEIVED at both ends.',
        zh: '没有人监听。双方都调用 connect()，两个 SYN 在路上交错，结果成了一个连接，两端都经过 SYN-RECEIVED。',
      },
      evidence: [...syns.map(({ seq }) => seq), ...made.map(({ seq }) => seq)],
    };
  },
};

const killedSaysNothing: Claim = {
  id: 'killed-says-nothing',
  text: {
    en: '“When a program is killed, the other end is not told.”',
    zh: '“程序被杀死时，对方得不到通知。”',
  },
  verdict(trace) {
    const found = finForTheDead(trace);
    return (
      found && {
        judgement: 'half-right',
        because: {
          en: 'The program told nothing, but its kernel closes what it had open: FIN. Only when the whole machine is gone does nobody tell.',
          zh: '程序什么也没说，但内核会替它关闭打开的一切：FIN。只有整台机器都没了，才无人通知。',
        },
        evidence: [found.fin.seq, found.died.seq],
      }
    );
  },
};

export const claims: readonly Claim[] = [allStates, closeWaitTimesOut, needsListener, killedSaysNothing];

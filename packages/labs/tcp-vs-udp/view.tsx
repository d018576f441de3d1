import type { ViewProps } from '@lockstep/lab';
import { CountTable, NetworkFigure, type NetworkFigureProps, Sequence, StageRow, StageStack } from '@lockstep/stage';
import { PAIRS, TRANSPORTS, type Transport } from './cast.ts';
import { countRows, countWords } from './count-rows.ts';

/** Below this two drawings beside each other would be too narrow to read. */
const BESIDE_FROM = 640;
const TABLE_HEIGHT = 164;
/** Below this, as on a projector, the drawings need all the height. */
const TABLE_FROM = 460;

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Two courses of one run beside each other, and what has been counted of each; on a phone one at a time. */
export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => {
        const conversation = (transport: Transport) => (box: Box) => (
          <Sequence {...stage} {...box} hosts={PAIRS[transport]} />
        );
        const counts = {
          id: 'counts',
          title: { en: 'counted', zh: '计数' },
          draw: (box: Box) => <Counts {...stage} {...box} />,
        };
        const beside = (box: Box) => <StageRow {...box} parts={TRANSPORTS.map(conversation)} />;
        if (stage.width < BESIDE_FROM)
          return [
            { id: 'tcp', title: { en: 'TCP', zh: 'TCP' }, draw: conversation('tcp') },
            { id: 'udp', title: { en: 'UDP', zh: 'UDP' }, draw: conversation('udp') },
            counts,
          ];
        if (stage.height < TABLE_FROM)
          return [{ id: 'beside', title: { en: 'side by side', zh: '并排' }, draw: beside }, counts];
        return (
          <StageStack
            {...stage}
            parts={[
              { share: stage.height - TABLE_HEIGHT, draw: beside },
              { share: TABLE_HEIGHT, draw: counts.draw },
            ]}
          />
        );
      }}
    </NetworkFigure>
  );
}

function Counts({ trace, cursor, language, width, height }: NetworkFigureProps) {
  return (
    <CountTable
      width={width}
      height={height}
      caption={countWords.caption[language]}
      columns={[
        { id: 'tcp', title: 'TCP', colour: 1 },
        { id: 'udp', title: 'UDP', colour: 3 },
      ]}
      rows={countRows(trace, cursor, language)}
    />
  );
}

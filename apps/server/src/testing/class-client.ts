// A window of a class, keeping the newest news of each part as a page does.
import type { ClassAct, ClassNews, ClassReply, ClassView, Refusal, Reply, RunReply } from '@lockstep/lab';
import { classNews } from '@lockstep/lab';
import { connect, type TestClient } from './test-client.ts';

export interface ClassClient {
  readonly client: TestClient;
  readonly socketId: string;
  /** All parts received so far, each as it came last. */
  readonly news: Partial<ClassNews>;
  /** Every message, as text. */
  readonly messages: readonly string[];
  open(view?: Partial<ClassView>, name?: string): Promise<Granted>;
  join(code: string, name?: string): Promise<Granted>;
  enter(place: { class: string; token: string }): Promise<ClassReply>;
  act(act: ClassAct): Promise<Reply>;
  run(): Promise<RunReply>;
  /** Settles when the news pass, also if they do already. */
  until(passes: (news: Partial<ClassNews>) => boolean): Promise<Partial<ClassNews>>;
  close(): void;
}

type Granted = Exclude<ClassReply, Refusal>;

export function someView(changes: Partial<ClassView> = {}): ClassView {
  return {
    lab: 'counter',
    mode: 'free',
    cursor: 0,
    pinned: false,
    playing: false,
    selection: {},
    spacing: 'logical',
    relative: true,
    sources: [],
    form: {},
    ...changes,
  };
}

export async function connectToClasses(url: string, options: Parameters<typeof connect>[1] = {}): Promise<ClassClient> {
  const client = await connect(url, options);
  const { socket } = client;
  const messages: string[] = [];
  const watching = new Set<() => void>();
  let news: Partial<ClassNews> = {};

  socket.on('class', (message: unknown) => {
    messages.push(JSON.stringify(message));
    const parsed = classNews.parse(message);
    news = parsed.class === news.class ? { ...news, ...parsed } : parsed;
    for (const look of watching) look();
  });

  async function granted(name: string, request: unknown): Promise<Granted> {
    const reply = (await socket.emitWithAck(name, request)) as ClassReply;
    if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
    return reply;
  }

  return {
    client,
    get socketId() {
      return socket.id ?? '';
    },
    get news() {
      return news;
    },
    messages,
    open: (view, name) => granted('class-open', { view: someView(view), ...(name !== undefined && { name }) }),
    join: (code, name) => granted('class-join', { code, ...(name !== undefined && { name }) }),
    enter: ({ class: id, token }) => socket.emitWithAck('class-enter', { class: id, token }) as Promise<ClassReply>,
    act: (act) => socket.emitWithAck('class-act', act) as Promise<Reply>,
    run: () => socket.emitWithAck('class-run', {}) as Promise<RunReply>,
    until: (passes) =>
      new Promise((resolve) => {
        const look = () => {
          if (!passes(news)) return;
          watching.delete(look);
          resolve(news);
        };
        watching.add(look);
        look();
      }),
    close: () => client.close(),
  };
}

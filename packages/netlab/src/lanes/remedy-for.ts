import { existsSync, readFileSync } from 'node:fs';
import type { Text } from '@lockstep/lab';

/** What a refusal of the sandbox may come from, with the words that say what would help. */
interface Remedy {
  applies(why: string): boolean;
  readonly text: Text;
}

const REMEDIES: readonly Remedy[] = [
  {
    applies: (why) => why.includes('LOCKSTEP_LANES'),
    text: {
      en: 'Start the server without the environment variable LOCKSTEP_LANES.',
      zh: '启动服务器时不要设置环境变量 LOCKSTEP_LANES。',
    },
  },
  {
    applies: () => process.platform !== 'linux',
    text: {
      en: 'Run the server on Linux, in a virtual machine or in a container.',
      zh: '请在 Linux 上运行服务器，虚拟机或容器均可。',
    },
  },
  {
    applies: (why) => why.includes('ENOENT') && why.includes('unshare'),
    text: {
      en: 'Install util-linux, which has the program unshare (Debian, Ubuntu: sudo apt install util-linux).',
      zh: '请安装提供 unshare 程序的 util-linux（Debian、Ubuntu：sudo apt install util-linux）。',
    },
  },
  {
    applies: () => setting('user/max_user_namespaces') === '0',
    text: {
      en: 'Allow user namespaces: sudo sysctl -w user.max_user_namespaces=10000, or start the server with sudo.',
      zh: '请允许用户命名空间：sudo sysctl -w user.max_user_namespaces=10000，或用 sudo 启动服务器。',
    },
  },
  {
    applies: () => setting('kernel/unprivileged_userns_clone') === '0',
    text: {
      en: 'Allow user namespaces: sudo sysctl -w kernel.unprivileged_userns_clone=1, or start the server with sudo.',
      zh: '请允许用户命名空间：sudo sysctl -w kernel.unprivileged_userns_clone=1，或用 sudo 启动服务器。',
    },
  },
  {
    applies: () => existsSync('/.dockerenv') || existsSync('/run/.containerenv'),
    text: {
      en: 'Start the container with --cap-add SYS_ADMIN --cap-add NET_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined; to see frames without the sandbox, --cap-add NET_RAW is enough.',
      zh: '启动容器时加上 --cap-add SYS_ADMIN --cap-add NET_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined；若只想看到帧而不用沙箱，--cap-add NET_RAW 即可。',
    },
  },
  {
    applies: () => setting('kernel/apparmor_restrict_unprivileged_userns') === '1',
    text: {
      en: 'Ubuntu restricts user namespaces. Allow them: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or start the server with sudo.',
      zh: 'Ubuntu 限制了用户命名空间。可执行 sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 放开，或用 sudo 启动服务器。',
    },
  },
];

const OTHERWISE: Text = {
  en: 'Start the server with sudo.',
  zh: '请用 sudo 启动服务器。',
};

/** @param why what the operating system said when the sandbox was tried. */
export function remedyFor(why: string): Text {
  return REMEDIES.find((remedy) => remedy.applies(why))?.text ?? OTHERWISE;
}

function setting(name: string): string | undefined {
  const path = `/proc/sys/${name}`;
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

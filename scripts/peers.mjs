// Other people's programs that check ours. Optional: root gets them from Debian's packages, anybody else without them
// gets the names of what was not run.
import { spawnSync } from 'node:child_process';

const PEERS = [
  { command: 'tshark', package: 'tshark', use: 'our decoder against Wireshark’s, frame by frame and field by field' },
  {
    command: 'strace',
    package: 'strace',
    use: 'what we tell of system calls against what strace sees',
  },
  {
    command: 'python3',
    package: 'python3',
    use: 'real CPython: its threads, its opcodes, its reference counts, and that each lab’s program.py is valid',
  },
  {
    command: 'redis-server',
    package: 'redis-server',
    use: 'classes and runs of several servers, one of them killed in the middle',
  },
];

/** Installs what is missing where that is possible; returns what is missing still. */
export function missingPeers() {
  const missing = PEERS.filter((peer) => !isThere(peer));
  const isRoot = process.getuid?.() === 0;
  if (missing.length === 0 || !isRoot || !isThere({ command: 'apt-get' })) return missing;
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  console.log(`• optional peers: ${missing.map((peer) => peer.package).join(', ')}`);
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing.map((peer) => peer.package)],
    options,
  );
  return missing.filter((peer) => !isThere(peer));
}

function isThere({ command }) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

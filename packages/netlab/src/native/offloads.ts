// A virtual interface likes to leave checksums and segmentation to hardware that does not exist. Switched off, what
// crosses the cable is what would be on a wire: real checksums, segments of at most one MSS.

import { viewOf } from './bytes.ts';
import { addressOf, errno, libc } from './libc.ts';
import { AF_INET, EOPNOTSUPP, SIOCETHTOOL, SOCK_CLOEXEC, SOCK_DGRAM } from './linux.ts';
import { checked, SystemError } from './system-error.ts';

/** ethtool(8)'s commands that set one feature: tx checksum, scatter-gather, TSO, GSO, GRO. */
const SET_COMMANDS = [0x17, 0x19, 0x1f, 0x24, 0x2c] as const;

export function switchOffOffloads(name: string): void {
  const fd = checked('socket', libc().socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  try {
    for (const command of SET_COMMANDS) {
      // struct ethtool_value { cmd; data = 0 }, and struct ifreq { name[16]; pointer to it }.
      const value = new Uint8Array(Uint32Array.of(command, 0).buffer);
      const request = new Uint8Array(40);
      request.set(Buffer.from(name, 'latin1'));
      viewOf(request).setBigUint64(16, addressOf(value), true);
      if (libc().ioctl(fd, SIOCETHTOOL, request) < 0 && errno() !== EOPNOTSUPP)
        throw new SystemError('ioctl(SIOCETHTOOL)', errno());
    }
  } finally {
    libc().close(fd);
  }
}

// What a capture file holds, whichever of the two formats it has.

/** Where packets were captured. */
export interface CaptureInterface {
  readonly name?: string;
  readonly description?: string;
  /** As the file numbers it; `linkTypeOf` says what is decoded. */
  readonly linkType: number;
}

export interface CapturedPacket {
  /** Index in the capture's interfaces. */
  readonly interface: number;
  /** Nanoseconds since 1970 UTC; absent where the file does not tell. */
  readonly timeNs?: bigint;
  /** What was captured: a view of the file, not a copy. */
  readonly bytes: Uint8Array;
  /** Of the packet as it was; more than `bytes` where the capture was limited. */
  readonly originalLength: number;
  readonly comments: readonly string[];
  /** Of the packet's record, in bytes from the start of the file. */
  readonly offset: number;
}

export interface Capture {
  readonly format: 'pcap' | 'pcapng';
  readonly interfaces: readonly CaptureInterface[];
  readonly packets: readonly CapturedPacket[];
  /** Packets that are in the file but beyond the most that were asked for. */
  readonly leftOut: number;
  /** On the file as a whole. */
  readonly comments: readonly string[];
}

/** How much of a capture is kept. */
export interface CaptureLimits {
  readonly mostPackets: number;
  readonly mostInterfaces: number;
}

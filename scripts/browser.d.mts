export interface Browser {
  executablePath: string;
  env?: Record<string, string>;
  version?: string;
}
export function chooseBrowser(): Promise<Browser>;
export function launchOptions(b: Browser): { executablePath: string; env?: Record<string, string>; args: string[] };

// The script of a single file, gzipped: it is three quarters of the file, and a third of that is left. The browser
// unpacks it; one that cannot says so.
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const SCRIPT = /<script type="module"[^>]*>([\s\S]*?)<\/script>/;

const LOADER = `
addEventListener('DOMContentLoaded', async () => {
  try {
    const packed = atob(document.getElementById('lockstep-program').textContent);
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const script = document.createElement('script');
    script.type = 'module';
    script.textContent = await new Response(unpacked).text();
    document.head.append(script);
  } catch (error) {
    console.error(error);
    document.getElementById('root').innerHTML =
      '<p>This recording needs a newer browser: one of 2023 or later.</p>' +
      '<p lang="zh">这份录像需要较新的浏览器：2023 年以后的版本。</p>';
  }
});
`;

export function packedScript(): Plugin {
  return {
    name: 'lockstep-packed-script',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && file.fileName.endsWith('.html')) file.source = packed(String(file.source));
      },
    },
  };
}

function packed(html: string): string {
  const [whole, code = ''] = SCRIPT.exec(html) ?? [];
  if (whole === undefined) throw new Error('the single file has no script');
  const program = gzipSync(code, { level: 9 }).toString('base64');
  return html
    .replace(whole, () => `<script>${LOADER}</script>`)
    .replace('</body>', () => `<script type="text/plain" id="lockstep-program">${program}</script>\n</body>`);
}

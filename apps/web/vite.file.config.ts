// Builds the page of one recording as a single HTML file, which the player fills with a run and hands out. It is a plain
// asset beside the page: `vite build -c vite.file.config.ts`, after the page itself was built.
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { packedScript } from './packed-script.ts';
import base from './vite.config.ts';

const NAME = 'single-file.html';

/** What a file from disk never uses; each is replaced by nothing. */
const LEFT_OUT: readonly RegExp[] = [
  /\/class\/over-stage\.tsx$/,
  /\/noto-sans-sc\/wght\.css$/,
  /\/exports\/single-file\.ts$/,
];

export default mergeConfig(
  base,
  defineConfig({
    define: { 'import.meta.env.LOCKSTEP_SITE': JSON.stringify('file') },
    publicDir: false,
    plugins: [leftOut(), viteSingleFile({ removeViteModuleLoader: true }), packedScript(), renamed()],
    build: {
      emptyOutDir: false,
      sourcemap: false,
      assetsInlineLimit: () => true,
      rollupOptions: { input: 'file.html' },
    },
  }),
);

function leftOut(): Plugin {
  return {
    name: 'lockstep-left-out',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!LEFT_OUT.some((one) => one.test(source))) return undefined;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && `\0nothing${source.endsWith('.css') ? '.css' : ''}`;
    },
    load: (id) => (id.startsWith('\0nothing') ? '' : undefined),
  };
}

function renamed(): Plugin {
  let folder = '';
  return {
    name: 'lockstep-renamed',
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    closeBundle: () => rename(join(folder, 'file.html'), join(folder, NAME)),
  };
}

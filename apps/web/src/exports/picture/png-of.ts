import { loadedFonts } from './loaded-fonts.ts';

/** Sharp on any screen, and in print. */
const SCALE = 2;

/** The picture in pixels, two for each of the page's. */
export async function pngOf(picture: {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}): Promise<Blob> {
  const style = `<style>${await loadedFonts()}</style>`;
  const text = picture.text.replace('<defs', () => `${style}<defs`);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * SCALE;
    canvas.height = picture.height * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser draws no pictures');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

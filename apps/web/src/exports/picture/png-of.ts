import { fontsFor } from './page-fonts.ts';

/** Sharp on any screen, and in print. */
const SCALE = 2;

/** The picture in pixels, two for each of the page's. */
export async function pngOf(picture: {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}): Promise<Blob> {
  const style = `<style>${await fontsFor(picture.text)}</style>`;
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
    await drawUntilSettled(context, image);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

const FEWEST = 3;
const MOST = 20;
const PAUSE_MS = 50;

/**
 * A picture takes up the fonts in it one after the other, once it has been drawn without them, and does not tell when it
 * has them all: it is drawn again until nothing changes any more.
 */
async function drawUntilSettled(context: CanvasRenderingContext2D, image: HTMLImageElement): Promise<void> {
  const { width, height } = context.canvas;
  let before: number | undefined;
  for (let times = 1; times <= MOST; times++) {
    context.clearRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    const now = sumOf(context.getImageData(0, 0, width, height));
    if (now === before && times > FEWEST) return;
    before = now;
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS);
    });
  }
}

function sumOf({ data }: ImageData): number {
  let sum = 0;
  for (const pixel of new Uint32Array(data.buffer)) sum = (Math.imul(sum, 31) + pixel) | 0;
  return sum;
}

/** The part of pdf.js that the preview uses, which is served beside its scripts. */

/** One page of an open PDF. */
export interface PdfPage {
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number };
  render(options: {
    readonly canvas: HTMLCanvasElement;
    readonly viewport: ReturnType<PdfPage['getViewport']>;
  }): { readonly promise: Promise<void> };
}

/** An open PDF. */
export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

interface Loading {
  readonly promise: Promise<PdfFile>;
  destroy(): Promise<void>;
}

interface Library {
  readonly GlobalWorkerOptions: { workerSrc: string };
  readonly PDFWorker: new () => object;
  getDocument(options: {
    readonly data: ArrayBuffer;
    readonly isEvalSupported: false;
    readonly worker: object;
  }): Loading;
}

const folder = '/-/galley/pdfjs';

let library: Promise<{ readonly library: Library; readonly worker: object }> | undefined;

/** Loads pdf.js and starts its thread, once: a thread for each new file took longer than drawing it (measured). */
function load(): NonNullable<typeof library> {
  library ??= (import(`${folder}/pdf.min.mjs`) as Promise<Library>).then((loaded) => {
    loaded.GlobalWorkerOptions.workerSrc = `${folder}/pdf.worker.min.mjs`;
    return { library: loaded, worker: new loaded.PDFWorker() };
  });
  return library;
}

/** Opens the PDF at an address. `close` frees what it holds. */
export async function openPdf(
  address: string,
): Promise<{ readonly file: PdfFile; readonly close: () => Promise<void> }> {
  const [{ library, worker }, response] = await Promise.all([load(), fetch(address, { cache: 'no-store' })]);
  if (!response.ok) throw new Error('There is no PDF.');
  const data = await response.arrayBuffer();
  const loading = library.getDocument({ data, isEvalSupported: false, worker });
  return { file: await loading.promise, close: () => loading.destroy() };
}

/** Draws a page as wide as is asked, in CSS px, on a new canvas. */
export async function draw(file: PdfFile, number: number, width: number): Promise<HTMLCanvasElement> {
  const page = await file.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const scale = (width / whole.width) * window.devicePixelRatio;
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.style.width = `${width}px`;
  canvas.style.aspectRatio = `${canvas.width} / ${canvas.height}`;
  await page.render({ canvas, viewport }).promise;
  return canvas;
}

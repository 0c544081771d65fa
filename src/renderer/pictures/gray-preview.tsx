// A picture of the package, drawn small as it prints: on white paper, in gray.
import { useEffect, useRef } from 'react';

interface PreviewProps {
  readonly bytes: Uint8Array | null;
  /** What it shows, for who does not see it. */
  readonly name: string;
  /** Room for it, CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export function GrayPreview({ bytes, name, width, height }: PreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    if (bytes === null) return undefined;
    void createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>])).then((bitmap) => {
      const place = canvas.current;
      const context = place?.getContext('2d');
      if (isWanted && place !== null && context !== null && context !== undefined) {
        const part = Math.min(width / bitmap.width, height / bitmap.height);
        const scale = window.devicePixelRatio;
        const [wide, high] = [bitmap.width * part, bitmap.height * part];
        place.width = Math.round(wide * scale);
        place.height = Math.round(high * scale);
        place.style.width = `${wide}px`;
        place.style.height = `${high}px`;
        context.imageSmoothingQuality = 'high';
        context.drawImage(bitmap, 0, 0, place.width, place.height);
      }
      bitmap.close();
    }, () => null); // a picture that does not decode is told of by the findings
    return () => {
      isWanted = false;
    };
  }, [bytes, width, height]);
  return bytes === null ? null : <canvas ref={canvas} className="gray-preview" role="img" aria-label={name} />;
}

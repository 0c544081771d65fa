// A button that asks for a file of the user's: the browser's own says it in its own
// language and look.
import { useRef } from 'react';

interface FileButtonProps {
  readonly words: string;
  readonly accept: string;
  readonly disabled: boolean;
  /** It has the focus when its dialog opens. */
  readonly first?: boolean;
  readonly take: (file: File) => void;
}

export function FileButton({ words, accept, disabled, first = false, take }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="file-button">
      <button type="button" className="button" disabled={disabled} data-first={first ? true : undefined} onClick={() => input.current?.click()}>{words}</button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again.
          event.target.value = '';
          if (file !== undefined) take(file);
        }}
      />
    </span>
  );
}

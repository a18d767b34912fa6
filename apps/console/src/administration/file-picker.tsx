import { useState } from 'react';
import { ChooseFiles } from '../ui/choose-files.js';

interface FilePickerProps {
  readonly label: string;
  readonly hint: string | null;
  /** Said of a file that is not what it should be. */
  readonly failure: string;
  readonly onJson: (content: unknown) => void;
}

/** Takes a JSON file into the page; nothing is sent before the form is saved. */
export const FilePicker = ({ label, hint, failure, onJson }: FilePickerProps) => {
  const [failed, setFailed] = useState(false);
  const take = ([file]: readonly File[]): void => {
    if (file === undefined) return;
    void file.text().then(
      (text) => {
        try {
          onJson(JSON.parse(text));
          setFailed(false);
        } catch {
          setFailed(true);
        }
      },
      () => setFailed(true),
    );
  };
  return (
    <ChooseFiles
      label={label}
      hint={hint}
      accept="application/json,.json"
      error={failed ? failure : null}
      onFiles={take}
    />
  );
};

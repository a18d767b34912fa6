import type { Language } from '#domain/language';
import type { AnswerFile } from '#contracts/portal-pages';
import type { Translate } from '#texts/translator';
import { Button } from './button.js';
import { formatSize } from './size.js';

/** What people call the kinds of file a package holds; others are shown by the ending of their name. */
const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/json': 'JSON',
  'application/zip': 'ZIP',
  'text/csv': 'CSV',
  'text/html': 'HTML',
  'audio/mpeg': 'MP3',
  'audio/wav': 'WAV',
};

interface FileListProps {
  readonly t: Translate;
  readonly language: Language;
  readonly files: readonly AnswerFile[];
  /** Each file is fetched by a post, so that no scanner of mails or links can fetch it. */
  readonly action: string;
}

/** The files of an answer, each with its kind, size and a button. */
export function FileList({ t, language, files, action }: FileListProps) {
  return (
    <ul className="files">
      {files.map(({ id, name, mediaType, bytes }) => (
        <li key={id}>
          <div>
            <p className="name">{name}</p>
            <p className="hint">
              {KINDS[mediaType] ?? mediaType}, {formatSize(bytes, language)}
            </p>
          </div>
          <form method="post" action={action}>
            <input type="hidden" name="file" value={id} />
            <Button tone="secondary">
              {t('portal.answer.download')} <span className="hidden">{name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

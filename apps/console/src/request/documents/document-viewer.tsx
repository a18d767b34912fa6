import type { RequestDocument } from '#contracts/correspondence';
import { viewAddress } from '../../api/address.js';
import { usePageTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import styles from './documents.module.css';

interface DocumentViewerProps {
  readonly document: RequestDocument;
  readonly reference: string;
  readonly onClose: () => void;
}

/**
 * A file within the page. The server sends only kinds that cannot run anything, under a policy of their own; text stands
 * in a frame without any rights. A PDF needs the browser's own viewer, which does not work in such a frame.
 */
const View = ({ document: { form, name }, address }: { document: RequestDocument; address: string }) => {
  switch (form) {
    case 'image':
      return <img src={address} alt={name} className={styles.image} />;
    case 'audio':
      return (
        <audio src={address} controls preload="metadata" aria-label={name} className={styles.audio}>
          {/* Nobody has written down what was said, so the track is empty. */}
          <track kind="captions" />
        </audio>
      );
    case 'pdf':
      return <iframe src={address} title={name} className={styles.frame} />;
    case 'text':
      return <iframe src={address} title={name} sandbox="" className={styles.frame} />;
    case null:
      return null;
  }
};

export const DocumentViewer = ({ document, reference, onClose }: DocumentViewerProps) => {
  const { t } = usePageTexts('correspondence');
  return (
    <section aria-label={document.name} className={styles.viewer}>
      <header className={styles.viewerHead}>
        <strong>{document.name}</strong>
        <Button size="xs" onClick={onClose}>
          {t('correspondence.documents.close')}
        </Button>
      </header>
      <View document={document} address={viewAddress(reference, document.id)} />
    </section>
  );
};
